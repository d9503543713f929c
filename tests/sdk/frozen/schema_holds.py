"""Whatever a frozen version of the case schema accepts, today's accepts: no member gone, none more required, no limit narrower.

Usage: schema_holds.py FROZEN_FOLDER TODAY_FOLDER LEAST (how many schemas it has to find). What it doesn't know how to compare must be the same in both."""

import json
import pathlib
import sys

SAID_ONLY = {"title", "description", "note", "$id", "$schema", "$comment", "$defs", "x-gate-item"}
LEAST = {"minLength", "minimum", "minItems"}
MOST = {"maxLength", "maximum", "maxItems"}


class Folder:
    def __init__(self, path):
        self.documents = {file.name: json.loads(file.read_text(encoding="utf-8"))
                          for file in sorted(pathlib.Path(path).glob("*.schema.json"))}

    def resolved(self, document, schema):
        while "$ref" in schema:
            file, _, pointer = schema["$ref"].partition("#")
            document = document if not file else self.documents[file.rsplit("/", 1)[-1]]
            rest = {key: value for key, value in schema.items() if key != "$ref"}
            target = document
            for part in filter(None, pointer.split("/")):
                target = target[part]
            schema = {**target, **rest}
        return document, schema


class Comparison:
    def __init__(self, frozen, today):
        self.frozen, self.today, self.faults, self.compared = frozen, today, [], 0

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def compare(self, where, old, new):
        """`old` and `new`: a document, and a schema inside it."""
        old, new = self.frozen.resolved(*old), self.today.resolved(*new)
        self.compared += 1
        for key in sorted((old[1].keys() | new[1].keys()) - SAID_ONLY):
            self.keyword(where, key, old, new)

    def keyword(self, where, key, old, new):
        before, now = old[1].get(key), new[1].get(key)
        if key == "properties":
            for name, schema in (before or {}).items():
                if name in (now or {}):
                    self.compare(f"{where}/{name}", (old[0], schema), (new[0], now[name]))
                else:
                    self.fault(f"{where}/{name}", "is gone")
        elif key == "required":
            for name in set(now or []) - set(before or []):
                self.fault(f"{where}/{name}", "is required now")
        elif key in ("items", "then") and isinstance(before, dict) and isinstance(now, dict):
            self.compare(f"{where}/{key}", (old[0], before), (new[0], now))
        elif key in ("anyOf", "allOf", "oneOf") and before and now and len(before) == len(now):
            for at, (one, other) in enumerate(zip(before, now)):
                self.compare(f"{where}/{key}/{at}", (old[0], one), (new[0], other))
        elif key == "enum" or key == "type":
            missing = [one for one in as_list(before) if one not in as_list(now)]
            if now is not None and (before is None or missing):
                self.fault(where, f"{key} takes {missing or 'anything'} no more")
        elif key in LEAST and now is not None and (before is None or now > before):
            self.fault(where, f"{key} is {now}, was {before}")
        elif key in MOST and now is not None and (before is None or now < before):
            self.fault(where, f"{key} is {now}, was {before}")
        elif key not in LEAST | MOST and now is not None and now != before:
            self.fault(where, f"{key} is another than it was")


def as_list(value):
    return value if isinstance(value, list) else [value]


def main(frozen_path, today_path, least):
    frozen, today = Folder(frozen_path), Folder(today_path)
    comparison = Comparison(frozen, today)
    for name, document in frozen.documents.items():
        if name in today.documents:
            other = today.documents[name]
            comparison.compare(name.removesuffix(".schema.json"), (document, document), (other, other))
        else:
            comparison.fault(name, "is gone")
    for fault in comparison.faults:
        print(fault)
    print(f"{comparison.compared} schemas compared, {len(comparison.faults)} narrower than they were")
    sys.exit(1 if comparison.faults or comparison.compared < int(least) else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
