"""Deliveries that come twice, late, half written or by a link."""

import os
import sys
import unittest

import sakura_files as files
from hub_process import Deadline, Hub


class DeliveryOrder(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"], quiet_ms=200).start()

    def bring(self, content, day, count):
        return self.hub.bring("kaigo", "kaigo", content, f"KAIGO_SODAN_{day}083000.csv", count)

    def test_the_same_file_twice_changes_nothing(self):
        content = files.kaigo_bytes("".join(files.kaigo_rows()[:6]))
        first = self.bring(content, 20260410, 1)
        self.assertEqual(first["state"], "applied")
        again = self.bring(content, 20260410, 2)
        self.assertEqual((again["state"], again["reason"]), ("discarded", "same_bytes"))
        changed = self.bring(files.one_kaigo_row(緊急度="通常"), 20260411, 3)
        self.assertEqual((changed["state"], changed["added"]), ("applied", 0))

    def test_an_older_file_after_a_newer_one_waits_for_a_person(self):
        self.assertEqual(self.bring(files.one_kaigo_row(), 20260411, 1)["state"], "applied")
        older = self.bring(files.one_kaigo_row(緊急度="通常"), 20260401, 2)
        self.assertEqual((older["state"], older["reason"]), ("paused", "older"))
        newer = self.bring(files.one_kaigo_row(緊急度="至急"), 20260412, 3)
        self.assertEqual(newer["state"], "applied")

    def test_a_growing_file_is_left_alone_until_it_is_quiet(self):
        folder = self.hub.data / "drop/kaigo"
        rows = files.kaigo_rows()[:20]
        self.hub.settled("sakura-shien-sochi", 0)
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "KAIGO_SODAN_20260410083000.csv", "wb", buffering=0) as file:
            for row, _ in zip(rows, Deadline("writing", pause=0.03)):
                file.write(files.kaigo_bytes(row))
                self.assertEqual(self.hub.arrivals("kaigo"), [])
        (whole,) = self.hub.settled("kaigo", 1)
        self.assertEqual(whole["state"], "applied")
        self.assertEqual(whole["bytes"], len(files.kaigo_bytes("".join(rows))))

    def test_a_symlink_and_a_second_name_are_not_followed(self):
        folder = self.hub.data / "drop/kaigo"
        folder.mkdir(parents=True, exist_ok=True)
        outside = self.hub.root / "outside.csv"
        outside.write_bytes(files.one_kaigo_row())
        (folder / "KAIGO_SODAN_20260410070000.csv").symlink_to(outside)
        os.link(outside, folder / "KAIGO_SODAN_20260410080000.csv")
        control = self.bring(files.one_kaigo_row(緊急度="通常"), 20260410, 1)
        self.assertEqual(control["state"], "applied")
        for _ in Deadline("the word about both"):
            if "symlink" in self.hub.log and "several_links" in self.hub.log:
                break
        self.assertEqual(len(self.hub.arrivals("kaigo")), 1)
        self.assertTrue((folder / "KAIGO_SODAN_20260410070000.csv").is_symlink())


if __name__ == "__main__":
    sys.exit(unittest.main())
