"""What a person says counts at once: after a withdrawal nothing more is handed out, and who holds a
copy is told to use it no longer and answers. Without consent an officer's written decision opens what
it names, and nothing else."""

import json
import os
import pwd
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, Deadline, Hub, export
from partner import Partner

OFFICER = pwd.getpwuid(os.getuid()).pw_name
AGREED = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}
NOT_ASKED = {"同意区分": "0", "同意年月日": "", "同意先": ""}


class Consent(unittest.TestCase):
    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], endpoints=f"\n  - {self.coordinator.endpoint}",
                       officers=f"\n  - {{user: {OFFICER}, desk: sakutomo-takikan, decides: true}}")
        self.coordinator.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)

    def refer(self, consent):
        """The referral and the person of one row of the kaigo export."""
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **consent)
        done = self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv", 1)
        self.assertEqual((done["state"], done["rejects"]), ("applied", 0))
        referral = self.hub.ask("referral.list")[0]
        lines = self.hub.ask("case.show", case=referral["case"])
        return referral["referral"], next(one["person"] for one in lines if "person" in one)

    def run_command(self, *words, status=0):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout

    def waiting_stops(self):
        return [one for one in self.hub.ask("stop.list", waiting=True) if "referral" in one]

    def test_a_withdrawal_stops_and_tells_who_holds_a_copy(self):
        referral, person = self.refer(AGREED)
        (notice,) = self.coordinator.told("notice")
        status, body = self.coordinator.pull(notice)
        self.assertEqual(status, 200)
        self.assertIn('"statement"', body)
        self.run_command("consent", "withdraw", person, "--how", "oral")
        (stop,) = self.coordinator.told("stop_use")
        self.assertEqual(stop["data"], {"referralId": referral})
        self.assertEqual(self.coordinator.pull(notice)[0], 404)
        self.assertEqual([one["referral"] for one in self.waiting_stops()], [referral])
        self.assertEqual(self.coordinator.answer(referral, "use_stopped"), 202)
        for _ in Deadline(f"the answer to be taken\n{self.hub.log[-2000:]}"):
            if not self.waiting_stops():
                break
        self.run_command("audit", "verify")

    def test_an_officers_decision_opens_what_it_names_and_waits_for_a_second_officer(self):
        referral, _ = self.refer(NOT_ASKED)
        self.run_command("referral", "send", referral, status=1)
        shut = self.hub.command("decision", "take", referral, "--ground", "AGENCY", "--items", "identity",
                                "--until", "2026-04-20", "--reason", "照会", language="ja_JP.UTF-8")
        self.assertIn("AGENCY は行政機関等だけ", shut.stderr)
        ways = self.run_command("explain", referral)
        self.assertIn("職員が根拠と理由を記して判断すれば出せる", ways)
        self.assertIn("会議に諮れば出せる", ways)
        self.run_command("decision", "take", referral, "--ground", "BENEFIT", "--items", "identity",
                         "--until", "2026-04-20", "--reason", "本人の住まいを守るため")
        self.run_command("referral", "send", referral)
        (notice,) = self.coordinator.told("notice")
        status, body = self.coordinator.pull(notice)
        self.assertEqual(status, 200)
        packet = json.loads(body)
        self.assertEqual(packet["legalBasis"], "BENEFIT")
        self.assertIn("person", {one["kind"] for one in packet["records"]})
        self.assertNotIn('"statement"', body)
        (decision,) = [one for one in self.hub.ask("decision.list") if "decision" in one]
        self.assertTrue(decision["awaitsReview"])
        own = self.hub.command("decision", "review", decision["decision"], "upheld", language="ja_JP.UTF-8")
        self.assertEqual(own.returncode, 4)
        self.assertIn("自分の判断を自分で確認することはできません", own.stderr)
        self.assertNotIn("root", own.stderr, "whom it refuses too")


if __name__ == "__main__":
    sys.exit(unittest.main())
