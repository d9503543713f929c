#!/usr/bin/python3
"""How long the conformance suite takes of each adapter that the tests run it of.

bench_conformance.py BUILD [--only NAME]"""

import argparse
import json
import pathlib
import subprocess
import time

from table import head, row

PREFIX = "conformance_"


def suites(build, only):
    """The name of each and its command, as ctest runs it."""
    command = ["/usr/bin/ctest", "--test-dir", build, "--show-only=json-v1", "-R", f"^{PREFIX}{only}"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    for test in json.loads(told)["tests"]:
        yield test["name"].removeprefix(PREFIX), test["command"]


def seconds_of(command):
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--only", default="", metavar="NAME")
    asked = options.parse_args()
    head("The conformance suite")
    for name, command in suites(asked.build.resolve(), asked.only):
        row(f"of {name}, s", f"{seconds_of(command):.1f}", goal="<= 20")


if __name__ == "__main__":
    main()
