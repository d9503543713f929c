#!/usr/bin/python3
"""An adapter's process: until it is ready, idle, and rows a second from bytes to parsed records at the hub, for
the smallest adapter in C++ and the one in Python.

bench_adapter.py BUILD [--rows N] [--rounds N]"""

import argparse
import pathlib
import shutil
import tempfile

from programs import numbers_told
from table import head, median, row

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = "\n%\t鍛冶ケ沢いきいきサロン\t毎月第2火曜 10:00\n"
SLIPS = "受付番号,受付日,氏名,住所,分類,内容\n%,2026-04-06,架空 花子,さくら市氏家1,見守り,新聞がたまっている\n"


def measured(build, adapter, feed, rows, text):
    return numbers_told(build / "bench/bench_adapter", build / "tsunagu-adapter-host", adapter, feed, rows, text=text)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=300_000)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    build = asked.build.resolve()
    with tempfile.TemporaryDirectory() as folder:
        script = shutil.copy(ROOT / "examples/python_adapter/renraku.py", pathlib.Path(folder) / "adapter_renraku")
        native = [measured(build, build / "adapters/adapter_smallest.so", "places", asked.rows, PLACES)
                  for _ in range(asked.rounds)]
        python = [measured(build, script, "list", asked.rows // 10, SLIPS) for _ in range(asked.rounds)]
    ready, idle, rate, cpu, records = (median(column) for column in zip(*native))
    head("Adapters")
    row("host with an adapter ready, ms", f"{ready:.1f}", goal="<= 20")
    row("host with an adapter idle, MiB", f"{idle:.1f}", goal="<= 10")
    row("record over the wire, hub side included, µs", f"{1e6 / rate:.1f}", goal="<= 10",
        cpu=f"{1e6 * cpu / records:.1f} µs")
    row("C++ adapter, rows/s from bytes to records", f"{rate:,.0f}", goal=">= 100,000")
    ready, idle, rate, cpu, records = (median(column) for column in zip(*python))
    row("Python adapter, rows/s (3 records each)", f"{rate:,.0f}", goal=">= 5,000", cpu=f"{1e6 * cpu / records:.1f} µs")
    row("Python adapter ready, ms; idle, MiB", f"{ready:.1f}; {idle:.1f}")


if __name__ == "__main__":
    main()
