"""Judges the fixtures and the examples by the JSON Schema documents alone.

The decoder's test judges the same files: what stands in good/ must pass both, what stands in bad/
must fail both. Usage: schema_verdicts.py SOURCE_DIR"""

import json
import pathlib
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])
schemas = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((root / "sdk/schema").glob("*.schema.json"))
}
store = {document["$id"]: document for document in schemas.values()}


def validator(name):
    schema = schemas[name + ".schema.json"]
    return jsonschema.Draft202012Validator(
        schema,
        resolver=jsonschema.RefResolver(schema["$id"], schema, store=store),
        format_checker=jsonschema.FormatChecker(formats=["date"]),
    )


VALIDATORS = {name.removesuffix(".schema.json"): None for name in schemas}
for known in VALIDATORS:
    jsonschema.Draft202012Validator.check_schema(schemas[known + ".schema.json"])
    VALIDATORS[known] = validator(known)


def kind_of(path):
    """The longest schema name that the file's name begins with."""
    return max((k for k in VALIDATORS if path.stem.startswith(k)), key=len)


def judge(folder, wanted):
    wrong, seen = [], 0
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        error = next(VALIDATORS[kind_of(path)].iter_errors(document), None)
        seen += 1
        if (error is None) != wanted:
            wrong.append(f"{path.name}: {'passes' if error is None else error.message}")
    return wrong, seen


fixtures = root / "tests/hub/codec/fixtures"
failures, count = [], 0
for where, good in ((root / "sdk/schema/examples", True), (fixtures / "good", True),
                    (fixtures / "bad", False)):
    more, seen = judge(where, good)
    failures += more
    count += seen
for failure in failures:
    print(failure)
print(f"{count} documents judged, {len(failures)} otherwise than wanted")
sys.exit(1 if failures or count == 0 else 0)
