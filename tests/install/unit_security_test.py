"""The systemd units' exposure level, as systemd itself reckons it, is at most 1.5."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

UNITS = sorted((pathlib.Path(__file__).parents[2] / "config/systemd").glob("*.service"))
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
