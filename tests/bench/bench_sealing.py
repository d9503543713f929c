#!/usr/bin/python3
"""Encryption at rest: rows written with and without sealing them, webhooks kept with and without, and the rotation of the
data key beside requests that are answered.

bench_sealing.py BUILD [--rows N] [--rounds N]"""

import argparse
import pathlib
import tempfile

from programs import numbers_told
from table import head, median, row


def told(build, what, rows, *more):
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        return numbers_told(build / "bench/bench_sealing", what, pathlib.Path(folder) / "store", rows, *more)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    build = asked.build.resolve()
    head("Encryption at rest (ours: with it, limit: without)")
    for what, rows in (("bulk", asked.rows), ("hook", max(20, asked.rows // 50))):
        pairs = [(told(build, what, rows, "with")[0], told(build, what, rows, "without")[0]) for _ in range(asked.rounds)]
        ours, bare = (median([pair[side] for pair in pairs]) for side in (0, 1))
        name = "records applied/s" if what == "bulk" else "webhooks kept/s, one after the other"
        row(name, f"{ours:,.0f}", f"{bare:,.0f}", ours / bare, ">= 0.75")
    rounds = [told(build, "rotate", asked.rows) for _ in range(asked.rounds)]
    rate, answered, longest = (median(column) for column in zip(*rounds))
    row("rotation, rows/s", f"{rate:,.0f}", "", "", ">= 20,000")
    row("  requests answered/s meanwhile", f"{answered:,.0f}")
    row("  the slowest of them", f"{longest:.0f} ms")


if __name__ == "__main__":
    main()
