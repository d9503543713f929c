"""Days end at 24:00 in Japan, whatever the machine's clock does: the real daemon under libfaketime, whose
time stands still until a test sets it. A consent ends with its last day, also while nobody runs, over
the change of the fiscal year and when the clock is set a day on; set back, it revives nothing."""

import os
import pathlib
import pwd
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, Deadline, Hub
from partner import Partner

OFFICER = pwd.getpwuid(os.getuid()).pw_name
LIBRARY = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
NOT_ASKED = {"同意区分": "0", "同意年月日": "", "同意先": ""}


@unittest.skipIf(LIBRARY is None, "libfaketime is not installed (packages.txt)")
class Dates(unittest.TestCase):
    def begin(self, at):
        """`at` and all times of this file: in Japan."""
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], clock=None, endpoints=f"\n  - {self.coordinator.endpoint}",
                       officers=f"\n  - {{user: {OFFICER}, desk: sakutomo-takikan, decides: true}}")
        self.now = self.hub.root / "now"
        self.hub.environment = {
            "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(self.now), "TZ": "Asia/Tokyo",
            "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
        self.coordinator.hub = self.hub
        self.registers = self.rows = 0
        self.it_is(at)
        self.hub.start()
        self.bring_register()

    def it_is(self, at):
        waiting = self.now.with_suffix(".new")
        waiting.write_text(at + "\n")
        waiting.rename(self.now)

    def bring_register(self):
        """Older than three days it would hold up everybody."""
        self.registers += 1
        content = files.empty_register() + b"\r\n" * self.registers
        done = self.hub.bring("shien-sochi", REGISTER, content, f"SHIENSOCHI_{20260400 + self.registers}.csv",
                              self.registers)
        self.assertEqual(done["state"], "applied", done)

    def refer(self):
        """A referral to the coordinator of somebody new, who was not asked: it waits."""
        self.rows += 1
        row = files.one_kaigo_row(
            つなぎ先機関コード="SAKUTOMO", 受付番号=f"R08-9{self.rows:04}", 宛名番号=f"000990{self.rows:04}",
            被保険者番号=f"00009{self.rows:05}", 氏名漢字=f"例 {'甲乙丙'[self.rows]}子",
            生年月日=f"3{self.rows}00428", **NOT_ASKED)
        done = self.hub.bring("kaigo", "kaigo", row, f"KAIGO_SODAN_202604{10 + self.rows}083000.csv", self.rows)
        self.assertEqual((done["state"], done["rejects"]), ("applied", 0), self.hub.rejects(done))
        self.referral = self.hub.ask("referral.list")[0]
        lines = self.hub.ask("case.show", case=self.referral["case"])
        self.person = next(one["person"] for one in lines if "person" in one)

    def agree(self, at, until):
        """By an officer's word: who waits agrees, up to that day's end."""
        self.it_is(at)
        self.hub.ask("consent.give", person=self.person, form="J1", method="written", until=until)
        self.it_is(at + ".5")
        self.hub.ask("referral.send", referral=self.referral["referral"])
        self.notice = self.coordinator.told("notice")[-1]

    def pulled(self):
        return self.coordinator.pull(self.notice)[0]

    def assert_stopped(self):
        self.assertEqual(self.pulled(), 404)
        self.assertEqual(self.coordinator.told("stop_use")[-1]["subject"], self.referral["referral"])

    def test_a_consent_ends_at_24_00_of_its_last_day_in_japan(self):
        self.begin("2026-04-12 09:00:00")
        self.refer()
        self.agree("2026-04-12 09:01:00", "2026-04-12")
        for at, status in (("2026-04-12 09:02:00", 200), ("2026-04-12 23:59:59", 200),
                           ("2026-04-13 00:00:00", 404)):
            self.it_is(at)
            self.assertEqual(self.pulled(), status, at)
        self.it_is("2026-04-13 08:59:59")  # the day's end in UTC is nothing
        self.assertEqual(self.pulled(), 404)

    def test_the_fiscal_year_changes_at_midnight_in_japan(self):
        self.begin("2027-03-31 23:00:00")
        self.refer()
        self.agree("2027-03-31 23:01:00", "2027-03-31")
        self.assertEqual(self.pulled(), 200)
        self.it_is("2027-03-31 23:59:59")
        self.assertEqual(self.counted("2027"), [0])
        self.assertNotEqual(self.counted("2026"), [0])
        self.it_is("2027-04-01 00:00:00")
        self.assertEqual(self.pulled(), 404)
        of_2026 = self.counted("2026")
        self.refer()
        self.assertNotEqual(self.counted("2027"), [0])
        self.assertEqual(self.counted("2026"), of_2026)

    def counted(self, year):
        """What is published of the year's referrals, month by month; small numbers are hidden."""
        return [one.get("count") for one in self.hub.ask("stats", year=year)
                if one.get("measure") == "referrals"]

    def restart(self, at):
        self.assertEqual(self.hub.stop(), 0)
        self.it_is(at)
        self.hub.start()

    def test_a_clock_set_a_day_on_stops_and_set_back_sends_nothing_by_itself(self):
        self.begin("2026-04-12 12:00:00")
        self.refer()
        self.agree("2026-04-12 12:01:00", "2026-04-12")
        self.assertEqual(self.pulled(), 200)
        self.it_is("2026-04-13 12:00:00")
        self.assertEqual(self.pulled(), 404)
        self.restart("2026-04-13 12:01:00")
        self.assert_stopped()
        self.it_is("2026-04-12 12:02:00")
        self.assertEqual(self.pulled(), 404)
        self.restart("2026-04-12 12:03:00")
        self.assertEqual(self.pulled(), 404)
        self.assertEqual(len(self.coordinator.told("notice")), 1)

    def test_a_clock_set_back_a_day_revives_no_consent_that_was_withdrawn(self):
        self.begin("2026-04-12 12:00:00")
        self.refer()
        self.agree("2026-04-12 12:01:00", "2026-12-31")
        self.assertEqual(self.pulled(), 200)
        self.it_is("2026-04-12 12:02:00")
        self.hub.ask("consent.withdraw", person=self.person)
        self.assertEqual(self.pulled(), 404)
        for at in ("2026-04-11 12:00:00", "2026-04-12 12:01:30", "2026-04-13 12:00:00"):
            self.it_is(at)
            self.assertEqual(self.pulled(), 404, at)

    def test_a_restart_across_the_end_stops_and_tells_who_holds_a_copy(self):
        self.begin("2026-04-12 22:00:00")
        self.refer()
        self.agree("2026-04-12 22:01:00", "2026-04-12")
        self.assertEqual(self.pulled(), 200)
        self.restart("2026-04-12 23:00:00")
        self.assertEqual(self.pulled(), 200, "the control: before the end a restart changes nothing")
        self.restart("2026-04-13 01:00:00")
        self.assert_stopped()
        report = [one for one in self.hub.ask("audit.verify") if "intact" in one]
        self.assertTrue(report[0]["intact"])


if __name__ == "__main__":
    sys.exit(unittest.main())
