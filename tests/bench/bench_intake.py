#!/usr/bin/python3
"""Durable webhook intake through the running hub (signature, strict checks, inbox, audit row, WAL FULL, then 202), beside a
bare group commit that checks nothing; and on a disk of 2 ms a sync beside a commit for each request.

bench_intake.py BUILD [--count N] [--rounds N]"""

import argparse
import base64
import pathlib
import secrets
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from hub import Hub, Server, cpu_seconds, disk
from table import head, median, row

MEMORY = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None


def load(build, port, key, pid, connections, count):
    """Requests a second, CPU microseconds a request and the 99th percentile in milliseconds."""
    before = cpu_seconds(pid)
    out = subprocess.run([build / "bench/bench_load", str(port), key, str(connections), str(count)], check=True,
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    cpu = cpu_seconds(pid) - before
    accepted, seconds, _, p99 = out.stdout.split()
    if int(accepted) != count:
        raise RuntimeError(f"{accepted} of {count} were accepted")
    return count / float(seconds), cpu / count * 1e6, float(p99)


def ours(build, connections, count, sync_us, folder):
    with Hub(build, under=folder, env=disk(build, sync_us)) as hub:
        return load(build, hub.port, hub.key("sakutomo-webhook-in"), hub.process.pid, connections, count)


def bare(build, how, connections, count, sync_us, folder):
    key = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-", dir=folder) as name:
        with Server([build / "bench/bench_group_commit", name, how], env=disk(build, sync_us)) as server:
            return load(build, server.answer, key, server.pid, connections, count)


def compare(build, name, how, connections, counts, rounds, goal, sync_us=0, folder=None):
    """Interleaved rounds, medians."""
    done = [(ours(build, connections, counts[0], sync_us, folder), bare(build, how, connections, counts[1], sync_us, folder))
            for _ in range(rounds)]
    mine, limit = ([median(one[which][part] for one in done) for part in range(3)] for which in range(2))
    row(name, f"{mine[0]:,.0f}/s", f"{limit[0]:,.0f}/s", mine[0] / limit[0], goal,
        f"{mine[1]:.1f} us (limit {limit[1]:.1f}), p99 {mine[2]:.1f} ms")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--count", type=int, default=30_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    count, rounds = chosen.count, chosen.rounds
    head("intake: signed webhooks of 1.8 KB over kept connections, each durable before its 202")
    for connections in (64, 256):
        compare(build, f"{connections} connections", "grouped", connections, (count, count), rounds, ">= 0.60")
    compare(build, "64 connections, disk of 2 ms a sync", "single", 64, (count // 2, max(count // 30, 64)), rounds,
            ">= 20 x single", 2000, MEMORY)


if __name__ == "__main__":
    main()
