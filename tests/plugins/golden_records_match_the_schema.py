"""Holds every record of every adapter's golden files against sdk/schema; prints each offence, status 1."""

import json
import pathlib
import sys

import jsonschema


def validators(folder):
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.schema.json"))]
    store = {document["$id"]: document for document in documents}
    found = {}
    for document in documents:
        kind = document["$id"].rsplit("/", 1)[1].split(".")[0]
        resolver = jsonschema.RefResolver(document["$id"], document, store=store)
        found[kind] = jsonschema.Draft202012Validator(document, resolver=resolver)
    return found


def offences(root):
    by_kind = validators(root / "sdk" / "schema")
    for path in sorted(path for room in ("plugins", "examples")
                       for path in (root / room).glob("*/testdata/expected/*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(line)
            for error in by_kind[record["kind"]].iter_errors(record):
                yield f"{path.relative_to(root)}:{number}: /{'/'.join(map(str, error.path))}: {error.message}"
            for unknown in sorted(set(record) - set(by_kind[record["kind"]].schema["properties"])):
                yield f"{path.relative_to(root)}:{number}: /{unknown}: not in the schema"


def main():
    found = list(offences(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "every golden record is as the schema says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
