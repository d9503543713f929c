#!/usr/bin/python3
"""Linkage on invented municipalities: how good the links and households are by the truth, and how long
1,000,000 prepared records take beside a radix sort of their block keys with each pair touched once.

bench_linkage.py BUILD [--persons N] [--seeds N…] [--hard N] [--rows N] [--rounds N]"""

import argparse
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent)]
from table import head, median, row

CONFIG = pathlib.Path(__file__).parents[2] / "config"
QUALITY = re.compile(r"all precision (\S+) recall (\S+) .* across (\S+) / (\S+); rest asked (\S+), list \d+ = (\S+)")

DIRT = re.compile(r"^(\w+) +(\d+) true pairs, recall (\S+)$", re.MULTILINE)
CURVE = re.compile(r"curve +(\d+) bits: precision (\S+) recall (\S+)")
HARD = ("twins", "father_and_son", "in_laws", "neighbours")


def told(program, *words):
    return subprocess.run([program, CONFIG, *map(str, words)], check=True, stdout=subprocess.PIPE,
                          encoding="utf-8").stdout


def numbers(pattern, text):
    return [float(found) for found in re.findall(pattern, text)]


def two_columns(lines):
    half = (len(lines) + 1) // 2
    for left, right in zip(lines, lines[half:] + [""]):
        print(f"  {left:<48}{right}".rstrip())


def by_dirt(text):
    """Kinds that nobody's records had are left out."""
    print("\n  recall by what befell either record, and true pairs")
    two_columns([f"{kind:<20}  {recall}  {int(pairs):>7,}"
                 for kind, pairs, recall in DIRT.findall(text) if pairs != "0"])


def curve(asked):
    """Of the first seed: what another threshold for "same" would give; hub.yaml's is 6 bits."""
    text = told(asked.build / "bench/bench_linkage_quality", "--persons", asked.persons, "--curve", asked.seeds[0])
    print("\n  threshold, precision, recall")
    two_columns([f"{bits:>2} bits  {precision}  {recall}" for bits, precision, recall in CURVE.findall(text)])
    print()


def quality(asked, dirt, goals):
    text = told(asked.build / "bench/bench_linkage_quality", "--persons", asked.persons, "--dirt", dirt,
                "--hard", asked.hard, *asked.seeds)
    found = QUALITY.search(text).groups()
    names = ("pairs, precision", "pairs, recall", "across fields, precision", "across fields, recall",
             "of the rest, on the review list", "review list, share of persons")
    for name, value, goal in zip(names, found, goals):
        row(f"{name}, dirt {dirt}", value, goal=goal)
    for name, goal in (("precision", ">= 0.985"), ("recall", ">= 0.975")):
        worst = min(numbers(rf"households .*{name} ([0-9.]+)", text))
        row(f"households, {name}, worst seed, dirt {dirt}", f"{worst:.5f}", goal=goal if dirt == 1 else "")
    for kind in HARD:
        joined = numbers(rf"hard {kind}: ([0-9]+) joined", text)
        row(f"constructed {kind.replace('_', ' ')}, joined, dirt {dirt}", f"{sum(joined):.0f}", goal="0")
    by_dirt(text)


def speed(asked, *crowded):
    text = told(asked.build / "bench/bench_linkage_speed", "--rows", asked.rows, "--rounds", asked.rounds,
                *crowded)
    ours = [sum(pair) for pair in zip(numbers(r"link (\d+) ms", text), numbers(r"homes (\d+) ms", text))]
    limit = numbers(r"limit (\d+) ms", text)
    name = "crowded" if crowded else "usual"
    row(f"{asked.rows:,} records, {name}, ms", f"{median(ours):.0f}", f"{median(limit):.0f}",
        median(ours) / max(median(limit), 1), "" if crowded else "<= 1,200")
    if not crowded:
        row("ratio to the bare limit", f"{median(ours) / max(median(limit), 1):.2f}", goal="<= 3")
    row("least of the rounds, ms", f"{min(ours):.0f}", f"{min(limit):.0f}", min(ours) / max(min(limit), 1))
    row("candidate pairs a record", re.search(r"= (\S+) a row", text)[1], goal="about 20" if crowded else "")
    row("records prepared, MiB", re.search(r"prepared .* in (\d+) MiB", text)[1])
    row("the whole process at its most, MiB", f"{max(numbers(r'peak ([0-9]+) MiB', text)):.0f}", goal="<= 200")


def arriving(asked):
    text = told(asked.build / "bench/bench_linkage_speed", "--rows", asked.rows, "--new", 1000)
    middle, worst, growing, index = re.search(
        r"median (\S+) ms worst (\S+) ms of .* worst before (\S+) ms, index (\d+) MiB", text).groups()
    row(f"a new record among {asked.rows:,}, median, ms", middle, goal="<= 5")
    row("worst of 1,000, ms", worst, goal="<= 5")
    row("worst while they came (tables grow), ms", growing)
    row("index of all, whole process, MiB", index)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--persons", type=int, default=100_000)
    options.add_argument("--seeds", type=int, nargs="+", default=[21, 22, 23])
    options.add_argument("--hard", type=int, default=10_000)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    head("Linkage")
    quality(asked, 1, (">= 0.998", ">= 0.985", "", ">= 0.97", ">= 0.80", "<= 0.02"))
    curve(asked)
    quality(asked, 2, (">= 0.998", ">= 0.95", "", "", "", ""))
    speed(asked)
    speed(asked, "--crowded")
    arriving(asked)


if __name__ == "__main__":
    main()
