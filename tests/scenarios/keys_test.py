"""After a rotation of the data key everything opens, also when the hub was killed since, and the data folder alone
shows nobody."""

import contextlib
import sqlite3
import unittest

from audit_rows import audit_rows
from hub_process import Deadline
from referred import AGREED, Referred


class Keys(Referred):
    def setUp(self):
        super().setUp()
        self.refer(AGREED)
        (self.notice,) = self.coordinator.told("notice")

    def versions(self):
        return [(one["version"], one["state"]) for one in self.hub.ask("keys.list") if "version" in one]

    def test_everything_opens_after_a_rotation_and_a_restart(self):
        self.assertEqual(self.versions(), [(16, "sealing")])
        before = self.coordinator.pull(self.notice)
        self.assertEqual(before[0], 200)
        self.assertIn("古い鍵を消しました", self.run_command("keys", "rotate"))
        self.assertEqual(self.versions(), [(17, "sealing")])
        self.assertEqual(self.coordinator.pull(self.notice)[0], 200)
        self.hub.kill()
        self.hub.start()
        self.assertEqual(self.coordinator.pull(self.notice)[0], 200)
        self.assertEqual(self.versions(), [(17, "sealing")])

    def test_a_rotation_that_was_cut_short_ends_at_the_next_start(self):
        self.assertEqual(self.hub.stop(), 0)
        with contextlib.closing(sqlite3.connect(self.hub.data / "store/tsunagu.db")) as store, store:
            store.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('data_key_rotating', 'yes')")
        self.hub.start()
        for _ in Deadline(f"the rotation's end\n{self.hub.log[-2000:]}"):
            if audit_rows(self.hub, action="keys.rotated"):
                break
        (row,) = audit_rows(self.hub, action="keys.rotated")
        self.assertEqual(row["actor"], "system")
        self.assertEqual(self.versions(), [(16, "sealing")], "the key that was begun, and no third one")
        self.assertEqual(self.coordinator.pull(self.notice)[0], 200)
        self.assertNotIn("key_rotation", self.hub.command("doctor", "--json").stdout)

    def test_the_data_folder_alone_shows_nobody(self):
        names = ("タカハシ", "鍛冶ケ澤")
        _, packet = self.coordinator.pull(self.notice)
        self.run_command("keys", "rotate")
        self.assertEqual(self.hub.stop(), 0)
        files = [file for file in self.hub.data.rglob("*") if file.is_file()]
        kept = b"".join(file.read_bytes() for file in files)
        self.assertIn(b"SQLite format 3", kept)
        for name in names:
            self.assertIn(name, packet)
            for encoding in ("utf-8", "cp932", "utf-16-le"):
                self.assertNotIn(name.encode(encoding), kept, encoding)


if __name__ == "__main__":
    unittest.main()
