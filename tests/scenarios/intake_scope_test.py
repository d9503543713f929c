"""What may not stay: contents of a source of keys, a 個人番号; and protections that may not go."""

import sqlite3
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, Deadline, Hub

CANARY = "かなりあ４７１１の相談"
NUMBER = "123456789018"
PROTECTED = "00{0},ヒガシ ハナコ,1980-01-0{0},2026-01-01,2027-03-31,,甲,コウ タロウ,1975-05-05,9999\r\n"


class IntakeScope(unittest.TestCase):
    def hub(self, scope=None):
        hub = Hub(self, ["kaigo"])
        sources = hub.shared / "municipalities/sakura/sources.yaml"
        head, kaigo = sources.read_text(encoding="utf-8").split("  - code: kaigo\n")
        kaigo = kaigo.replace("scope: all_rows", f"scope: {scope or 'all_rows'}", 1)
        sources.write_text(head + "  - code: kaigo\n" + kaigo, encoding="utf-8")
        return hub.start()

    def bring(self, hub, **cells):
        content = files.one_kaigo_row(**cells)
        return hub.bring("kaigo", "kaigo", content, "KAIGO_SODAN_20260410083000.csv")

    def assert_nowhere(self, hub, *needles):
        """In no file of the hub, its log included; the drop folder's as well."""
        for file in [hub.root / "hub.log", *hub.data.rglob("*")]:
            if file.is_file():
                content = file.read_bytes()
                for needle in needles:
                    for encoding in ("utf-8", "cp932", "utf-16le"):
                        self.assertNotIn(needle.encode(encoding), content, file)

    def rows(self, hub, question):
        """Asked of the stopped hub's database."""
        (file,) = [one for one in hub.data.rglob("*.db")]
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            return database.execute(question).fetchall()

    def test_control_a_source_of_all_rows_keeps_bytes_and_contents_sealed(self):
        hub = self.hub()
        self.assertEqual(self.bring(hub, 主訴=CANARY)["state"], "applied")
        self.assert_nowhere(hub, CANARY)
        self.assertEqual(hub.stop(), 0)
        self.assertNotEqual(self.rows(hub, "SELECT count(*) FROM arrival_chunks"), [(0,)])
        self.assertNotEqual(self.rows(hub, "SELECT 1 FROM records WHERE body IS NOT NULL"), [])

    def test_a_source_of_keys_keeps_no_content_and_no_delivered_byte(self):
        hub = self.hub("keys_only")
        arrival = self.bring(hub, 主訴=CANARY)
        self.assertEqual(arrival["state"], "applied")
        self.assert_nowhere(hub, CANARY)
        self.assertEqual(hub.stop(), 0)
        self.assert_nowhere(hub, CANARY)
        self.assertEqual(self.rows(hub, "SELECT count(*) FROM arrival_chunks"), [(0,)])
        self.assertEqual(self.rows(hub, "SELECT 1 FROM records WHERE body IS NOT NULL"), [])
        self.assertNotEqual(self.rows(hub, "SELECT 1 FROM records"), [])

    def test_a_source_of_consented_rows_keeps_nothing_of_who_did_not_agree(self):
        hub = self.hub("consented_rows")
        arrival = self.bring(hub, 主訴=CANARY, 同意区分="0", 同意年月日="", 同意先="")
        self.assertEqual((arrival["state"], arrival["added"]), ("applied", 0))
        self.assertEqual(hub.stop(), 0)
        self.assert_nowhere(hub, CANARY)
        self.assertEqual(self.rows(hub, "SELECT 1 FROM records"), [])
        self.assertEqual(self.rows(hub, "SELECT count(*) FROM arrival_chunks"), [(0,)])

    def test_a_file_with_a_my_number_is_destroyed_and_the_place_alone_is_known(self):
        hub = self.hub()
        arrival = self.bring(hub, 主訴="番号は" + NUMBER + "です")
        self.assertEqual((arrival["state"], arrival["reason"]), ("quarantined", "mynumber"))
        (entry,) = hub.ask("quarantine.list")
        self.assertEqual((entry["source"], entry["line"]), ("kaigo", 2))
        self.assertEqual(hub.remarks(arrival), [])
        self.assertEqual(hub.stop(), 0)
        self.assert_nowhere(hub, NUMBER)
        self.assertEqual(self.rows(hub, "SELECT count(*) FROM arrival_chunks"), [(0,)])

    def test_a_register_that_would_end_protections_waits_for_a_person(self):
        hub = self.hub()

        def bring(rows, count):
            content = (files.REGISTER_HEADER + "".join(PROTECTED.format(row) for row in rows)).encode()
            return hub.bring("shien-sochi", REGISTER, content, "SHIENSOCHI_20260410.csv", count)

        self.assertEqual(bring(range(1, 6), 1)["state"], "applied")
        for count, rows in ((2, []), (3, range(1, 4))):
            paused = bring(rows, count)
            self.assertEqual((paused["state"], paused["reason"]), ("paused", "too_many_gone"))
        self.assertEqual(bring(range(1, 5), 4)["state"], "applied")  # the control: one of five
        hub.ask("arrival.release", arrival=paused["arrival"])
        for _ in Deadline("the released register"):
            if hub.settled(REGISTER, 4)[2]["state"] == "applied":
                break


if __name__ == "__main__":
    sys.exit(unittest.main())
