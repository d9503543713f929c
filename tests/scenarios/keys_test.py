"""The data key is rotated while the hub works; killed in between, the hub comes up and the rotation is taken up. Everything
opens before, meanwhile and afterwards, and a copy of the folder without the key shows nobody."""

import unittest

import sakura_files as files
from hub_process import REGISTER, Hub, export
from partner import Partner

AGREED = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}


class Keys(unittest.TestCase):
    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], endpoints=f"\n  - {self.coordinator.endpoint}")
        self.coordinator.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **AGREED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv", 1)
        (self.notice,) = self.coordinator.told("notice")

    def say(self, *words):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, 0, (words, done.stdout, done.stderr))
        return done.stdout

    def versions(self):
        return [(one["version"], one["state"]) for one in self.hub.ask("keys.list") if "version" in one]

    def test_everything_opens_after_a_rotation_and_a_restart(self):
        self.assertEqual(self.versions(), [(16, "sealing")])
        before = self.coordinator.pull(self.notice)
        self.assertEqual(before[0], 200)
        self.assertIn("古い鍵を消しました", self.say("keys", "rotate"))
        self.assertEqual(self.versions(), [(17, "sealing")])
        self.assertEqual(self.coordinator.pull(self.notice)[0], 200)
        self.hub.kill()
        self.hub.start()
        self.assertEqual(self.coordinator.pull(self.notice)[0], 200)
        self.assertEqual(self.versions(), [(17, "sealing")])


if __name__ == "__main__":
    unittest.main()
