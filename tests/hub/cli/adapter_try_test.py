"""`tsunagu adapter try` shows each step of a record, to a person and with --json to a program."""

import json
import pathlib
import subprocess
import sys
import unittest

BUILD, SOURCE = (pathlib.Path(one).resolve() for one in (sys.argv.pop(1), sys.argv.pop(1)))
FILE = SOURCE / "examples/counter_export/testdata/in/MADOGUCHI_20260410.csv"
STEPS = ("line", "encoding", "delivered", "feed", "recordKind", "recordKey", "schema", "normalized", "linked", "gate")


def tried(*more, file=FILE, language="C", config=None):
    return subprocess.run([BUILD / "tsunagu", *more, "adapter", "try", file, "--records", "100",
                           "--adapter", BUILD / "adapters/adapter_counter.so", *(["--config", config] if config else [])],
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
        self.assertEqual((link["line"], link["answer"], link["number"]), (3, "same", ""))
        self.assertLessEqual({"family", "given", "birth", "address", "phone"}, {one["field"] for one in link["fields"]})
        said = tried(file=file, language="ja_JP.UTF-8").stdout
        self.assertIn("行 3 madoguchi:2026-99: 同じ人とする", said)
        self.assertIn("生年月日: 同じ", said)

    def test_links_by_the_named_hubs_thresholds_and_weights_and_says_so(self):
        self.assertEqual(self.lines()[0], {"kind": "linkage", "same": "+6.0", "perhaps": "-10.0", "weights": "standard", "model": ""})
        self.assertIn("--config hub.yaml", tried(language="ja_JP.UTF-8").stdout)
        place = pathlib.Path(self.enterContext(__import__("tempfile").TemporaryDirectory()))
        hub = place / "hub.yaml"
        hub.write_text(f"""data: data
municipality: {SOURCE}/config/municipalities/sakura
shared: {SOURCE}/config
adapters: .
listen: [{{address: 127.0.0.1, port: 0}}]
admin_socket: admin.sock
secrets: {{folder: .}}
linkage: {{same: 9, perhaps: -4}}
""", encoding="utf-8")
        lines = [json.loads(one) for one in tried("--json", config=hub).stdout.splitlines()]
        self.assertEqual((lines[0]["same"], lines[0]["perhaps"], lines[0]["weights"]), ("+9.0", "-4.0", "standard"))
        (place / "data").mkdir()
        (place / "data/linkage.model").write_text("no model\n", encoding="utf-8")
        broken = tried(config=hub)
        self.assertIn("linkage.model", broken.stderr)
        self.assertEqual((broken.returncode, broken.stdout), (1, ""))


if __name__ == "__main__":
    unittest.main()
