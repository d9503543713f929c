#!/usr/bin/python3
"""Match keys from raw text (name, kana, birthday, address, telephone) beside one pass that decodes and
hashes the same bytes, in persons per second of one core.

bench_keys.py BUILD [--persons N] [--rounds N]"""

import argparse
import pathlib

from programs import numbers_told
from table import head, median, row


def measured(build, count):
    return numbers_told(build / "bench/bench_keys", count)[:2]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--persons", type=int, default=300_000)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    head("Match keys")
    ours, bare = zip(*(measured(asked.build.resolve(), asked.persons) for _ in range(asked.rounds)))
    rate, limit = median(ours), median(bare)
    row("keys from raw text, persons/s per core", f"{rate:,.0f}", f"{limit:,.0f}", rate / limit, ">= 150,000",
        f"{1e6 / rate:.1f} µs")


if __name__ == "__main__":
    main()
