#!/usr/bin/python3
"""With so many cases stored: cases read through the gate by 64 officers at once, each look logged and committed; a year's
counts; what the daemon takes.

bench_cases.py BUILD [--cases N] [--rows N] [--seconds N]"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from consultations import write_export
from hub import Hub, status_kib
from many_cases import add_cases
from officer import Officer
from table import head, row

CONNECTIONS = 64
OFFICERS = "officers:\n  - {user: sato, desk: sakutomo-takikan, decides: true}\n  - {user: kondo, desk: kikan-soudan}\n"
SCRIPT = """
local cases = {%s}
local at = 0
function request()
  at = at %% #cases + 1
  return wrk.format("GET", "/api/v1/cases/" .. cases[at], {["Cookie"] = "%s"})
end
function done(summary, latency)
  io.write(string.format("told %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration, latency:percentile(50),
                         latency:percentile(99), summary.errors.status))
end
"""


class OfficersHub(Hub):
    def settings(self):
        return super().settings() + OFFICERS


def referred_cases(hub, folder, rows):
    """The ids of cases that a real export opened: whoever agreed is referred."""
    export = folder / "KAIGO_SODAN_20260401000000.csv"
    write_export(export, rows, refer_to="SAKUTOMO")
    answer = hub.ask("import", source="kaigo", feed="consultations", file=str(export))
    if answer.get("state") != "applied":
        raise RuntimeError(f"the import ended otherwise: {answer}")
    return [one["case"] for one in hub.answers("case.list")]


def read_all(hub, officer, cases, folder, seconds):
    """Reads a second, and milliseconds: the median and p99."""
    script = folder / "read.lua"
    script.write_text(SCRIPT % (", ".join(f'"{case}"' for case in cases), officer.headers["Cookie"]))
    told = subprocess.run(["/usr/bin/wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script,
                           f"http://127.0.0.1:{hub.port}"], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    count, took, middle, p99, wrong = map(int, re.search(r"told (\d+) (\d+) (\d+) (\d+) (\d+)", told).groups())
    if wrong or not count:
        raise RuntimeError(f"{wrong} of {count} reads failed")
    return count / took * 1e6, middle / 1e3, p99 / 1e3


def year_counted(hub):
    began = time.monotonic()
    hub.ask("count.show", **{"from": "2025-04-01", "until": "2026-03-31"})
    return time.monotonic() - began


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--cases", type=int, default=1_000_000)
    options.add_argument("--rows", type=int, default=2_000, help="of the export whose cases are read")
    options.add_argument("--seconds", type=int, default=10)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name, OfficersHub(asked.build) as hub:
        folder = pathlib.Path(name)
        cases = referred_cases(hub, folder, asked.rows)
        hub.stop()
        add_cases(hub.folder / "data/store/tsunagu.db", asked.cases, int(time.time() * 1000))
        hub.start()  # what was written just now is read from the disk once
        hub.stop()
        ready = hub.start()
        officer = Officer(hub, "kondo", "municipal")
        before = hub.cpu()
        rate, middle, p99 = read_all(hub, officer, cases, folder, asked.seconds)
        cpu = (hub.cpu() - before) / (rate * asked.seconds)
        counted = [year_counted(hub) for _ in range(3)]
        head(f"{asked.cases:,} cases stored")
        row("ready after", f"{ready * 1e3:.0f} ms", goal="<= 150 ms")
        row(f"a case read, {CONNECTIONS} connections, median", f"{middle:.1f} ms", cpu=f"{cpu * 1e6:.0f} us")
        row("the same, p99", f"{p99:.1f} ms", goal="<= 20 ms")
        row("cases read", f"{rate:,.0f}/s")
        row("a year counted, 29 figures", f"{min(counted):.2f} s", goal="<= 1 s")
        row("the daemon's peak memory", f"{status_kib(hub.process.pid, 'VmHWM') / 1024:.0f} MiB", goal="<= 64 MiB")


if __name__ == "__main__":
    main()
