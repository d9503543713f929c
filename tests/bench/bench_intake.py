#!/usr/bin/python3
"""Durable webhook intake: the hub's edge and store (signature, strict checks, inbox, audit row, WAL FULL, then 202) beside
a bare group commit that checks nothing; and on a disk of 2 ms a sync beside a commit for each request.

bench_intake.py BUILD [--count N] [--rounds N]"""

import argparse
import base64
import pathlib
import secrets
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from hub import Server, cpu_seconds
from table import head, median, row

KEY = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def measure(build, command, connections, count, disk):
    """Requests a second, CPU microseconds a request and the 99th percentile in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-", dir=disk) as folder:
        with Server([build / "bench" / command[0], folder, *command[1:]]) as server:
            before = cpu_seconds(server.pid)
            out = subprocess.run([build / "bench/bench_load", server.answer, KEY, str(connections), str(count)],
                                 check=True, capture_output=True, text=True)
            cpu = cpu_seconds(server.pid) - before
    accepted, seconds, _, p99 = out.stdout.split()
    if int(accepted) != count:
        raise RuntimeError(f"{command[0]} took {accepted} of {count}")
    return count / float(seconds), cpu / count * 1e6, float(p99)


def compare(build, name, ours, limit, connections, counts, rounds, goal, disk=None):
    """Interleaved rounds, medians."""
    done = [(measure(build, ours, connections, counts[0], disk), measure(build, limit, connections, counts[1], disk))
            for _ in range(rounds)]
    mine, bare = ([median(one[which][part] for one in done) for part in range(3)] for which in range(2))
    row(name, f"{mine[0]:,.0f}/s", f"{bare[0]:,.0f}/s", mine[0] / bare[0], goal,
        f"{mine[1]:.1f} us (limit {bare[1]:.1f}), p99 {mine[2]:.1f} ms")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--count", type=int, default=30_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    count, rounds = chosen.count, chosen.rounds
    edge = lambda sync: ["bench_edge", KEY, str(sync)]
    bare = lambda sync, how: ["bench_group_commit", str(sync), how]
    head("intake: signed webhooks of 1.8 KB over kept connections, each durable before its 202")
    for connections in (64, 256):
        compare(build, f"{connections} connections", edge(0), bare(0, "grouped"), connections, (count, count), rounds,
                ">= 0.60")
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None
    compare(build, "64 connections, disk of 2 ms a sync", edge(2000), bare(2000, "single"), 64,
            (count // 2, max(count // 30, 64)), rounds, ">= 20 x single", memory)


if __name__ == "__main__":
    main()
