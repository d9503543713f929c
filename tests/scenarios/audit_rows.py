"""The rows of a running hub's audit log, as `tsunagu audit export` writes them down."""

import base64
import secrets
import uuid

DECISIONS = ("none", "allow", "mask", "deny")


class Parts:
    """Takes parts off the front of an entry's bytes: hub/audit/entry.cpp writes them."""

    def __init__(self, content):
        self.content = content

    def take(self, size):
        part, self.content = self.content[:size], self.content[size:]
        return part

    def length(self):
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def text(self):
        return self.take(self.length()).decode()

    def texts(self):
        return [self.text() for _ in range(self.length())]

    def persons(self):
        return [str(uuid.UUID(bytes=self.take(16))) for _ in range(self.length())]


def entry_of(content):
    parts = Parts(content)
    assert parts.take(1) == b"\1"
    return {"actor": parts.text(), "action": parts.text(), "objects": parts.texts(),
            "persons": parts.persons(), "recipient": parts.text(),
            "decision": DECISIONS[parts.take(1)[0]], "rule": parts.text(), "basis": parts.text(),
            "purpose": parts.text(), "fields": parts.texts(), "correlation": parts.text()}


def audit_rows(hub, **wanted):
    """The rows in order, each a dict; `wanted`: members that they must have."""
    file = hub.root / f"log-{secrets.token_hex(4)}.txt"
    hub.ask("audit.export", file=str(file))
    rows = []
    for line in file.read_text().splitlines()[1:-1]:
        seq, at, *_, contents = line.split(" ")
        if contents != "-":
            rows.append({"seq": int(seq), "at": int(at), **entry_of(base64.b64decode(contents))})
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]
