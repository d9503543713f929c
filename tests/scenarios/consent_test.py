"""What a person says counts at once: after a withdrawal nothing more is handed out, and who holds a
copy is told to use it no longer and answers. Without consent an officer's written decision opens what
it names, and nothing else."""

import json
import os
import pwd
import sys
import unittest

from hub_process import Deadline
from referred import AGREED, NOT_ASKED, Referred

OFFICER = pwd.getpwuid(os.getuid()).pw_name


class Consent(Referred):
    settings = {"officers": f"\n  - {{user: {OFFICER}, desk: sakutomo-takikan, decides: true}}"}

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

    def made(self, verb, what, **members):
        (line,) = [one for one in self.hub.ask(verb, **members) if what in one]
        return line[what]

    def test_a_withdrawal_tells_the_seat_that_has_the_paper_of_a_meeting(self):
        _, person = self.refer(AGREED)
        case = self.hub.ask("referral.list")[0]["case"]
        sitting = self.made("sitting.open", "sitting", body="juso-kaigi", on="2026-04-20")
        agenda = self.made("sitting.item", "agenda", sitting=sitting, case=case, function="J-KAIGI", decided=True)
        seat = self.made("sitting.seat", "seat", sitting=sitting, party="elim", secrecy="law")
        late = self.made("sitting.seat", "seat", sitting=sitting, party="fukushi", secrecy="law")
        self.assertIn('"statement"', json.dumps(self.hub.ask("sitting.packet", seat=seat)))
        said = self.run_command("consent", "withdraw", person, "--how", "oral")
        self.assertIn(agenda, said)
        (stop,) = [one for one in self.hub.ask("stop.list", waiting=True) if "agenda" in one]
        self.assertEqual((stop["agenda"], stop["seat"], stop["state"]), (agenda, seat, "by_hand"))
        self.assertEqual((stop["partner"], stop["heldOn"]), ("elim", "2026-04-20"))
        self.assertIn('"records":[]', json.dumps(self.hub.ask("sitting.packet", seat=late), separators=(",", ":")))
        self.run_command("consent", "stopped", stop["stop"])
        self.assertEqual([one for one in self.hub.ask("stop.list", waiting=True) if "agenda" in one], [])
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
