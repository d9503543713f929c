"""`tsunagu adapter test` is good only where the suite ran and its report was written."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

BUILD, SOURCE = (pathlib.Path(one).resolve() for one in (sys.argv.pop(1), sys.argv.pop(1)))
PROJECT = SOURCE / "examples/consultation_list"


class Test(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def run_in(self, build, report, *more):
        return subprocess.run([build / "tsunagu", "adapter", "test", PROJECT, "--junit", report, *more],
                              capture_output=True, text=True, check=False, env={"LANG": "C", "PATH": "/usr/bin"})

    def test_is_good_where_the_suite_ran(self):
        report = self.folder / "report.xml"
        done = self.run_in(BUILD, report)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        suites = ElementTree.parse(report).findall("testsuite")
        self.assertEqual([suite.get("errors") for suite in suites], [None, None])

    def test_runs_the_adapter_with_the_settings_that_are_given(self):
        done = self.run_in(BUILD, self.folder / "report.xml", "--set", "provenance=tax")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        done = self.run_in(BUILD, self.folder / "report.xml", "--set", "provenance=taxes")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("provenance", done.stderr)

    def test_fails_where_the_suite_is_not_installed(self):
        for name in ("tsunagu-adapter-host", "adapters", "share"):
            (self.folder / name).symlink_to(BUILD / name)
        (self.folder / "sdk").symlink_to(SOURCE / "sdk")
        shutil.copy(BUILD / "tsunagu", self.folder)
        done = self.run_in(self.folder, self.folder / "report.xml")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("tsunagu-conformance is not installed", done.stderr)
        self.assertEqual(len(ElementTree.parse(self.folder / "report.xml").findall(".//error")), 1)

    def test_fails_where_the_report_can_not_be_written(self):
        done = self.run_in(BUILD, self.folder / "nowhere/report.xml")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("the report can't be written", done.stderr)


if __name__ == "__main__":
    unittest.main()
