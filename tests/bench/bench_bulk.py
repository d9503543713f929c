#!/usr/bin/python3
"""Bulk: a CP932 consultation export through the adapter's process into committed, normalized, encrypted, linked records,
beside the rows of the finished database inserted prepared by a program that does nothing else (bench_replay).

bench_bulk.py BUILD [--rows N] [--rounds N] [--full]"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from consultations import write_export
from hub import Hub, status_kib
from programs import numbers_told
from table import head, median, row


def peak_mib(hub):
    """Of the hub and the adapter host that did the work."""
    own, *hosts = [status_kib(pid, "VmHWM") for pid in hub.pids()]
    return (own + max(hosts)) / 1024


def timed_import(hub, file):
    cpu, began = hub.cpu(), time.monotonic()
    answer = hub.ask("import", source="kaigo", feed="consultations", file=str(file))
    took = time.monotonic() - began
    if answer.get("state") not in ("applied",):
        raise RuntimeError(f"the import ended otherwise: {answer}")
    return took, hub.cpu() - cpu, answer


def replay(build, store, folder):
    target = folder / "limit.db"
    seconds, cpu, _ = numbers_told(build / "bench/bench_replay", store, target)
    for rest in folder.glob("limit.db*"):
        rest.unlink()
    return seconds, cpu


class Webhooks:
    """A steady load of them, until it is asked for their p99."""

    RATE = 100

    def __init__(self, build, hub, seconds=250):
        self.process = subprocess.Popen(
            [build / "bench/bench_load", str(hub.port), hub.key("sakutomo-webhook-in"), "8", str(seconds * self.RATE),
             str(self.RATE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def p99(self):
        out, _ = self.process.communicate("end\n")
        accepted, _, _, p99 = out.split()
        return float(p99), int(accepted)


def one_round(build, files, folder, keep):
    with Hub(build, keep) as hub:
        first, again = [timed_import(hub, file) for file in files]
        peak = peak_mib(hub)
        hub.stop()
        return first, again, peak, replay(build, hub.folder / "data/store/tsunagu.db", folder)


def webhooks_beside(build, file, rows):
    """p99 of a webhook idle, and from the first to the last moment of an import; and how long that took."""
    with Hub(build) as hub:
        load = Webhooks(build, hub)
        time.sleep(2 if rows < 10_000 else 10)
        idle, _ = load.p99()
        load = Webhooks(build, hub)
        took, _, _ = timed_import(hub, file)
        busy, answered = load.p99()
        return idle, busy, took, answered


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--keep", type=pathlib.Path, help="an empty folder for the last round's daemon")
    options.add_argument("--full", action="store_true", help="also 1,000,000 rows")
    chosen = options.parse_args()
    build = chosen.build.resolve()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name:
        folder = pathlib.Path(name)
        file = folder / "KAIGO_SODAN_20260401000000.csv"
        one_more = folder / "KAIGO_SODAN_20260402000000.csv"  # the same bytes would not be read at all
        write_export(file, chosen.rows)
        write_export(one_more, chosen.rows + 1)
        rounds = [one_round(build, (file, one_more), folder, chosen.keep if last else None) 
                  for last in [False] * (chosen.rounds - 1) + [True]]
        print_import(rounds, chosen.rows)
        idle, busy, took, answered = webhooks_beside(build, file, chosen.rows)
        row("webhook p99 during the import, ms", f"{busy:.1f}", f"{idle:.1f} idle", busy / idle, "<= 3",
            f"{answered} webhooks beside {chosen.rows / took:,.0f} rows/s")
        if chosen.full:
            big = folder / "KAIGO_SODAN_20260403000000.csv"
            write_export(big, chosen.rows * 10)
            with Hub(build) as hub:
                took, cpu, _ = timed_import(hub, big)
                row(f"{chosen.rows * 10} rows: peak RSS, MiB", f"{peak_mib(hub):.0f}", "", "", "<= 128",
                    f"{cpu / chosen.rows * 1e5:.0f} us/row")


def print_import(rounds, rows):
    first = [one[0] for one in rounds]
    again = [one[1] for one in rounds]
    limits = [one[3] for one in rounds]
    head(f"bulk: {rows} rows of 35 columns, {first[0][2]['records']} records")
    rate = lambda seconds: f"{rows / seconds:,.0f} rows/s"
    ours, limit, second = (median(x[0] for x in part) for part in (first, limits, again))
    per_row = lambda part: f"{median(x[1] for x in part) / rows * 1e6:.0f} us/row"
    row("import, first time", rate(ours), rate(limit), limit / ours, ">= 0.35",
        f"{per_row(first)} (limit {per_row(limits)})")
    row("the same and one more row, unchanged", rate(second), rate(ours) + " first", ours / second, ">= 2", per_row(again))
    row("peak RSS of hub and adapter host, MiB", f"{max(one[2] for one in rounds):.0f}", "", "", "<= 128")


if __name__ == "__main__":
    main()
