#!/usr/bin/python3
"""The audit log verified by tsunagu-verify, from the program's start to its answer, beside bare SHA-256 over messages of the
same sizes in the same run.

bench_audit.py BUILD [--rows N] [--rounds N]"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from programs import cpu_until_now, numbers_told
from table import head, median, row

GOAL_S_A_MILLION = 10


def verified(build, log, key):
    """Seconds, and seconds of CPU."""
    before = cpu_until_now()
    began = time.monotonic()
    subprocess.run([build / "tsunagu-verify", log, "--key", key], check=True, capture_output=True)
    took = time.monotonic() - began
    return took, cpu_until_now() - before


def limit(build, rows):
    return numbers_told(build / "bench/bench_audit", "--limit", rows)[0] / 1e3


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        store = pathlib.Path(folder) / "store"
        key = subprocess.run([build / "bench/bench_audit", store, str(chosen.rows)], check=True, capture_output=True,
                             text=True).stdout.strip()
        log = store / "tsunagu.db"
        size = log.stat().st_size / 2**20
        rounds = [(verified(build, log, key), limit(build, chosen.rows)) for _ in range(chosen.rounds)]
    took, cpu = median(one[0][0] for one in rounds), median(one[0][1] for one in rounds)
    bare = median(one[1] for one in rounds)
    head(f"audit: {chosen.rows:,} rows verified, {size:.0f} MiB")
    row("s", f"{took:.2f}", f"{bare:.2f}", took / bare, f"<= {GOAL_S_A_MILLION * chosen.rows / 1e6:g} s",
        f"{cpu / chosen.rows * 1e6:.2f} us")


if __name__ == "__main__":
    main()
