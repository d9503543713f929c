"""Holds the tree against rules.py. `check.py ROOT` prints one line an offence, exit status 1."""

import pathlib
import re
import sys

import rules

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
TARGET = re.compile(r"\b(hub|sdk)_([a-z]+)\b")
SOURCES = (".cpp", ".hpp", ".h")


def sources(root):
    for top in ("sdk", "hub", "plugins", "examples"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in SOURCES and "testdata" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def included_folder(header):
    """The folder of ours that an include line names, or None for a library's header."""
    if header.startswith("tsunagu/"):
        return "sdk/include"
    return rules.folder_of(header)


def include_offences(path, text):
    folder = rules.folder_of(path)
    for header in INCLUDE.findall(text):
        wanted = included_folder(header)
        if wanted and folder and wanted not in rules.reachable(folder):
            yield f"{path}: {folder} must not include {header}"
        for pattern, allowed in rules.LIBRARIES.items():
            if not wanted and re.match(pattern, header) and folder not in allowed:
                yield f"{path}: <{header}> belongs in {', '.join(allowed) or 'no folder'}"


def text_offences(path, text):
    for pattern, reason in rules.BANNED.items():
        if re.search(pattern, text) and not path.startswith("sdk/json"):
            yield f"{path}: {pattern}: {reason}"
    if re.search(rules.LOOKS_INSIDE, text) and path not in rules.LOOKERS:
        yield f"{path}: looks inside what is sealed; rules.py lists who may"
    lines = text.count("\n")
    if lines > rules.LINES_WALL:
        yield f"{path}: {lines} lines; the wall is {rules.LINES_WALL}"


def link_offences(root):
    """The link lines are the diagram: a target links only what its folder may include."""
    for path in sorted(root.glob("*/*/CMakeLists.txt")):
        name = path.relative_to(root).as_posix()
        folder = rules.folder_of(name)
        if not folder:
            continue
        for top, rest in TARGET.findall(path.read_text(encoding="utf-8")):
            wanted = f"{top}/{rest}"
            if wanted in rules.ARROWS and wanted not in rules.reachable(folder) \
                    and folder not in ("plugins", "examples/smallest_adapter", "examples/counter_export"):
                yield f"{name}: {folder} must not link {top}_{rest}"


def offences(root):
    for path, text in sources(root):
        yield from include_offences(path, text)
        yield from text_offences(path, text)
    yield from link_offences(root)


def main():
    found = list(offences(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "the includes are those of the plan")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
