"""`run.py MODEL [DEFINE…]`: the model holds; with each DEFINE it must not.

Spin writes a verifier in C, which tries every interleaving."""

import pathlib
import re
import subprocess
import sys
import tempfile

DEPTH = 100_000


def verify(model, *defines):
    """(what was violated, or nothing; how many states were seen)"""
    with tempfile.TemporaryDirectory() as folder:
        def run(*words):
            done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  encoding="utf-8")
            assert done.returncode == 0, f"{' '.join(words)}:\n{done.stdout}"
            return done.stdout
        run("spin", *(f"-D{define}" for define in defines), "-a", str(model))
        run("gcc", "-O1", "-w", "-DSAFETY", "-DNOREDUCE", "-DVECTORSZ=2048", "-o", "pan", "pan.c")
        told = run("./pan", f"-m{DEPTH}")
    assert "max search depth too small" not in told, told
    violated = re.search(r"pan:1: (.*) \(at depth", told)
    assert bool(violated) == ("errors: 0" not in told), told
    return violated and violated.group(1), int(re.search(r"(\d+) states, stored", told).group(1))


def main():
    model = pathlib.Path(sys.argv[1]).resolve()
    violated, states = verify(model)
    assert not violated, f"{model.name} does not hold: {violated}; see `spin -a`, `pan`, `spin -t`"
    print(f"{model.name} holds in {states} states")
    for define in sys.argv[2:]:
        violated, _ = verify(model, define)
        assert violated and violated.startswith("assertion violated"), f"{define}: {violated}"
        print(f"  {define}: {violated}")


if __name__ == "__main__":
    main()
