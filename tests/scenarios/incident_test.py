"""A wrong sending: opened by the number of its row, the holder is told to stop and answers, and the
drafts of the report and of the notice come out of the command line with their dates."""

import unittest

import sakura_files as files
from hub_process import REGISTER, Deadline, Hub, export
from partner import Partner

AGREED = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}


class Incident(unittest.TestCase):
    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], endpoints=f"\n  - {self.coordinator.endpoint}")
        self.coordinator.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **AGREED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv", 1)
        referral = self.hub.ask("referral.list")[0]
        self.referral = referral["referral"]
        lines = self.hub.ask("case.show", case=referral["case"])
        self.person = next(one["person"] for one in lines if "person" in one)

    def say(self, *words):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, 0, (words, done.stdout, done.stderr))
        return done.stdout

    def test_a_wrong_sending_is_tracked_from_its_row_to_the_holders_answer(self):
        (notice,) = self.coordinator.told("notice")
        self.assertEqual(self.coordinator.pull(notice)[0], 200)
        rows = self.hub.ask("person.disclosures", person=self.person)
        row = next(one["row"] for one in rows if one["kind"] == "disclosure")
        self.say("incident", "open", "--disclosure", str(row), "--known", "2026-04-09")
        incident = self.hub.ask("incident.list")[0]["incident"]
        (stop,) = self.coordinator.told("stop_use")
        self.assertEqual(stop["data"], {"referralId": self.referral})
        self.assertEqual(self.coordinator.answer(self.referral, "use_stopped"), 202)
        for _ in Deadline(f"the answer\n{self.hub.log[-2000:]}"):
            copies = [one for one in self.hub.ask("incident.show", incident=incident)
                      if one["kind"] == "copy"]
            if [one["state"] for one in copies] == ["acknowledged"]:
                break
        report = self.say("incident", "report", incident)
        self.assertIn("2026-04-13", report)
        self.assertIn("1 件から、利用をやめたとの答え", report)
        self.assertIn("2026-05-08", self.say("incident", "report", incident, "--final"))
        letter = self.say("incident", "letter", incident, self.person)
        self.assertIn("68条2項", letter)
        self.assertNotIn("花子", report + letter)
        self.say("incident", "done", incident, "prompt_report", "--on", "2026-04-10")
        self.assertIn("済み", self.say("incident", "show", incident))


if __name__ == "__main__":
    unittest.main()
