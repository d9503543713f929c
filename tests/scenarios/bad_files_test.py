"""What a file gets that is not as it should be: what is wrong, where, and nothing else is lost."""

import http.client
import json
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, Deadline, Hub, export


class BadFiles(unittest.TestCase):
    def bring(self, place, content, name):
        folder, source = place
        hub = Hub(self, [source]).start()
        arrival = hub.bring(folder, source, content, name)
        return arrival, hub.rejects(arrival), hub

    def kaigo(self, content, name="KAIGO_SODAN_20260410083000.csv"):
        return self.bring(files.KAIGO, content, name)

    def assert_refused(self, arrival, rejects, line, code, reason, column=None):
        """As a whole, with these words and nothing taken."""
        self.assertEqual((arrival["state"], arrival["reason"]), ("refused", code))
        self.assertEqual((arrival["records"], arrival["added"]), (0, 0))
        place = {"column": column} if column else {}
        self.assertEqual(rejects, [{"kind": "reject", "line": line, **place, "code": code,
                                    "reason": reason}])

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
        self.assert_refused(arrival, rejects, cut.count(b"\n") + 1, "file.cut",
                            "最後の行が途中で切れています。出力し直してください")

    def test_wrong_trailer_count(self):
        name, content = export("shogai")
        rows, trailer = content[:-1].rsplit(b"\n", 1)
        spoiled = rows + b"\n3,%d\n" % (int(trailer.removeprefix(b"3,")) + 1)
        arrival, rejects, _ = self.bring(files.SHOGAI, spoiled, name)
        self.assert_refused(arrival, rejects, content.count(b"\n"), "trailer.count",
                            "エンドレコードの件数が行数と違います。ファイル全体を取り込みません。"
                            "出力をやり直してください")

    def test_control_the_right_trailer_count(self):
        name, content = export("shogai")
        self.assertEqual(self.bring(files.SHOGAI, content, name)[0]["state"], "applied")

    def test_column_missing(self):
        header, row = files.kaigo_rows()[:2]
        lacking = header.replace('"氏名漢字",', "")
        arrival, rejects, _ = self.kaigo(files.kaigo_bytes(lacking + row))
        self.assert_refused(arrival, rejects, 1, "column.missing",
                            "必要な列がありません。出力の設定にこの列を加えるか、アダプターの設定に列の別名"
                            "（columns）または無い列であること（absent_columns）を書いてください",
                            "氏名漢字")

    def test_column_added_is_passed_over_and_remarked(self):
        header, row = files.kaigo_rows()[:2]
        more = header.rstrip() + ',"新しい列"\r\n' + row.rstrip() + ',"何か"\r\n'
        arrival, _, hub = self.kaigo(files.kaigo_bytes(more))
        remarks = hub.remarks(arrival)
        self.assertEqual((arrival["state"], arrival["rejects"], arrival["warnings"]),
                         ("applied", 0, 1))
        self.assertGreater(arrival["added"], 0)
        self.assertEqual(remarks, [{"kind": "warning", "line": 1, "column": "新しい列",
                                    "code": "column.unknown",
                                    "reason": "知らない列です。読まずに進みます"}])
        self.assertEqual(hub.ask("arrival.show", arrival=arrival["arrival"])[1:], remarks)

    def test_unknown_code_becomes_other_with_a_warning_and_the_sources_own_word(self):
        hub = Hub(self, ["kaigo"]).start()
        hub.bring("shien-sochi", REGISTER, files.empty_register(), "SHIENSOCHI_20260410.csv")
        arrival = hub.bring("kaigo", "kaigo", files.one_kaigo_row(相談分類="ペットのこと"),
                            "KAIGO_SODAN_20260410083000.csv")
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 0))
        self.assertEqual([(one["kind"], one["line"], one["column"], one["code"], one["reason"])
                          for one in hub.remarks(arrival)],
                         [("warning", 2, "相談分類", "concern.unknown_code",
                           "知らない相談分類です。「その他」とし、元の語を残しました")])
        (concern,) = [one for one in self.packet(hub)["records"] if one["kind"] == "concern"]
        self.assertIn("OTHER", json.dumps(concern))
        self.assertIn("ペットのこと", json.dumps(concern, ensure_ascii=False))

    def packet(self, hub):
        """What the coordinator gets who is named in つなぎ先, and pulls with its key."""
        for _ in Deadline("the referral"):
            found = hub.ask("referral.list")
            if found:
                break
        connection = http.client.HTTPConnection("127.0.0.1", hub.port, timeout=30)
        self.addCleanup(connection.close)
        connection.request("GET", "/packets/" + found[0]["referral"], headers={
            "Authorization": "Bearer " + hub.secrets["sakutomo-api-key"]})
        answer = connection.getresponse()
        self.assertEqual(answer.status, 200)
        return json.loads(answer.read())

    def test_impossible_date_rejects_its_row_with_line_and_column(self):
        good = files.one_kaigo_row(受付番号="R08-00032")
        bad = files.one_kaigo_row(受付年月日="令和7年2月30日").split(b"\r\n", 1)[1]
        arrival, rejects, _ = self.kaigo(good + bad)
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 1))
        self.assertEqual([(one["line"], one["column"], one["code"], one["reason"])
                          for one in rejects],
                         [(4, "受付年月日", "date.no_such_day", "その月にない日です")])
        self.assertGreater(arrival["added"], 0)

    def test_showa_64_january_8_is_accepted_and_remarked(self):
        arrival, rejects, hub = self.kaigo(files.one_kaigo_row(生年月日="昭和64年1月8日"))
        self.assertEqual((arrival["state"], arrival["warnings"], rejects), ("applied", 1, []))
        self.assertEqual([(one["line"], one["column"], one["code"]) for one in hub.remarks(arrival)],
                         [(2, "生年月日", "date.past_era")])

    def test_ten_megabyte_cell_rejects_its_row_and_no_other(self):
        good = files.one_kaigo_row()
        huge = files.one_kaigo_row(受付番号="R08-99999", 主訴="あ" * (5 * 1024 * 1024))
        control, _, _ = self.kaigo(good)
        arrival, rejects, _ = self.kaigo(good + huge.split(b"\r\n", 1)[1])
        self.assertEqual((arrival["state"], arrival["added"], arrival["rejects"]),
                         ("applied", control["added"], 1))
        self.assertEqual(rejects, [{"kind": "reject", "line": 4, "code": "table.cell_too_long",
                                    "reason": "4行目・26列目: セルが長すぎます（上限を超えました）"}])

    def test_quote_never_closed(self):
        text = files.kaigo_text()
        opened = text.count("\n", 0, text.rindex('"', 0, text.rindex('"'))) + 1
        arrival, rejects, _ = self.kaigo(files.kaigo_bytes(text[:text.rindex('"')]))
        self.assert_refused(arrival, rejects, opened, "table.quote_never_closed",
                            f"{opened}行目・35列目: ここで開いた引用符が、ファイルの終わりまで閉じていません")

    def test_empty_file(self):
        arrival, rejects, _ = self.kaigo(b"")
        self.assert_refused(arrival, rejects, 0, "file.empty",
                            "見出しの行がありません。出力が途中で終わっていないか確かめてください")

    def test_no_log_line_names_a_person(self):
        name, content = export("kaigo")
        _, _, hub = self.kaigo(content, name)
        for word in ("髙橋", "トミ", "ﾀｶﾊｼ", "さくら市鍛冶", "KAIGO_SODAN"):
            self.assertNotIn(word, hub.log)


if __name__ == "__main__":
    sys.exit(unittest.main())
