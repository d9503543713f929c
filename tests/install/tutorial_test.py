"""Follows the tutorial, command by command, in both languages and both ways. Usage: tutorial_test.py SOURCE BUILD"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
sys.path.insert(0, str(SOURCE / "tests"))
from free_port import free_port

PAGES = ("docs/tutorial.ja.md", "docs/tutorial.md")
# The number of commands stands in the title of each way: 「6個のコマンド」, "6 commands".
WAY = re.compile(r"^## .*?(\d+)(?:個のコマンド| commands)$", re.MULTILINE)
BLOCK = re.compile(r"^( *)```sh\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def ways(page):
    """Of each way: how many commands its title promises, and the commands."""
    text = (SOURCE / page).read_text(encoding="utf-8")
    titles = list(WAY.finditer(text))
    for title in titles:
        end = text.find("\n## ", title.end())
        blocks = BLOCK.findall(text[title.end():end if end > 0 else len(text)])
        yield int(title.group(1)), [line.strip() for _, block in blocks for line in block.splitlines() if line.strip()]


class Tutorial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.sdk = pathlib.Path(cls.folder.name) / "usr"
        done = subprocess.run(["/usr/bin/cmake", "--install", BUILD, "--prefix", cls.sdk, "--component", "dev"],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_promises_as_many_commands_as_it_has(self):
        for page in PAGES:
            found = list(ways(page))
            self.assertEqual(len(found), 2, page)
            for promised, commands in found:
                self.assertEqual(promised, len(commands), page)

    def test_says_the_same_in_both_languages(self):
        self.assertEqual(list(ways(PAGES[0])), list(ways(PAGES[1])))

    def follow(self, commands):
        environment = {"PATH": f"{BUILD}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8", "PORT": str(free_port()),
                       "CMAKE_PREFIX_PATH": str(self.sdk), "HOME": os.environ.get("HOME", "/")}
        with tempfile.TemporaryDirectory() as place:
            try:
                for command in commands:
                    done = subprocess.run(["/bin/bash", "-c", command], cwd=place, env=environment, capture_output=True,
                                          text=True, check=False, timeout=280)
                    log = pathlib.Path(place) / "mimamori/hub/hub.log"
                    told = log.read_text(encoding="utf-8") if log.exists() else ""
                    self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}{done.stderr}{told}")
                return done.stdout
            finally:
                stop = pathlib.Path(place) / "mimamori/start_hub"
                if stop.exists():
                    subprocess.run([stop, "--stop"], env=environment, check=True)

    def test_in_cpp_brings_the_first_record_into_a_running_hub(self):
        self.assertRegex(self.follow(next(ways(PAGES[0]))[1]), r"applied +- +4 +4 ")

    def test_without_a_program_brings_the_first_record_into_a_running_hub(self):
        self.assertRegex(self.follow(list(ways(PAGES[0]))[1][1]), r"applied +- +4 +4 ")


if __name__ == "__main__":
    sys.exit(unittest.main(argv=sys.argv[:1]))
