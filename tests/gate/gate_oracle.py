"""Walks through GATE.md's rules as gate_table.txt states them, for the program's command line."""

import pathlib

UNKNOWN = "unknown"
CONSENTS = ("consent=given consent_stale=no covers_forum=yes covers_recipient=yes "
            "covers_purpose=yes covers_label=yes")


def read_table(path):
    """The facts with their values, and the rules as text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    rules = lines.index("[rules]")
    facts = dict(line.split(": ") for line in lines[1:rules])
    return {name: tuple(words.split()) for name, words in facts.items()}, "\n".join(lines[rules + 1:])


VALUES, TABLE = read_table(pathlib.Path(__file__).parent / "gate_table.txt")


def accepts(fact, words):
    """The values that `a|b` or `!a|b` stands for."""
    named = words.lstrip("!").split("|")
    assert set(named) <= set(VALUES[fact]), (fact, words)
    return frozenset(v for v in VALUES[fact] if (v in named) != words.startswith("!"))


def steps_of(text):
    for word in text.split():
        if word.endswith("?"):
            yield "read", word[:-1], None, None
        elif word.startswith("goto:"):
            yield "goto", int(word[5:]), None, None
        elif "=" in word:
            test, otherwise = word.split(":")
            fact, words = test.split("=")
            yield "want", fact, accepts(fact, words), tuple(otherwise.split("/"))
        elif word.startswith("CONSENTS:"):
            for test in CONSENTS.split():
                yield from steps_of(test + ":" + word.split(":")[1])
        else:
            yield "end", None, None, tuple(word.split("/"))


def compile_table(text):
    rules = []
    for line in text.strip().splitlines():
        head, steps = line.split(" | ")
        number, *conditions = head.split()
        when = [(c.split("=")[0], accepts(*c.split("="))) for c in conditions if c != "*"]
        rules.append((int(number), when, list(steps_of(steps))))
    return rules


RULES = compile_table(TABLE)


class Unknown(Exception):
    pass


def decide(read, rules=None):
    """`read(fact)` gives its value, or UNKNOWN. Answers (decision, reason)."""
    seen = {}

    def look(fact):
        if fact not in seen:
            value = read(fact)
            if value not in VALUES[fact]:
                raise Unknown
            seen[fact] = value
        return seen[fact]

    try:
        return walk(look, RULES if rules is None else rules)
    except Unknown:
        return ("deny", "unknown_fact")


def walk(look, rules):
    at_least = 0
    for number, when, steps in rules:
        if number < at_least or not all(look(fact) in good for fact, good in when):
            continue
        for kind, fact, good, answer in steps:
            if kind == "end":
                return answer
            if kind == "goto":
                at_least = fact
            elif kind == "read":
                look(fact)
            elif look(fact) not in good:
                return answer
    raise AssertionError("the table ends without an answer")


def tree(rules=None):
    """Every path through the table: for each fact that is read, each value and `unknown`.
    Yields (facts that were read, answer)."""
    stack = [()]
    while stack:
        prefix = stack.pop()
        chosen = dict(prefix)
        missing = []

        def read(fact):
            if fact not in chosen:
                missing.append(fact)
                return UNKNOWN
            return chosen[fact]

        answer = decide(read, rules)
        if not missing:
            yield chosen, answer
            continue
        for value in VALUES[missing[0]] + (UNKNOWN,):
            stack.append(prefix + ((missing[0], value),))
