"""What a file gets that is not as it should be: what is wrong, where, and nothing else is lost."""

import sys
import unittest

import sakura_files as files
from hub_process import Hub, export


class BadFiles(unittest.TestCase):
    def bring(self, place, content, name):
        folder, source = place
        hub = Hub(self, [source]).start()
        arrival = hub.bring(folder, source, content, name)
        return arrival, hub.rejects(arrival), hub

    def kaigo(self, content, name="KAIGO_SODAN_20260410083000.csv"):
        return self.bring(files.KAIGO, content, name)

    def assert_refused(self, arrival, rejects):
        self.assertEqual(arrival["state"], "refused", arrival)
        self.assertEqual(arrival["added"], 0)
        self.assertTrue(arrival.get("reason") or rejects, arrival)

    def test_control_an_untouched_file_is_applied(self):
        name, content = export("kaigo")
        arrival, rejects, _ = self.kaigo(content, name)
        self.assertEqual(arrival["state"], "applied")
        self.assertGreater(arrival["added"], 100)
        self.assertEqual([one["code"] for one in rejects], ["date.no_such_day"])

    def test_cut_in_the_middle_of_a_character(self):
        name, content = export("kodomo")
        cut = content[:len(content) // 2]
        while cut[-1] < 0xE0:  # ends with the first byte of a three-byte character
            cut = cut[:-1]
        arrival, rejects, _ = self.bring(files.KODOMO, cut, name)
        self.assert_refused(arrival, rejects)

    def test_wrong_trailer_count(self):
        name, content = export("shogai")
        rows, trailer = content[:-1].rsplit(b"\n", 1)
        spoiled = rows + b"\n3,%d\n" % (int(trailer.removeprefix(b"3,")) + 1)
        arrival, rejects, _ = self.bring(files.SHOGAI, spoiled, name)
        self.assert_refused(arrival, rejects)

    def test_control_the_right_trailer_count(self):
        name, content = export("shogai")
        self.assertEqual(self.bring(files.SHOGAI, content, name)[0]["state"], "applied")

    def test_column_missing(self):
        header, row = files.kaigo_rows()[:2]
        lacking = header.replace('"氏名漢字",', "")
        arrival, rejects, _ = self.kaigo(files.kaigo_bytes(lacking + row))
        self.assert_refused(arrival, rejects)

    def test_column_added_is_passed_over(self):
        header, row = files.kaigo_rows()[:2]
        more = header.rstrip() + ',"新しい列"\r\n' + row.rstrip() + ',"何か"\r\n'
        arrival, _, _ = self.kaigo(files.kaigo_bytes(more))
        self.assertEqual(arrival["state"], "applied")
        self.assertGreater(arrival["added"], 0)

    def test_unknown_code_becomes_other_and_is_kept(self):
        arrival, rejects, _ = self.kaigo(files.one_kaigo_row(相談分類="ペットのこと"))
        self.assertEqual(arrival["state"], "applied")
        self.assertEqual(rejects, [])

    def test_impossible_date_rejects_its_row_with_line_and_column(self):
        arrival, rejects, _ = self.kaigo(files.one_kaigo_row(受付年月日="令和7年2月30日"))
        self.assertEqual(arrival["rejects"], 1)
        self.assertEqual((rejects[0]["line"], rejects[0]["column"]), (2, "受付年月日"))
        self.assertTrue(rejects[0]["reason"])

    def test_showa_64_january_8_is_accepted(self):
        arrival, rejects, _ = self.kaigo(files.one_kaigo_row(生年月日="昭和64年1月8日"))
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 0))
        self.assertEqual(rejects, [])

    def test_ten_megabyte_cell_does_not_stop_the_others(self):
        good = files.one_kaigo_row()
        huge = files.one_kaigo_row(受付番号="R08-99999", 主訴="あ" * (5 * 1024 * 1024))
        spoiled = good + huge.split(b"\r\n", 1)[1]
        arrival, rejects, hub = self.kaigo(spoiled)
        self.assertIn(arrival["state"], ("applied", "refused", "paused"))
        self.assertTrue(rejects or arrival["state"] == "refused", arrival)
        after = hub.bring("kaigo", "kaigo", good, "KAIGO_SODAN_20260411083000.csv", count=2)
        self.assertEqual(after["state"], "applied")

    def test_quote_never_closed(self):
        text = files.kaigo_text()
        arrival, rejects, _ = self.kaigo(files.kaigo_bytes(text[:text.rindex('"')]))
        self.assertTrue(rejects or arrival["state"] == "refused", arrival)
        self.assertTrue(arrival["state"] == "refused" or arrival["rejects"] > 0)

    def test_empty_file(self):
        arrival, rejects, _ = self.kaigo(b"")
        self.assert_refused(arrival, rejects)

    def test_no_log_line_names_a_person(self):
        name, content = export("kaigo")
        _, _, hub = self.kaigo(content, name)
        for word in ("髙橋", "トミ", "ﾀｶﾊｼ", "さくら市鍛冶", "KAIGO_SODAN"):
            self.assertNotIn(word, hub.log)


if __name__ == "__main__":
    sys.exit(unittest.main())
