"""GATE.md's rules a second time, as text: a table that a small interpreter walks through.

It was written from the page, not from hub/domain/gate.cpp, and shares nothing with it. A rule is a
line `when -> steps`; a step reads one fact and says what happens where it has none of the wanted
values. Reading a fact that is unknown always ends with deny unknown_fact."""

CONSENT_EVENTS = "never_asked asked given refused withdrawn expired"

VALUES = {
    "item": "public identity contact locating family statement special_care income staff_note "
            "third_party youtai informant tax mynumber",
    "subject": "focus household other",
    "forum_class": "own consent consent_seated statutory youtai internal agency benefit emergency "
                   "report statistics self",
    "holder": "yes no",
    "consent": CONSENT_EVENTS,
    "covers_forum": "yes no",
    "covers_recipient": "yes no",
    "covers_purpose": "yes no",
    "covers_label": "yes no",
    "consent_stale": "yes no",
    "seat": "bound not_bound",
    "convener_lawful": "yes no",
    "in_scope": "yes no",
    "recipient_kind": "municipal other_organ public_body contractor private person representative",
    "address_hidden": "yes no",
    "recipient_near": "yes no",
    "address_clearance": "yes no",
    "needed": "yes no",
    "officer_decision": "none named",
    "harm": "yes no",
    "opinion_for_item": "yes no",
    "youtai_released": "yes no",
}
VALUES = {name: tuple(words.split()) for name, words in VALUES.items()}
UNKNOWN = "unknown"

CONSENTS = ("consent=given consent_stale=no covers_forum=yes covers_recipient=yes "
            "covers_purpose=yes covers_label=yes")

# Each line: the conditions under which it is looked at (`*` always; `a|b` one of; `!a` none of), then
# its steps. A step is `fact=values:otherwise` (go on, else that answer), or an answer that ends.
# Conditions name only facts that an earlier line has read.
TABLE = """
0  *                                                     | item? subject? forum_class?
1  item=public                                           | allow/ok
1  item=mynumber                                         | deny/mynumber
1  item=informant                                        | deny/informant
2  *                                                     | address_hidden?
2  address_hidden=yes                                    | recipient_near=no:deny/hidden_person
3  forum_class=statistics                                | deny/statistics
4  item=third_party forum_class=!own|emergency|report    | deny/third_party
4  subject=other forum_class=!own|emergency|report|consent|consent_seated | deny/third_party
5  forum_class=self                                      | recipient_kind?
5  forum_class=self recipient_kind=representative        | officer_decision=named:deny/formal_request
5  forum_class=self                                      | recipient_kind=person|representative:deny/not_self
5  forum_class=self item=staff_note|youtai|tax           | deny/formal_request
5  forum_class=self                                      | harm=no:deny/harm allow/ok
6  *                                                     | recipient_kind=!person|representative:deny/not_self
7  forum_class=own                                       | holder=yes:deny/not_holder needed=yes:deny/not_needed goto:12
8  forum_class=!emergency|report                         | harm=no:deny/harm
9  item=tax                                              | CONSENTS:deny/tax_without_consent
10 item=youtai forum_class=statutory                     | youtai_released?
10 item=youtai forum_class=statutory youtai_released=yes | goto:11
10 item=youtai forum_class=!youtai|emergency|report recipient_kind=!municipal | deny/youtai
10 item=youtai forum_class=!youtai|emergency|report      | needed=yes:deny/youtai seat?
10 item=youtai forum_class=!youtai|emergency|report seat=bound | mask/youtai_pointer
10 item=youtai forum_class=!youtai|emergency|report      | officer_decision=named:deny/youtai mask/youtai_pointer
10 item=staff_note forum_class=consent|agency|benefit|emergency|report | deny/staff_note
10 item=staff_note forum_class=consent_seated|statutory|youtai | opinion_for_item=yes:deny/staff_note
11 forum_class=consent                                   | CONSENTS:deny/no_consent needed=yes:deny/not_needed
11 forum_class=consent_seated                            | in_scope=yes:deny/out_of_scope CONSENTS:deny/no_consent seat=bound:deny/not_seated needed=yes:deny/not_needed
11 forum_class=statutory|youtai                          | convener_lawful=yes:deny/wrong_convener in_scope=yes:deny/out_of_scope seat=bound:deny/not_seated needed=yes:deny/not_needed
11 forum_class=internal|agency|benefit|emergency|report  | officer_decision=named:deny/no_officer needed=yes:deny/not_needed
11 forum_class=internal recipient_kind=!municipal        | deny/wrong_recipient
11 forum_class=agency recipient_kind=!other_organ|public_body | deny/wrong_recipient
11 forum_class=report recipient_kind=!municipal|other_organ|public_body | deny/wrong_recipient
12 item=contact|locating forum_class=!emergency|report address_hidden=yes | address_clearance=yes:mask/hidden_address
12 *                                                     | allow/ok
"""


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
