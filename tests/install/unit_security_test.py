"""The systemd units as systemd itself reads them: nothing in them is unknown to it, and the exposure level of each
service is at most 1.5."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(__file__).parents[2] / "config/systemd"
UNITS = sorted(FOLDER.glob("*.service"))
LIMIT = 1.5
LOOSER = ("NoNewPrivileges=yes", "ProtectSystem=strict", "RestrictNamespaces=yes", "PrivateTmp=yes",
          "PrivateUsers=yes", "CapabilityBoundingSet=", "PrivateNetwork=yes")


def exposure(text):
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / "tsunagu@.service"
        unit.write_text(text, encoding="utf-8")
        answer = subprocess.run(
            ["/usr/bin/systemd-analyze", "security", "--offline=yes", "--no-pager", str(unit)],
            capture_output=True, text=True, check=False, env={"LC_ALL": "C.UTF-8"}).stdout
    return float(re.search(r"exposure level for .*: ([0-9.]+)", answer).group(1))


def remarks(name, change=lambda text: text):
    """What `systemd-analyze verify` has to say of a unit beside the others, whose programs are all there."""
    with tempfile.TemporaryDirectory() as folder:
        for unit in FOLDER.iterdir():
            text = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(encoding="utf-8"))
            (pathlib.Path(folder) / unit.name).write_text(change(text), encoding="utf-8")
        instance = name.replace("@.", "@sakura-kaigo.")
        answer = subprocess.run(
            ["/usr/bin/systemd-analyze", "verify", "--man=no", str(pathlib.Path(folder) / instance)],
            capture_output=True, text=True, check=False,
            env={"LC_ALL": "C.UTF-8", "SYSTEMD_UNIT_PATH": f"{folder}:", "SYSTEMD_LOG_TARGET": "console"})
    return [line for line in answer.stderr.splitlines() if folder in line or "tsunagu" in line]


class UnitWords(unittest.TestCase):
    def test_are_all_known_to_systemd(self):
        names = sorted(unit.name for unit in FOLDER.iterdir())
        self.assertIn("tsunagu-adapter@.socket", names)
        for name in names:
            with self.subTest(name):
                self.assertEqual(remarks(name), [])

    def test_would_notice_an_unknown_word(self):
        for change in (lambda text: text.replace("[Service]", "[Service]\nNoSuchWord=yes"),
                       lambda text: text.replace("@system-service\n", "@system-service @no-such-group\n")):
            self.assertTrue(remarks("tsunagu-adapter@.service", change))

    def test_let_the_host_build_its_walls(self):
        for name in ("tsunagu-hub@.service", "tsunagu-adapter@.service"):
            filters = " ".join(re.findall(r"(?m)^SystemCallFilter=([^~].*)$", (FOLDER / name).read_text(encoding="utf-8")))
            for call in ("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "seccomp", "prlimit64"):
                with self.subTest(name, call=call):
                    self.assertIn(call, filters.split())


class UnitSecurity(unittest.TestCase):
    def test_stays_below_the_limit(self):
        self.assertGreaterEqual(len(UNITS), 2)
        for unit in UNITS:
            with self.subTest(unit.name):
                self.assertLessEqual(exposure(unit.read_text(encoding="utf-8")), LIMIT)

    def test_would_notice_a_looser_unit(self):
        for unit in UNITS:
            with self.subTest(unit.name):
                text = unit.read_text(encoding="utf-8")
                for line in LOOSER:
                    text = text.replace(line + "\n", "")
                self.assertGreater(exposure(text), LIMIT)


if __name__ == "__main__":
    sys.exit(unittest.main())
