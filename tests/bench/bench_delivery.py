#!/usr/bin/python3
"""Delivery by the running hub to 16 connections of a partner (claimed, decided by the gate, rendered, signed, sent, recorded
with its audit rows), beside bare libcurl multi with one commit a round; and what one dead partner of three costs the others.

bench_delivery.py BUILD [--count N] [--rounds N]"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from consultations import COLUMNS, row_of
from hub import Hub, Server, cpu_seconds
from table import head, median, row

PARTNERS = ("sakutomo", "shakyo", "nikon")
DESKS = ("sakutomo-takikan", "shakyo-jiritsu", "nikon-houkatsu")
REGISTER = "宛名番号,氏名カナ,生年月日,有効開始,有効終了,併せて支援を求める者,相手方氏名,相手方氏名カナ,相手方生年月日,相手方宛名番号\r\n"


class Sender(Hub):
    """Three partners receive, on the ports of a sink; its clock begins at an hour of a day on which the consents hold."""

    def __init__(self, build, folder, ports, hour):
        super().__init__(build, folder)
        self.ports = ports
        self.hour = hour

    def settings(self):
        return super().settings() + f"clock: {{start: 2026-04-10T0{self.hour}:00:00Z}}\nendpoints:\n" + "".join(
            f'  - {{partner: {partner}, url: "http://127.0.0.1:{port}/notices", addresses: [127.0.0.1], plain_http: true}}\n'
            for partner, port in zip(PARTNERS, self.ports))


def write_referrals(path, count):
    """Of each ten persons in the export's numbering the last comes twice: they are left out."""
    numbers = [number for number in range(count * len(DESKS) * 10 // 9 + 1) if number % 10 != 9][:count * len(DESKS)]
    line = lambda cells: ",".join('"' + cell + '"' for cell in cells) + "\r\n"
    with open(path, "w", encoding="cp932", newline="") as out:
        out.write(line(COLUMNS))
        for place, number in enumerate(numbers):
            consented = {"同意区分": "1", "同意年月日": "R8.3.2", "同意先": "J1", "つなぎ先機関コード": DESKS[place % len(DESKS)]}
            cells = {**row_of(number, 1), **consented}
            out.write(line([cells.get(column, "") for column in COLUMNS]))


def prepare(build, folder, sink, ports, count):
    """A stopped hub's folder with `count` orders to each of three paused partners, less what was refused on the way."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name:
        register, export = pathlib.Path(name) / "SHIENSOCHI_20260410.csv", pathlib.Path(name) / "KAIGO_SODAN_20260410083000.csv"
        register.write_text(REGISTER, encoding="utf-8")
        write_referrals(export, count)
        with Sender(build, folder, ports, 0) as hub:
            hub.ask("import", source="sakura-shien-sochi", feed="register", file=str(register))
            answer = hub.ask("import", source="kaigo", feed="consultations", file=str(export))
            if answer.get("state") != "applied":
                raise RuntimeError(f"the import ended otherwise: {answer}")
    return [count - int(refused) for refused in sink.ask("refused").split()]


def deliver(build, prepared, sink, ports, live, resumed):
    """Seconds and CPU seconds for all orders to the `live` ones; `resumed` and not live: dead, and resumed first."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name:
        folder = pathlib.Path(name) / "hub"
        shutil.copytree(prepared, folder)
        with Sender(build, folder, ports, 2) as hub:
            before = cpu_seconds(hub.process.pid)
            sink.tell("take " + " ".join(str(count) for count in live))
            for partner in reversed(resumed):
                hub.ask("partner.resume", partner=partner)
            took = float(sink.next_line(120))
            return sum(live) / took, (cpu_seconds(hub.process.pid) - before) / sum(live)


def bare(build, sink, port, count):
    """By the same watch as ours: the sink's, from the first answer to the last."""
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as folder:
        sink.tell(f"take {count} 0 0")
        out = subprocess.run([build / "bench/bench_multi", folder, str(count), port], check=True, capture_output=True,
                             text=True, timeout=120)
        return count / float(sink.next_line(120)), float(out.stdout) / count


def ratio_of(done, one, other):
    """Of each round for itself: what else the machine does meets both of a round, not all rounds alike."""
    return median([each[one][0] / each[other][0] for each in done])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--count", type=int, default=2_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    build = chosen.build.resolve()
    with tempfile.TemporaryDirectory(prefix="tsunagu-bench-") as name, Server([build / "bench/bench_sink"]) as sink:
        ports, prepared = sink.answer.split(), pathlib.Path(name) / "hub"
        prepared.mkdir()
        there = prepare(build, prepared, sink, ports, chosen.count)
        one, two = [there[0], 0, 0], [there[0], there[1], 0]
        done = [(deliver(build, prepared, sink, ports, one, PARTNERS[:1]), bare(build, sink, ports[0], there[0]),
                 deliver(build, prepared, sink, ports, two, PARTNERS[:2]),
                 deliver(build, prepared, sink, ports, two, PARTNERS)) for _ in range(chosen.rounds)]
    ours, limit, pair, beside = ([median(one[which][part] for one in done) for part in range(2)] for which in range(4))
    rate = lambda part: f"{part[0]:,.0f}/s"
    head("delivery: signed notices, each decided by the gate and recorded with its audit rows")
    row("16 connections", rate(ours), rate(limit), ratio_of(done, 0, 1), ">= 0.60",
        f"{ours[1] * 1e6:.0f} us (limit {limit[1] * 1e6:.0f})")
    row("two partners beside a dead third", rate(beside), rate(pair) + " alone", ratio_of(done, 3, 2), ">= 0.95",
        f"{beside[1] * 1e6:.0f} us")


if __name__ == "__main__":
    main()
