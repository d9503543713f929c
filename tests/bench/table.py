"""The table of a bench: ours, the bare limit of the same run, their ratio, the goal, CPU each."""

import statistics
import sys

WIDTHS = (45, 11, 11, 6, 9, 8)  # 100 columns


def line(*cells):
    print("  ".join(str(cell).ljust(width) for cell, width in zip(cells, WIDTHS)).rstrip(), flush=True)


def head(title):
    print(f"\n{title}")
    line("", "ours", "limit", "ratio", "goal", "CPU each")


def row(name, ours, limit="", ratio="", goal="", cpu=""):
    shown = f"{ratio:.2f}" if isinstance(ratio, float) else ratio
    line(name, ours, limit, shown, goal, cpu)


def median(values):
    return statistics.median(values)


def note(text):
    print(f"  {text}", file=sys.stderr, flush=True)
