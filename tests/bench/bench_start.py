#!/usr/bin/python3
"""Start: from exec to /readyz with five adapters' hosts up and a store full of records, and what hub and hosts hold when
idle, beside a bare server's first answer.

bench_start.py BUILD [--folder FINISHED] [--rows N] [--rounds N]"""

import argparse
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from consultations import write_export
from hub import Hub, Server, status_kib
from table import head, median, row


def fill(build, folder, rows):
    file = folder / "KAIGO_SODAN_20260401000000.csv"
    write_export(file, rows)
    with Hub(build, folder) as hub:
        hub.ask("import", source="kaigo", feed="consultations", file=str(file))


def start_once(build, folder):
    hub = Hub(build, folder)
    with hub:
        took = hub.ready_after
        cpu = hub.cpu()
        time.sleep(0.5)  # what starting needed is given back
        own, *hosts = [status_kib(pid, "VmRSS") / 1024 for pid in hub.pids()]
        return took, cpu, own, max(hosts), len(hosts)


def bare(build):
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        with Server([build / "bench/bench_group_commit", folder, "grouped"]) as server:
            took = time.monotonic() - began
            return took, status_kib(server.pid, "VmRSS") / 1024


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--folder", type=pathlib.Path, help="a daemon's folder with stored records")
    options.add_argument("--rows", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name:
        folder = chosen.folder or pathlib.Path(name)
        if chosen.folder is None:
            fill(build, folder, chosen.rows)
        rounds = [(start_once(build, folder), bare(build)) for _ in range(chosen.rounds)]
        stored = (folder / "data/store/tsunagu.db").stat().st_size / 2**20
    ours = [one[0] for one in rounds]
    limits = [one[1] for one in rounds]
    head(f"start: {stored:.0f} MiB stored, {ours[0][4]} adapter hosts")
    took, limit = median(one[0] for one in ours) * 1e3, median(one[0] for one in limits) * 1e3
    row("ready, ms", f"{took:.0f}", f"{limit:.0f}", took / limit, "<= 150 ms", f"{median(one[1] for one in ours) * 1e3:.0f} ms")
    row("idle RSS of the hub, MiB", f"{median(one[2] for one in ours):.1f}", f"{median(one[1] for one in limits):.1f}", "", "<= 32")
    row("idle RSS of the largest adapter host, MiB", f"{median(one[3] for one in ours):.1f}", "", "", "<= 10")


if __name__ == "__main__":
    main()
