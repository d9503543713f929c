#!/usr/bin/python3
"""New records in a daemon that holds many: what each costs from its file to its household and pattern (decoding, keys,
sealing, linking, settling, all commits), the hub's memory, and linking all anew. An upper bound of the link step, which no
number of its own tells. By hand alone: 300,000 persons take a while to come in.

bench_arrivals.py BUILD [--persons N] [--new N] [--single N]"""

import argparse
import csv
import io
import os
import pathlib
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "scenarios")]
from hub import cpu_seconds, status_kib
from table import head, median, row

RECEIPT, NUMBERS = 1, (6, 7, 9)  # of a consultation: 受付番号; 宛名番号, 世帯番号, 被保険者番号


def newcomers(content):
    """Consultations of 介護 of another town, under numbers that nobody here has; head and rows."""
    first, *rows = csv.reader(io.StringIO(content.decode("cp932"), newline=""))
    for cells in rows:
        cells[RECEIPT] = "R09" + cells[RECEIPT][3:]
        for at in NUMBERS:
            cells[at] = cells[at] and "9" + cells[at][1:]
    return first, rows


class Arriving:
    def __init__(self, hub, folder, first):
        self.hub, self.folder, self.first, self.files = hub, folder, first, 0

    def bring(self, rows):
        """Wall and CPU milliseconds of all."""
        self.files += 1
        out = io.StringIO()
        csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([self.first, *rows])
        file = self.folder / f"KAIGO_SODAN_20261101{self.files:06d}.csv"
        file.write_bytes(out.getvalue().encode("cp932"))
        began, used = time.monotonic(), cpu_seconds(self.hub.process.pid)
        self.hub.ask("import", source="kaigo", file=str(file), feed="consultations")
        return (time.monotonic() - began) * 1e3, (cpu_seconds(self.hub.process.pid) - used) * 1e3


def measure(asked, folder, test):
    from invented_town import SOURCES, Town, exports
    town = Town(test, asked.persons, seed=31)
    exports(folder, 12 * (asked.new + asked.single), seed=99)
    first, rows = newcomers((pathlib.Path(folder) / SOURCES["kaigo"][0]).read_bytes())
    pid = town.hub.process.pid
    row("records held", f"{len(town.person_of):,}")
    row("hub idle, RSS, MiB", status_kib(pid, "VmRSS") // 1024)
    arriving = Arriving(town.hub, pathlib.Path(folder), first)
    wall, cpu = arriving.bring(rows[:asked.new])
    row(f"each of {asked.new} new at once, all steps, ms", f"{wall / asked.new:.2f}", goal="<= 5",
        cpu=f"{cpu / asked.new:.2f} ms")
    single = sorted(arriving.bring([one])[0] for one in rows[asked.new:asked.new + asked.single])
    row(f"a file of one, {len(single)} of them, median, ms", f"{median(single):.0f}")
    row("the same, p99, ms", f"{single[len(single) * 99 // 100]:.0f}")
    began = time.monotonic()
    town.hub.command("link", "rebuild")
    row("all linked anew, s", f"{time.monotonic() - began:.1f}")
    row("hub at its most, MiB", status_kib(pid, "VmHWM") // 1024)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--persons", type=int, default=300_000)
    options.add_argument("--new", type=int, default=600)
    options.add_argument("--single", type=int, default=200)
    asked = options.parse_args()
    os.environ["TSUNAGU_BUILD_DIR"] = str(asked.build.resolve())
    os.environ.setdefault("TSUNAGU_TEST_SECONDS", "9000")
    head(f"New records beside {asked.persons:,} persons")
    from invented_town import CleanUp  # knows the build by its environment
    with tempfile.TemporaryDirectory() as folder, CleanUp() as test:
        measure(asked, folder, test)


if __name__ == "__main__":
    main()
