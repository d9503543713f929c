#!/usr/bin/python3
"""The packet of a four-person household for one seat of a 支援会議, rendered with its rows of the disclosure log, from the
request to the commit, beside a commit of one row in the same run.

bench_packet.py BUILD [--packets N] [--rounds N]"""

import argparse
import pathlib
import tempfile

from programs import numbers_told
from table import head, median, row

CONFIG = pathlib.Path(__file__).resolve().parents[2] / "config"


def timed(build, packets):
    """Microseconds for a packet, and for a commit."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        return numbers_told(build / "bench/bench_packet", CONFIG, pathlib.Path(folder) / "data", packets)[:2]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--packets", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    ours, bare = zip(*(timed(asked.build.resolve(), asked.packets) for _ in range(asked.rounds)))
    head("A sitting")
    row("the packet of a four-person household", f"{median(ours) / 1e3:.2f} ms", f"{median(bare) / 1e3:.2f} ms",
        median(ours) / median(bare), "<= 5 ms")


if __name__ == "__main__":
    main()
