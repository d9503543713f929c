#!/usr/bin/python3
"""One person matched against 10,000 resources, and the whole verb with what it logs, to the commit.

bench_matching.py BUILD [--resources N] [--rounds N]"""

import argparse
import pathlib
import tempfile

from programs import numbers_told
from table import head, row

CONFIG = pathlib.Path(__file__).resolve().parents[2] / "config"


def timed(build, resources, rounds):
    """Microseconds of the matching, the verb and the first look; how many candidates; the CPU of one."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        return numbers_told(build / "bench/bench_matching", CONFIG, pathlib.Path(folder) / "data", resources, rounds)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--resources", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=51)
    asked = options.parse_args()
    alone, verb, cold, candidates, cpu = timed(asked.build.resolve(), asked.resources, asked.rounds)
    head("Matching")
    row(f"one person against {asked.resources:,} resources", f"{alone / 1e3:.2f} ms", goal="<= 10 ms",
        cpu=f"{cpu / asked.resources * 1e3:.0f} ns")
    row(f"the same, {int(candidates):,} fit, 20 told and logged", f"{verb / 1e3:.2f} ms")
    row("the first look after a change", f"{cold / 1e3:.1f} ms")


if __name__ == "__main__":
    main()
