#!/usr/bin/python3
"""An import beside another source whose adapter is hostile and is started again as fast as an operator may allow, beside
the same import undisturbed.

bench_hostile.py BUILD [--rows N] [--rounds N]"""

import argparse
import pathlib
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from consultations import write_export
from hub import ROOT, Hub, cpu_seconds
from table import head, median, row

KINDS = {"crashes": "crashes at once", "floods": "floods the hub", "spins": "never pauses", "hogs": "takes all its memory"}
SOURCE = """  - code: hostile
    name: 試験用の元
    adapter: bad
    field: kaigo
    owner: elim
    scope: all_rows
    config: {{fault: {fault}}}
    adapter_limits: {{deaths_to_quarantine: 10, first_pause_ms: 10, longest_pause_ms: 10}}
    feeds:
      - {{name: lines, transport: drop_folder, folder: hostile, files: "*", encodings: [utf8]}}
    intake_basis: {{ground: 試験, organ: 市長, decided_by: 課長, decided_on: 2024-04-01, document_number: 例}}
"""
FILES = 40  # as many deliveries wait for it


class HubWithHostile(Hub):
    def __init__(self, build, fault):
        super().__init__(build)
        self.fault = fault

    def write(self):
        super().write()
        shutil.copytree(ROOT / "config", self.folder / "config")
        if self.fault:
            with (self.folder / "config/municipalities/sakura/sources.yaml").open("a", encoding="utf-8") as sources:
                sources.write(SOURCE.format(fault=self.fault))
        adapters = self.folder / "adapters"
        adapters.mkdir(mode=0o755)
        for module in [*(self.build / "adapters").glob("*.so"), self.build / "tests/adapters/adapter_bad.so"]:
            (adapters / module.name).symlink_to(module)
        drop = self.folder / "data/drop/hostile"
        drop.mkdir(parents=True)
        for number in range(FILES):
            (drop / f"{number}.txt").write_text(f"{number}\n", encoding="utf-8")

    def settings(self):
        return (super().settings().replace(f"{ROOT}/config", f"{self.folder}/config")
                .replace(f"{self.build}/adapters", f"{self.folder}/adapters"))


def rate_of(build, fault, file, rows):
    """Rows a second, and CPU microseconds of the hub itself for each."""
    with HubWithHostile(build, fault) as hub:
        before, began = cpu_seconds(hub.process.pid), time.monotonic()
        answer = hub.ask("import", source="kaigo", feed="consultations", file=str(file))
        took = time.monotonic() - began
        if answer.get("state") != "applied":
            raise RuntimeError(f"beside {fault} the import ended otherwise: {answer}")
        return rows / took, (cpu_seconds(hub.process.pid) - before) / rows * 1e6


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=3_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        file = pathlib.Path(folder) / "KAIGO_SODAN_20260410083000.csv"
        write_export(file, chosen.rows)
        head(f"hostile: an import of {chosen.rows:,} rows beside a source whose adapter does its worst, rows/s")
        for fault, name in KINDS.items():
            done = [(rate_of(build, fault, file, chosen.rows), rate_of(build, "", file, chosen.rows))
                    for _ in range(chosen.rounds)]  # side by side, for the machine may have other work
            beside, alone = ([median(one[which][part] for one in done) for part in range(2)] for which in range(2))
            row(f"beside one that {name}", f"{beside[0]:,.0f}", f"{alone[0]:,.0f}",
                median(one[0][0] / one[1][0] for one in done), ">= 0.50",
                f"{beside[1]:.0f} us of the hub (alone {alone[1]:.0f})")


if __name__ == "__main__":
    main()
