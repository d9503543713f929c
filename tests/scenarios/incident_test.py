"""A wrong sending: opened by the number of its row, the holder is told to stop and answers, and the
drafts of the report and of the notice come out of the command line with their dates."""

import unittest

from hub_process import Deadline
from referred import AGREED, Referred


class Incident(Referred):
    def test_a_wrong_sending_is_tracked_from_its_row_to_the_holders_answer(self):
        referral, person = self.refer(AGREED)
        (notice,) = self.coordinator.told("notice")
        self.assertEqual(self.coordinator.pull(notice)[0], 200)
        rows = self.hub.ask("person.disclosures", person=person)
        row = next(one["row"] for one in rows if one["kind"] == "disclosure")
        self.run_command("incident", "open", "--disclosure", str(row), "--known", "2026-04-09")
        incident = self.hub.ask("incident.list")[0]["incident"]
        (stop,) = self.coordinator.told("stop_use")
        self.assertEqual(stop["data"], {"referralId": referral})
        self.assertEqual(self.coordinator.answer(referral, "use_stopped"), 202)
        for _ in Deadline(f"the answer\n{self.hub.log[-2000:]}"):
            copies = [one for one in self.hub.ask("incident.show", incident=incident)
                      if one["kind"] == "copy"]
            if [one["state"] for one in copies] == ["acknowledged"]:
                break
        report = self.run_command("incident", "report", incident)
        self.assertIn("2026-04-13", report)
        self.assertIn("1 件から、利用をやめたとの答え", report)
        self.assertIn("2026-05-08", self.run_command("incident", "report", incident, "--final"))
        letter = self.run_command("incident", "letter", incident, person)
        self.assertIn("68条2項", letter)
        self.assertNotIn("花子", report + letter)
        self.run_command("incident", "done", incident, "prompt_report", "--on", "2026-04-10")
        self.assertIn("済み", self.run_command("incident", "show", incident))


if __name__ == "__main__":
    unittest.main()
