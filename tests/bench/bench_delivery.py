#!/usr/bin/python3
"""Delivery to 16 connections through the hub's outbox, dispatcher and egress, beside bare libcurl multi with one commit a
round; and what one dead partner of three costs the others.

bench_delivery.py BUILD [--count N] [--rounds N]"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from hub import Server
from table import head, median, row


def run(build, program, *arguments):
    """Seconds and CPU seconds."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        out = subprocess.run([build / "bench" / program, folder, *arguments], check=True, capture_output=True, text=True,
                             timeout=120)
    return [float(word) for word in out.stdout.split()]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build, count = chosen.build.resolve(), str(chosen.count)
    done = []
    with Server([build / "bench/bench_sink"]) as sink:
        live, dead = sink.answer.split()
        for _ in range(chosen.rounds):
            done.append((run(build, "bench_delivery", count, live, "1", "0"), run(build, "bench_multi", count, live),
                         run(build, "bench_delivery", count, live, "2", "0"),
                         run(build, "bench_delivery", count, live, "2", dead)))
    ours, limit, two, beside = ([median(one[which][part] for one in done) for part in range(2)] for which in range(4))
    rate = lambda seconds, partners=1: f"{partners * chosen.count / seconds:,.0f}/s"
    per_item = lambda part, partners=1: f"{part[1] / partners / chosen.count * 1e6:.0f} us"
    head("delivery: signed answers, each recorded with its audit row")
    row("16 connections", rate(ours[0]), rate(limit[0]), limit[0] / ours[0], ">= 0.60",
        f"{per_item(ours)} (limit {per_item(limit)})")
    row("two partners beside a dead third", rate(beside[0], 2), rate(two[0], 2) + " alone", two[0] / beside[0], ">= 0.95",
        per_item(beside, 2))


if __name__ == "__main__":
    main()
