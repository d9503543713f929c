#!/usr/bin/python3
"""Plans decided by 64 officers at once, each with its state, event and log in one commit, beside a bare row's commit by as
many at once.

bench_decisions.py BUILD [--plans N] [--rounds N]"""

import argparse
import pathlib
import tempfile

from programs import numbers_told
from table import head, median, row

CONFIG = pathlib.Path(__file__).resolve().parents[2] / "config"
OFFICERS = 64


def decided(build, plans):
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        return numbers_told(build / "bench/bench_decisions", CONFIG, folder, plans, OFFICERS)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--plans", type=int, default=2_000)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    rounds = [decided(asked.build.resolve(), asked.plans) for _ in range(asked.rounds)]
    ours, cpu, limit = (median(part) for part in zip(*rounds))
    head(f"{asked.plans:,} plans decided by {OFFICERS} officers")
    row("decisions", f"{1e6 / ours:,.0f}/s", f"{1e6 / limit:,.0f}/s", limit / ours, ">= 0.5", f"{cpu:.0f} us")


if __name__ == "__main__":
    main()
