"""The systemd unit's exposure level, as systemd itself reckons it, is at most 1.5."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

UNIT = pathlib.Path(__file__).parents[2] / "config/systemd/tsunagu-hub@.service"
LIMIT = 1.5


def exposure(text):
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / "tsunagu-hub@.service"
        unit.write_text(text, encoding="utf-8")
        answer = subprocess.run(
            ["/usr/bin/systemd-analyze", "security", "--offline=yes", "--no-pager", str(unit)],
            capture_output=True, text=True, check=False, env={"LC_ALL": "C.UTF-8"}).stdout
    return float(re.search(r"exposure level for .*: ([0-9.]+)", answer).group(1))


class UnitSecurity(unittest.TestCase):
    def test_stays_below_the_limit(self):
        self.assertLessEqual(exposure(UNIT.read_text(encoding="utf-8")), LIMIT)

    def test_would_notice_a_looser_unit(self):
        text = UNIT.read_text(encoding="utf-8")
        for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "RestrictNamespaces=yes",
                     "PrivateUsers=yes", "CapabilityBoundingSet="):
            text = text.replace(line + "\n", "")
        self.assertGreater(exposure(text), LIMIT)


if __name__ == "__main__":
    sys.exit(unittest.main())
