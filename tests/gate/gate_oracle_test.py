"""Holds `tsunagu gate decide` against the oracle: `gate_oracle_test.py PROGRAM GATE.md`.

Every path of the oracle's table with nothing told that it doesn't read, the same paths with the rest
filled at random, and fact sets from the whole cube; at least a million. Then the control: the table
with any one line left out must disagree with the program somewhere."""

import itertools
import json
import random
import re
import subprocess
import sys

import gate_oracle as oracle

AT_LEAST = 1_000_000
FILLS = 27  # random fills of each path
CHUNK = 100_000
STRANGE = ("unknown", "", "YES", "maybe", "給付")

FRAGMENTS = {name: [json.dumps(name) + ":" + json.dumps(v, ensure_ascii=False)
                    for v in values + STRANGE] + [""]
             for name, values in oracle.VALUES.items()}
LABEL = {name: {v: json.dumps(name) + ":" + json.dumps(v) for v in values + ("unknown",)}
         for name, values in oracle.VALUES.items()}


def line_of(parts):
    return "{" + ",".join(filter(None, parts)) + "}"


def path_lines(paths, pool, rng):
    """Each path alone, then with random facts beside it: the answer stays."""
    for facts, answer in paths:
        own = {name: LABEL[name][value] for name, value in facts.items()}
        yield line_of(own.values()), answer
        at = rng.randrange(len(pool))
        for step in range(FILLS):
            yield line_of({**pool[(at + step) % len(pool)], **own}.values()), answer


def cube_lines(rng, count):
    for _ in range(count):
        facts = {name: rng.choice(values) if rng.random() < 0.98 else rng.choice(STRANGE)
                 for name, values in oracle.VALUES.items()}
        parts = [json.dumps(n) + ":" + json.dumps(v, ensure_ascii=False) for n, v in facts.items()]
        rng.shuffle(parts)
        yield line_of(parts), oracle.decide(facts.__getitem__)


def ask(program, lines):
    done = subprocess.run([program, "gate", "decide", "--facts", "-"], check=True,
                          input="\n".join(lines) + "\n", stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout.splitlines()


def text_of(answer):
    return '{"decision":"%s","reason":"%s"}' % answer


def compare(program, pairs):
    """How many were asked; ends at the first disagreement."""
    asked = 0
    while chunk := list(itertools.islice(pairs, CHUNK)):
        answers = ask(program, [line for line, _ in chunk])
        assert len(answers) == len(chunk), "one answer a line"
        for (line, expected), got in zip(chunk, answers):
            assert got == text_of(expected), f"{line}\n  the page: {expected}\n  program: {got}"
        asked += len(chunk)
    return asked


def mutants():
    """The table without one line, for each line that can end a decision."""
    lines = oracle.TABLE.strip().splitlines()
    for at, line in enumerate(lines[:-1]):
        if "/" in line or "goto" in line:
            yield line, oracle.compile_table("\n".join(lines[:at] + lines[at + 1:]))


def survivors(paths):
    """Lines whose absence no path notices. `paths` hold the program's own answers by now."""
    for line, rules in mutants():
        if all(oracle.decide(lambda fact, f=facts: f.get(fact, oracle.UNKNOWN), rules) == answer
               for facts, answer in paths):
            yield line


def facts_of_page(text):
    """The table of facts: the names in its first column, the values in its second."""
    words = re.compile("`([a-z_]+)`")
    rows = [line.split("|") for line in text.splitlines() if line.startswith("| `")]
    return {name: tuple(words.findall(row[2])) for row in rows for name in words.findall(row[1])}


def main():
    program, page = sys.argv[1:]
    with open(page, encoding="utf-8") as text:
        assert facts_of_page(text.read()) == oracle.VALUES, "the page names other facts or values"
    rng = random.Random(20260410)
    pool = [{name: rng.choice(parts) for name, parts in FRAGMENTS.items()} for _ in range(4096)]
    paths = list(oracle.tree())
    asked = compare(program, path_lines(paths, pool, rng))
    asked += compare(program, cube_lines(rng, max(AT_LEAST - asked, 120_000)))
    assert asked >= AT_LEAST, asked
    unnoticed = list(survivors(paths))
    assert not unnoticed, "nothing notices the absence of:\n" + "\n".join(unnoticed)
    print(f"{asked} fact sets on {len(paths)} paths agree; {sum(1 for _ in mutants())} mutants caught")


if __name__ == "__main__":
    main()
