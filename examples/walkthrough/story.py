"""Reads households/*.txt: blocks of `[section]` with `key: value` lines, `#` comments, `\\n` for a line break, `\\x20` for a lone space."""

import pathlib

FOLDER = pathlib.Path(__file__).parent / "households"


def read_blocks():
    """Every block of every file, in the files' order, as (section, {key: value})."""
    return [block for path in sorted(FOLDER.glob("*.txt")) for block in blocks_of(path)]


def blocks_of(path):
    blocks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip(" ")
        if not text or text.startswith("#"):
            continue
        if text.startswith("["):
            blocks.append((text.strip("[]"), {}))
            continue
        key, colon, value = text.partition(": ")
        if not colon or not blocks:
            raise SystemExit(f"{path.name}:{number}: neither [section] nor key: value")
        blocks[-1][1][key] = value.replace("\\n", "\n").replace("\\x20", " ")
    return blocks


def rows(section, columns):
    """The rows of one section, complete: a column that a block doesn't name is empty."""
    found = []
    for name, values in read_blocks():
        if name != section:
            continue
        unknown = set(values) - set(columns)
        if unknown:
            raise SystemExit(f"[{section}]: no such column: {sorted(unknown)}")
        found.append({column: values.get(column, "") for column in columns})
    return found


def tree(values):
    """{'child.name': 'x', 'guardians.0.relation': '母'} as nested objects and lists."""
    root = {}
    for path, value in values.items():
        at, steps = root, path.split(".")
        for step in steps[:-1]:
            at = at.setdefault(step, {})
        at[steps[-1]] = {"true": True, "false": False, "null": None}.get(value, value)
    return listed(root)


def listed(node):
    """Objects whose keys are 0, 1, 2 … become lists."""
    if not isinstance(node, dict):
        return node
    if node and all(key.isdigit() for key in node):
        return [listed(node[key]) for key in sorted(node, key=int)]
    return {key: listed(value) for key, value in node.items()}
