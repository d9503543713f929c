"""アウトリーチ等 at the command line (R-64 to R-66): somebody who can't be reached is entered with a ground, each
try is noted before any plan (R-52), and it leads to his consent; a sitting shows the line of support it decided."""

import base64
import os
import pwd
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, Hub, export
from referred import NOT_ASKED

OFFICER = pwd.getpwuid(os.getuid()).pw_name


class Outreach(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"], officers=f"\n  - {{user: {OFFICER}, desk: kikan-soudan, decides: true}}").start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **NOT_ASKED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv")
        self.case = self.hub.ask("referral.list")[0]["case"]
        self.person = next(one["person"] for one in self.hub.ask("case.show", case=self.case) if "person" in one)

    def run_command(self, *words, status=0):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout if status == 0 else done.stderr

    def enter(self):
        self.run_command("outreach", "register", self.case, "--why", "refuses", "--basis", "SHIEN-KAIGI")
        return self.hub.ask("outreach.list")[0]["outreach"]

    def test_from_the_register_to_the_consent(self):
        self.assertIn("legal_bases.yaml", self.run_command(
            "outreach", "register", self.case, "--why", "refuses", "--basis", "NO-SUCH", status=1))
        one = self.enter()
        self.assertIn("既に名簿", self.run_command(
            "outreach", "register", self.case, "--why", "hidden", "--basis", "SHIEN-KAIGI", status=1))
        for step in ("gather", "arrange", "relate"):
            self.run_command("outreach", "contact", one, "--step", step, "--minutes", "40")
        self.run_command("outreach", "contact", one, "--step", "visit", "--reached", "--minutes", "90",
                         "--next", "2026-04-10", "--note", "窓越しに返事があった")
        self.assertIn("step", self.run_command("outreach", "contact", one, "--step", "dance", status=1))
        shown = self.run_command("outreach", "show", one)
        for words in ("拒んでいる", "訪問", "関係づくり", "SHIEN-KAIGI", "窓越しに返事があった"):
            self.assertIn(words, shown)
        (listed,) = self.hub.ask("outreach.list")
        self.assertEqual((listed["tries"], listed["reached"], listed["minutes"], listed["due"]), (4, 1, 210, True))
        self.assertNotIn("窓越し", str(listed), "a list tells no text")
        self.assertIn(one, self.run_command("outreach", "due"))
        self.run_command("consent", "give", self.person, "--form", "J1", "--how", "written")
        self.run_command("outreach", "end", one, "consented")
        self.assertNotIn(one, self.run_command("outreach", "due"))
        self.assertEqual(self.hub.ask("outreach.list")[0]["outcome"], "consented")
        self.run_command("outreach", "end", one, "moved", status=1)
        self.run_command("audit", "verify")

    def test_who_looked_is_in_the_log_and_what_was_written_is_not(self):
        one = self.enter()
        self.run_command("outreach", "contact", one, "--step", "visit", "--note", "架空の走り書き")
        self.run_command("outreach", "show", one)
        log = self.hub.root / "log.jsonl"
        self.run_command("audit", "export", str(log))
        rows = [line.split() for line in log.read_text(encoding="utf-8").splitlines()]
        text = b"".join(base64.b64decode(row[-1]) for row in rows if row[0].isdigit()).decode("utf-8", "replace")
        self.assertIn("outreach.looked_at", text)
        self.assertNotIn("走り書き", text)
        self.assertNotIn("走り書き", self.hub.log)

    def test_a_sitting_shows_what_it_decided_and_which_copies_are_out(self):
        made = lambda verb, kind, **more: self.hub.ask(verb, **more)[0][kind]
        sitting = made("sitting.open", "sitting", body="shien-kaigi", on="2026-04-10")
        item = made("sitting.item", "agenda", sitting=sitting, case=self.case, function="SHIEN-KAIGI")
        seats = [made("sitting.seat", "seat", sitting=sitting, party=party, secrecy="law")
                 for party in ("福祉課", "地域包括支援センターエリム")]
        for seat in seats:
            self.hub.ask("sitting.attend", seat=seat)
        self.run_command("sitting", "copy", seats[0], "--reader", "架空 次郎")
        self.run_command("sitting", "copy", seats[1], "--reader", "架空 三郎")
        self.run_command("sitting", "return", sitting, "1")
        self.run_command("sitting", "decide", item, "share", "--policy", "訪問から始める", "--next", "2026-05-20")
        shown = self.run_command("sitting", "show", sitting)
        for words in ("支援方針の共有", "訪問から始める", "2026-05-20", "架空 三郎", "出席"):
            self.assertIn(words, shown, "R-122")
        copies = [one for one in self.hub.ask("sitting.show", sitting=sitting) if one["kind"] == "copy"]
        self.assertEqual([one["out"] for one in copies], [False, True])


if __name__ == "__main__":
    sys.exit(unittest.main())
