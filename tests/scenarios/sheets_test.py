"""帳票 and counts at the command line (R-92, R-95, R-100, R-118): an officer prints the sheets of a case,
counts the year, opens a count to its cases; each look at a person stands in the log, and nothing of a
person stands in it."""

import os
import pathlib
import pwd
import stat
import unittest

import sakura_files as files
from audit_rows import audit_rows
from hub_process import REGISTER, Hub, export

OFFICER = pwd.getpwuid(os.getuid()).pw_name
SHEETS = ("assessment", "course", "evaluation", "minutes", "plan", "pledge", "reply", "sharing-consent",
          "tsunagu-sheet", "uketsuke-consent", "uketsuke-no-consent")


class Sheets(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"],
                       officers=f"\n  - {{user: {OFFICER}, desk: kikan-soudan, section: korei}}").start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260411083000.csv")
        self.case = self.hub.ask("case.list")[0]["case"]

    def run_command(self, *words, status=0):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout if status == 0 else done.stderr

    def out(self, name):
        return pathlib.Path(self.hub.root) / name

    def test_print_every_form_in_every_shape(self):
        listed = self.run_command("sheet", "list")
        for code in SHEETS:
            self.assertIn(code, listed)
            page = self.run_command("sheet", "print", code, "--case", self.case)
            self.assertTrue(page.startswith("<!DOCTYPE html>"), code)
            self.assertIn("@page", page)
        text = self.run_command("sheet", "print", "reply", "--case", self.case, "--as", "text")
        self.assertLessEqual(len(text), 400)
        self.assertIn("つないだ窓口", text)
        file = self.out("plan.xlsx")
        self.run_command("sheet", "print", "plan", "--case", self.case, "--as", "xlsx", "--out", file)
        self.assertEqual(file.read_bytes()[:2], b"PK")
        page = self.out("plan.html")
        self.run_command("sheet", "print", "plan", "--case", self.case, "--out", page)
        self.assertEqual(stat.S_IMODE(page.stat().st_mode), 0o600)
        self.assertIn("file", self.run_command("sheet", "print", "plan", "--case", self.case, "--as", "pdf",
                                               status=2).replace("ファイル", "file"))

    def test_log_who_printed_about_whom_and_nothing_of_the_person(self):
        page = self.run_command("sheet", "print", "uketsuke-consent", "--case", self.case)
        (look,) = audit_rows(self.hub, action="sheet.printed")
        self.assertEqual(look["actor"], f"officer/{OFFICER}")
        self.assertIn(f"case/{self.case}", look["objects"])
        self.assertTrue(look["persons"] and look["fields"])
        name = next(line for line in page.split("<tr>") if "氏名" in line).split("<td", 1)[1]
        self.assertNotIn(name.split(">")[1].split("<")[0] or "\0", self.hub.log)

    def test_count_the_year_and_open_it_to_its_cases(self):
        shown = self.run_command("count", "show", "--year", "令和8年度")
        self.assertIn("つなぎ件数", shown)
        self.assertIn("数えられないもの", shown)
        self.assertIn(self.case, self.run_command("count", "cases", "cases", "--year", "2026"))
        self.assertIn("0", self.run_command("count", "show", "case_closings", "--year", "2026"))
        self.assertIn("年度", self.run_command("count", "show", "--year", "昭和", status=2))
        self.assertIn("全窓口", self.run_command("count", "show", "cases", "--year", "2026", "--publish", status=1))
        self.assertTrue(self.run_command("count", "show", "--year", "2026", "--csv").startswith("\ufeff"))

    def test_write_the_years_report_and_one_page_for_the_assembly(self):
        report = self.run_command("report", "yearly", "令和8年度")
        self.assertIn("令和8年度", report)
        assembly = self.run_command("report", "yearly", "2026", "--assembly")
        self.assertIn("この数字に表れないもの", assembly)
        self.assertIn(">x<", assembly, "one case is hidden")


if __name__ == "__main__":
    unittest.main()
