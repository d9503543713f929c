"""`mutate.py RULES OUT`: writes the gate's rules once per mutant, each broken in one way, as one source.

A mutant is the text of gate_rules.hpp with one span replaced, in a namespace of its own. The ways:
a wanted value, a compared value or a reason swapped, a comparison turned round, a condition or a step
dropped, an answer turned, a value taken out of a set or put into it, `and` made `or`, a rule left out,
two rules swapped."""

import re
import sys

VALUES = {
    "YesNo": ["yes", "no"],
    "SeatState": ["bound", "not_bound"],
    "OfficerDecision": ["none", "named"],
    "ConsentStatus": ["given", "expired", "withdrawn"],
    "Item": ["public_", "identity", "contact", "locating", "staff_note", "third_party", "youtai",
             "informant", "tax", "mynumber"],
    "Subject": ["focus", "household", "other"],
    "ForumClass": ["own", "consent", "consent_seated", "statutory", "youtai", "internal", "agency",
                   "benefit", "emergency", "report", "statistics", "self"],
    "RecipientKind": ["municipal", "other_organ", "public_body", "contractor", "person",
                      "representative"],
}
VALUE = re.compile(r"\b(%s)::(\w+)" % "|".join(VALUES))
VALUE_TEXT = re.compile(r"\b\w+::\w+")
# What an earlier rule has answered: to put it into a later rule's set changes nothing.
ANSWERED_BEFORE = {"Item::public_", "Item::informant", "Item::mynumber", "Item::third_party",
                   "ForumClass::own", "ForumClass::statistics", "ForumClass::self",
                   "RecipientKind::person", "RecipientKind::representative"}
RULES = [f"rule_{number}" for number in range(12)]


def other(kind, value):
    values = VALUES[kind]
    return values[(values.index(value) + 1) % len(values)]


def swapped_values(text):
    for match in VALUE.finditer(text):
        kind, value = match.groups()
        if value == "unknown" or text[:match.start()].endswith("case "):
            continue
        yield match.span(), f"{kind}::{other(kind, value)}"


def swapped_reasons(text):
    for match in re.finditer(r"Reason::(\w+)\)", text):
        yield match.span(1), "statistics" if match.group(1) != "statistics" else "harm"


def turned_comparisons(text):
    for match in re.finditer(r"f\.\w+ (==|!=) ", text):
        yield match.span(1), "!=" if match.group(1) == "==" else "=="


def dropped_steps(text):
    for match in re.finditer(r"\s*\.(want|template know<\w+>)\(f\.[^()]*\)", text):
        yield match.span(), ""


def dropped_consents(text):
    for match in re.finditer(r"return consents\(f, Reason::\w+\)", text):
        yield match.span(), "return Reading()"


def turned_conditions(text):
    for match in re.finditer(r"\bif \(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)(?= return| ?\n)", text):
        if "const Answer" not in match.group(1):
            yield match.span(1), "false"


def turned_answers(text):
    for match in re.finditer(r"return (deny\(Reason::\w+\)|mask\(Reason::\w+\)|goes_on);", text):
        yield match.span(1), "goes_on" if match.group(1) != "goes_on" else "allow"
        if match.group(1) != "goes_on":
            yield match.span(1), "allow"
    for match in re.finditer(r": (mask\(Reason::\w+\));", text):
        yield match.span(1), "allow"


def changed_sets(text):
    for match in re.finditer(r"\{(\w+::\w+(?:,\s*\w+::\w+)+)\}", text):
        values = re.split(r",\s*", match.group(1))
        kind = values[0].split("::")[0]
        if kind not in VALUES:
            continue
        for left_out in values:
            yield match.span(1), ", ".join(value for value in values if value != left_out)
        function = text[text.rindex("static constexpr", 0, match.start()):match.start()]
        known = {*values, *VALUE_TEXT.findall(function), *ANSWERED_BEFORE}
        more = [f"{kind}::{value}" for value in VALUES[kind] if f"{kind}::{value}" not in known]
        for value in more[:3]:
            yield match.span(1), ", ".join(values + [value])


def other_junctions(text):
    for match in re.finditer(r" (&&|\|\|) f\.", text):
        yield match.span(1), "||" if match.group(1) == "&&" else "&&"


def rule_list(text):
    """Rules 9 and 10 speak of different items: their order changes nothing."""
    span = re.search(r"\{(rule_0,[^}]*)\}", text).span(1)
    for at, rule in enumerate(RULES):
        yield span, ", ".join(r for r in RULES if r != rule)
        if at + 1 < len(RULES) and rule != "rule_9":
            swapped = RULES[:at] + [RULES[at + 1], rule] + RULES[at + 2:]
            yield span, ", ".join(swapped)


WAYS = [swapped_values, swapped_reasons, turned_comparisons, dropped_steps, dropped_consents,
        turned_conditions, turned_answers, changed_sets, other_junctions, rule_list]


def mutants(text):
    """(what was changed, the whole text), each text once. The rules are broken, not how they read."""
    seen = {text}
    reading = re.search(r"private:.*?static constexpr Reading consents", text, re.DOTALL).span()
    for way in WAYS:
        for (start, end), new in way(text):
            if reading[0] <= start < reading[1]:
                continue
            mutant = text[:start] + new + text[end:]
            if mutant in seen:
                continue
            seen.add(mutant)
            line = text.count("\n", 0, start) + 1
            change = f"{line}: {text[start:end]} -> {new or 'nothing'}"
            yield " ".join(change.split()), mutant


def without_comments(text):
    return re.sub(r"^ *//.*$", "", text, flags=re.MULTILINE)


def body_of(source):
    """The class alone, with the lines of the file kept."""
    lines = without_comments(source).splitlines()
    start = lines.index("template <class Seen>")
    end = lines.index("};", start) + 1
    return "\n" * start + "\n".join(lines[start:end]) + "\n"


HEAD = """// Written by mutate.py.
#include "tests/gate/mutants.hpp"

#include <initializer_list>
#include <optional>

using namespace hub::domain;
"""


def write(source, path, part, parts):
    chosen = list(enumerate(mutants(body_of(source))))[part::parts]
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for number, (_, text) in chosen:
            out.write(f"namespace mutant_{number} {{\n{text.strip()}\n}}\n")
        out.write("namespace gate_proof {\nstd::vector<Mutant> mutants_%d() {\n  return {\n" % part)
        for number, (change, _) in chosen:
            out.write(f'      {{"{change}", mutant_{number}::GateRules<WatchedFacts>::decide}},\n')
        out.write("  };\n}\n}  // namespace gate_proof\n")


def main():
    rules, out, part, parts = sys.argv[1:]
    with open(rules, encoding="utf-8") as text:
        write(text.read(), out, int(part), int(parts))


if __name__ == "__main__":
    main()
