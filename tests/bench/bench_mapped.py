#!/usr/bin/python3
"""A list mapped by YAML: rows a second from bytes to records at the hub (four records a row), beside a reader that only
takes the cells apart.

bench_mapped.py BUILD [--rows N] [--rounds N]"""

import argparse
import pathlib

from programs import cpu_until_now, numbers_told
from table import head, median, row

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def rates(build, rows):
    """Rows a second, ours and the bare reader's, and seconds of CPU for a row of both and of making the list."""
    before = cpu_until_now()
    told = numbers_told(build / "bench/bench_mapped", build, SOURCE, rows)
    return told + [(cpu_until_now() - before) / rows]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=200_000)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    head("A list mapped by YAML")
    ours, bare, cpu = zip(*(rates(asked.build, asked.rows) for _ in range(asked.rounds)))
    row("rows to records at the hub", f"{median(ours):,.0f}/s", f"{median(bare):,.0f}/s",
        median(ours) / median(bare), ">= 50,000/s",
        f"{median(cpu) * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
