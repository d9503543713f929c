#!/usr/bin/python3
"""The gate: one decision beside a loop that only reads the facts, and `tsunagu gate decide --facts -`
beside a program that parses the same lines and decides nothing.

bench_gate.py BUILD [--lines N] [--rounds N]"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "gate")]
import gate_oracle
from programs import cpu_until_now, numbers_told
from table import head, median, row


def lines(count):
    rng = random.Random(20260410)
    sets = ({name: rng.choice(values) for name, values in gate_oracle.VALUES.items()} for _ in range(count))
    return "".join(json.dumps(facts) + "\n" for facts in sets).encode()


def answered(command, text, count):
    """Lines a second, and seconds of CPU for each."""
    before = cpu_until_now()
    began = time.monotonic()
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True)
    took = time.monotonic() - began
    cpu = cpu_until_now() - before
    assert done.stdout.count(b"\n") == count, "one answer a line"
    return count / took, cpu / count


def decisions(build, count):
    return numbers_told(build / "bench/bench_gate", "decide", count)[:2]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--lines", type=int, default=200_000)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    head("The gate")
    ours, bare = zip(*(decisions(asked.build, asked.lines * 10) for _ in range(asked.rounds)))
    row("a decision", f"{median(ours):.0f} ns", f"{median(bare):.0f} ns", median(ours) / median(bare),
        "<= 1 µs")
    text = lines(asked.lines)
    pairs = [(answered([asked.build / "tsunagu", "gate", "decide", "--facts", "-"], text, asked.lines),
              answered([asked.build / "bench/bench_gate", "parse"], text, asked.lines))
             for _ in range(asked.rounds)]
    rate, limit = (median([pair[side][0] for pair in pairs]) for side in (0, 1))
    cpu = median([pair[0][1] for pair in pairs])
    row("gate decide --facts -, lines/s", f"{rate:,.0f}", f"{limit:,.0f}", rate / limit, ">= 50,000",
        f"{cpu * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
