"""`tsunagu adapter try` shows each step of a record, to a person and with --json to a program."""

import json
import pathlib
import subprocess
import sys
import unittest

BUILD, SOURCE = (pathlib.Path(one).resolve() for one in (sys.argv.pop(1), sys.argv.pop(1)))
FILE = SOURCE / "examples/counter_export/testdata/in/MADOGUCHI_20260410.csv"
STEPS = ("line", "encoding", "delivered", "feed", "recordKind", "recordKey", "schema", "normalized", "linked", "gate")


def tried(*more, file=FILE, language="C"):
    return subprocess.run([BUILD / "tsunagu", *more, "adapter", "try", file, "--records", "100",
                           "--adapter", BUILD / "adapters/adapter_counter.so"],
                          capture_output=True, text=True, env={"LANG": language, "PATH": "/usr/bin"})


class Try(unittest.TestCase):
    def lines(self, **more):
        return [json.loads(line) for line in tried("--json", **more).stdout.splitlines()]

    def test_json_has_every_step_of_every_record(self):
        lines = self.lines()
        records = [one for one in lines if one["kind"] == "record"]
        self.assertEqual(lines[-1]["kind"], "summary")
        self.assertEqual(len(records), lines[-1]["records"])
        for record in records:
            self.assertEqual(set(STEPS) - set(record), set())
        person = records[0]
        self.assertEqual((person["encoding"], person["recordKind"], person["schema"]), ("cp932", "person", []))
        self.assertIn({"pointer": "/contacts/0", "key": "0280990100"}, person["normalized"])
        name = next(one for one in person["gate"] if one["pointer"] == "/names/0/fullName")
        self.assertEqual((name["withConsent"]["decision"], name["withoutConsent"]["decision"]), ("allow", "deny"))
        self.assertEqual([one["column"] for one in lines if one["kind"] == "reject"], ["受付日", "受付番号"])

    def test_says_whom_in_the_file_a_person_is_held_beside(self):
        rows = FILE.read_bytes().decode("cp932").split("\r\n")
        again = rows[1].replace("12,2026", "99,2026", 1).replace(",9000000101,", ",,", 1)
        file = pathlib.Path(self.enterContext(__import__("tempfile").TemporaryDirectory())) / "MADOGUCHI_20260411.csv"
        file.write_bytes("\r\n".join([rows[0], rows[1], again, ""]).encode("cp932"))
        persons = [one for one in self.lines(file=file) if one.get("recordKind") == "person"]
        (link,) = persons[0]["linked"]
        self.assertEqual((link["line"], link["same"]), (3, False))
        self.assertEqual(set(link["by"]), {"name_birthday", "telephone", "address"})
        self.assertIn("行 3 madoguchi:2026-99", tried(file=file, language="ja_JP.UTF-8").stdout)


if __name__ == "__main__":
    unittest.main()
