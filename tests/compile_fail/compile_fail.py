"""`compile_fail.py COMPILER ROOT SNIPPET`: the snippet compiles, and with OFFENCE defined it does not,
for the reason that its first line names (`// expect: a|b`, words of either compiler)."""

import pathlib
import re
import subprocess
import sys


def compiled(compiler, root, snippet, *more):
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-I", root,
                           "-I", str(pathlib.Path(root) / "sdk/include"), *more, snippet],
                          stderr=subprocess.PIPE, encoding="utf-8", env={"LC_ALL": "C",
                                                                        "PATH": "/usr/bin:/bin"})
    return done.returncode == 0, done.stderr


def main():
    compiler, root, snippet = sys.argv[1:]
    first = pathlib.Path(snippet).read_text(encoding="utf-8").splitlines()[0]
    expected = first.removeprefix("// expect: ")
    assert expected != first, "the first line says what is expected"
    fine, errors = compiled(compiler, root, snippet)
    assert fine, "without the offence it must compile:\n" + errors
    fine, errors = compiled(compiler, root, snippet, "-DOFFENCE")
    assert not fine, "the offence compiles"
    reason = "\n".join(line for line in errors.splitlines() if "error" in line)
    assert re.search(expected, reason), f"refused, but not for {expected}:\n{reason}"


if __name__ == "__main__":
    main()
