"""Starts a hub with each example that is an adapter, by the two commands of its README, until its first record is in.

Usage: start_hub_test.py SOURCE BUILD"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
sys.path.insert(0, str(SOURCE / "tests"))
from free_port import free_port

# What the conformance suite runs is an adapter.
EXAMPLES = sorted(file.parent for file in (SOURCE / "examples").glob("*/conformance.json"))
IMPORT = re.compile(r"`(tsunagu import [^`]+ --socket hub/admin\.sock)`")


class Shelf(unittest.TestCase):
    def test_has_examples_in_every_way_of_writing_one(self):
        self.assertGreaterEqual(len(EXAMPLES), 4)
        kinds = {file.suffix for folder in EXAMPLES for file in folder.iterdir()}
        self.assertLessEqual({".cpp", ".py", ".yaml"}, kinds)

    def test_is_named_by_both_tutorials(self):
        for page in ("docs/tutorial.md", "docs/tutorial.ja.md"):
            text = (SOURCE / page).read_text(encoding="utf-8")
            for folder in EXAMPLES:
                with self.subTest(page=page, example=folder.name):
                    self.assertIn(f"../examples/{folder.name}/README.md", text)

    def test_is_what_the_table_adapters_page_shows(self):
        page = (SOURCE / "plugins/table/README.md").read_text(encoding="utf-8")
        (shown,) = re.findall(r"```yaml\n#[^\n]*\n(.*?)```", page, re.DOTALL)
        self.assertEqual(shown, (SOURCE / "examples/consultation_list/source.yaml").read_text(encoding="utf-8"))

    def test_says_how_small_an_adapter_may_be_and_keeps_to_it(self):
        for file, most, columns in (("smallest_adapter/smallest_adapter.cpp", 60, 3), ("counter_export/counter_export.cpp", 200, 30)):
            with self.subTest(file=file):
                lines = (SOURCE / "examples" / file).read_text(encoding="utf-8").splitlines()
                self.assertLess(len(lines), most)
                self.assertLessEqual(max(map(len, lines)), 140)
                export = next(one for one in sorted((SOURCE / "examples" / file).parent.rglob("*")) if one.suffix in (".tsv", ".csv"))
                cells = re.split(b"[,\t]", export.read_bytes().splitlines()[0])
                self.assertEqual(len(cells), columns)

    def run_in(self, folder, environment, command):
        done = subprocess.run(["/bin/bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True,
                              check=False, timeout=120)
        log = folder / "hub/hub.log"
        told = log.read_text(encoding="utf-8") if log.exists() else ""
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}{done.stderr}{told}")
        return done.stdout

    def bring_in(self, folder):
        """The records that the hub took; the example is copied, so that nothing is left in the tree."""
        environment = {"PATH": f"{BUILD}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PORT": str(free_port())}
        with tempfile.TemporaryDirectory() as place:
            (pathlib.Path(place) / "sdk").symlink_to(SOURCE / "sdk")
            copy = pathlib.Path(place) / "examples" / folder.name
            shutil.copytree(folder, copy)
            (command,) = IMPORT.findall((folder / "README.md").read_text(encoding="utf-8"))
            try:
                self.run_in(copy, environment, "./start_hub")
                self.run_in(copy, environment, command)
                told = self.run_in(copy, environment, "tsunagu --json arrival list --socket hub/admin.sock")
            finally:
                self.run_in(copy, environment, "./start_hub --stop")
        return [json.loads(line) for line in told.splitlines()]

    def test_brings_the_first_record_of_each_into_a_running_hub(self):
        for folder in EXAMPLES:
            with self.subTest(example=folder.name):
                arrivals = [one for one in self.bring_in(folder) if one.get("state") == "applied"]
                self.assertEqual(len(arrivals), 1)
                self.assertGreater(arrivals[0].get("records", 0), 0, arrivals)


if __name__ == "__main__":
    sys.exit(unittest.main(argv=sys.argv[:1]))
