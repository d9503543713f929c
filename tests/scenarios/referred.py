"""A hub with the kaigo desk, a register that names nobody, and its coordinator, to whom one row of the export refers."""

import unittest

import sakura_files as files
from hub_process import REGISTER, Hub, export
from partner import Partner

AGREED = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}
NOT_ASKED = {"同意区分": "0", "同意年月日": "", "同意先": ""}


class Referred(unittest.TestCase):
    settings = {}

    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], endpoints=f"\n  - {self.coordinator.endpoint}", **self.settings)
        self.coordinator.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)

    def refer(self, consent):
        """The referral and the person of the row."""
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
