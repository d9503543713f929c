"""参加支援 at the command line: a person is offered a place by a consent that names it, tries it, joins;
both sides are asked how it goes; what nothing meets is counted as missing; what is public goes out."""

import csv
import io
import json
import os
import pwd
import unittest

import sakura_files as files
from hub_process import REGISTER, Hub, export

OFFICER = pwd.getpwuid(os.getuid()).pw_name


class Participation(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo", "chiiki_shigen"],
                       officers=f"\n  - {{user: {OFFICER}, desk: sakutomo-takikan, decides: true}}").start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        name, resources = export("chiiki-shigen")
        self.hub.bring("chiiki-shigen", "chiiki_shigen", resources, name)
        self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260411083000.csv")
        case = self.hub.ask("case.list")[0]["case"]
        self.person = next(one["person"] for one in self.hub.ask("case.show", case=case) if "person" in one)

    def run_command(self, *words, status=0):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout if status == 0 else done.stderr

    def place(self, name):
        return next(one["resource"] for one in self.hub.ask("resource.list", limit=1000) if one["name"] == name)

    def agree(self, place):
        self.run_command("consent", "give", self.person, "--object", "sharing", "--recipient", f"resource/{place}",
                         "--purpose", "participation", "--item", "identity", "--forum", "CONSENT",
                         "--until", "2027-03-31", "--how", "written")

    def test_from_the_proposal_to_the_follow_up(self):
        offered = self.run_command("match", "propose", self.person, "--town", "氏家")
        name = "まちなか保健室"
        self.assertIn(name, offered)
        place = self.place(name)
        refused = self.run_command("match", "offer", self.person, place, "--items", "identity", "--checked", status=4)
        self.assertIn("同意", refused)
        self.agree(place)
        said = self.run_command("match", "offer", self.person, place, "--items", "identity", "--checked")
        (match,) = [one["match"] for one in self.hub.ask("match.list")]
        self.assertIn(match, said)
        for step in ("visit", "try", "join"):
            self.run_command("match", step, match)
        self.run_command("match", "visit", match, status=1)
        self.run_command("match", "feedback", match, "--side", "person", "--text", "また行きたい")
        shown = self.run_command("match", "show", match)
        self.assertIn("また行きたい", shown)
        self.assertIn(name, shown)
        self.assertIn(match, self.run_command("match", "list"))
        self.assertIn("ありません", self.run_command("match", "due"))
        self.run_command("audit", "verify")

    def test_what_nothing_meets_is_missing(self):
        self.run_command("match", "propose", self.person, "--kinds", "住まい", "--town", "氏家")
        self.assertIn("住まい", self.run_command("shortage", "list"))

    def test_what_an_officer_finds_is_registered_and_what_is_for_staff_stays(self):
        file = self.hub.root / "resource.json"
        file.write_text(json.dumps({
            "kind": "resource", "schemaVersion": "1", "recordKey": "own:1", "publicRange": "public",
            "resourceKind": {"text": "居場所"}, "name": "架空の縁側", "address": {"fullAddress": "さくら市氏家1-1"},
            "assuredAt": {"date": "2026-04-01"}}, ensure_ascii=False))
        self.run_command("resource", "register", str(file))
        place = self.place("架空の縁側")
        self.assertIn("架空の縁側", self.exported())
        self.run_command("resource", "edit", place, "--range", "staff", "--places", "few", "--contact", "架空の連絡先")
        self.assertIn("架空の連絡先", self.run_command("resource", "show", place))
        self.assertNotIn("架空の縁側", self.exported())
        file.write_text("{")
        self.assertIn("JSON", self.run_command("resource", "register", str(file), status=1))
        hsds = json.loads(self.run_command("resource", "export", "--format", "hsds"))
        self.assertTrue(hsds)

    def exported(self):
        rows = list(csv.reader(io.StringIO(self.run_command("resource", "export", "--format", "csv"))))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        return json.dumps(rows, ensure_ascii=False)


if __name__ == "__main__":
    unittest.main()
