#!/usr/bin/python3
"""Patterns of households through a daemon with its shipped patterns.yaml, by the truth of invented municipalities:
what is found of each, households and links included.

bench_patterns.py BUILD [--persons N] [--seeds N…]"""

import argparse
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "scenarios")]
from table import head, row

NAMES = {"precision": ">= 0.98", "recall": ">= 0.95"}


def measured(persons, seed):
    from invented_town import CleanUp, Town  # knows the build by its environment
    with CleanUp() as test:
        town = Town(test, persons, seed)
        town.hub.command("link", "estimate")
        return town.patterns()


def share(part, whole):
    return f"{part / max(1, whole):.4f}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--persons", type=int, default=5_000)
    options.add_argument("--seeds", type=int, nargs="+", default=[21, 22, 23])
    asked = options.parse_args()
    os.environ["TSUNAGU_BUILD_DIR"] = str(asked.build.resolve())
    head(f"Patterns of households, {len(asked.seeds)} × {asked.persons:,} persons")
    towns = [measured(asked.persons, seed) for seed in asked.seeds]
    sums = {code: [sum(getattr(town[code], what) for town in towns if code in town)
                   for what in ("right", "found", "true")]
            for code in sorted(set().union(*towns))}
    for code, (right, found, true) in sums.items():
        row(f"{code}, precision ({found} found)", share(right, found))
        row(f"{code}, recall ({true} true)", share(right, true))
    right, found, true = (sum(one[at] for one in sums.values()) for at in range(3))
    row(f"all, precision ({found} found)", share(right, found), goal=NAMES["precision"])
    row(f"all, recall ({true} true)", share(right, true), goal=NAMES["recall"])


if __name__ == "__main__":
    main()
