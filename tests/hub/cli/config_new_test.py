"""`tsunagu config new`: a municipality's first profile, from a list of its desks or from questions. Usage: config_new_test.py BUILD SOURCE"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = (pathlib.Path(one).resolve() for one in (sys.argv.pop(1), sys.argv.pop(1)))
PAGES = [SOURCE / "docs" / name for name in ("new_municipality.ja.md", "new_municipality.md")]
LIST = re.search(r"```csv\n(.*?)```", PAGES[0].read_text(encoding="utf-8"), re.DOTALL).group(1)
COMMAND = re.search(r"```sh\ntsunagu (.*?)\n```", PAGES[0].read_text(encoding="utf-8")).group(1).split()
FILES = {"profile.yaml", "agencies.yaml", "areas.yaml", "forums.yaml", "sources.yaml", "partners.yaml"}


class ConfigNew(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)
        self.desks(LIST)

    def desks(self, text, encoding="utf-8"):
        (self.place / "madoguchi.csv").write_bytes(text.encode(encoding))

    def run_it(self, *words, language="ja_JP.UTF-8", typed=""):
        return subprocess.run([BUILD / "tsunagu", *words], cwd=self.place, input=typed, capture_output=True, text=True,
                              env={"LANG": language, "PATH": "/usr/bin"}, timeout=60, check=False)

    def check(self, folder="明石市"):
        return self.run_it("config", "check", "--municipality", folder, "--shared", str(SOURCE / "config"))

    def text(self, name, folder="明石市"):
        return (self.place / folder / name).read_text(encoding="utf-8")

    def refused(self, text, language="C.UTF-8"):
        """What is said of a wrong list; nothing may be written."""
        self.desks(text)
        done = self.run_it(*COMMAND, language=language)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertFalse((self.place / "明石市").exists())
        return done.stdout + done.stderr

    def test_makes_from_the_pages_list_what_config_check_accepts_at_once(self):
        done = self.run_it(*COMMAND)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual({file.name for file in (self.place / "明石市").iterdir()}, FILES)
        checked = self.check()
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        self.assertIn("282031", self.text("profile.yaml"))
        self.assertRegex(self.text("areas.yaml"), r"field: kaigo, desks: \[madoguchi-1, madoguchi-2\]")
        self.assertRegex(self.text("areas.yaml"), r"見本町一丁目")
        self.assertRegex(self.text("agencies.yaml"), r"mode: 委託 +# 一覧に書かれていない")

    def test_says_in_every_file_what_to_fill_in_from_the_plan(self):
        self.run_it(*COMMAND)
        for name in FILES:
            with self.subTest(file=name):
                self.assertGreaterEqual(len(re.findall(r"(?m)^ *#", self.text(name))), 1)
        self.assertIn("未記入", self.text("profile.yaml"))

    def test_writes_nothing_over_what_is_there(self):
        self.run_it(*COMMAND)
        (self.place / "明石市/profile.yaml").write_text("mine", encoding="utf-8")
        again = self.run_it(*COMMAND)
        self.assertEqual(again.returncode, 4)
        self.assertIn("何も書き換えていません", again.stderr)
        self.assertEqual(self.text("profile.yaml"), "mine")

    def test_reads_what_excel_saves(self):
        self.desks(LIST.replace("\n", "\r\n"), "cp932")
        self.assertEqual(self.run_it(*COMMAND).returncode, 0)
        self.assertIn("架空東地域包括支援センター", self.text("agencies.yaml"))

    def test_lets_no_cell_mean_anything_to_yaml(self):
        name = 'a: {b}, [c] # d \\ ""e""'
        self.desks(LIST.replace("こども総合窓口,", f'"{name}",'))
        done = self.run_it(*COMMAND)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        shown = self.run_it("--json", "config", "show", "--municipality", "明石市", "--shared", str(SOURCE / "config"))
        self.assertIn(r'a: {b}, [c] # d \\ \"e\"', shown.stdout)

    def test_tells_each_mistake_with_its_line_and_what_was_meant(self):
        said = self.refused(LIST.replace("第1号ロ", "第1号ろ").replace("くらし相談窓口,自立", ",自立", 1)
                            .replace("委託,架空市社会福祉協議会,社会福祉協議会", "委託,架空市社会福祉協議会,"))
        self.assertRegex(said, r"madoguchi\.csv:4:1: .*第1号ろ.*known: .*第1号ロ.*did you mean: 第1号")
        self.assertRegex(said, r"madoguchi\.csv:6:1: .*窓口")
        self.assertRegex(said, r"madoguchi\.csv:8:1: .*実施機関の種類")
        self.assertRegex(self.refused(LIST.replace("第1号ロ", "第9号"), "ja_JP.UTF-8"), r"madoguchi\.csv:4:1: .*使える値: .*第1号ロ")

    def test_tells_what_is_wrong_with_the_header_and_with_the_whole(self):
        self.assertRegex(self.refused(LIST.replace("分野", "分や", 1)), r"madoguchi\.csv:1:1: .*分野[\s\S]*did you mean: 分野")
        self.assertIn("第5号", self.refused(LIST.replace("第5号", "第4号")))
        self.assertIn("東部", self.refused(LIST.replace('"架空町、見本町一丁目"', "")))
        self.assertRegex(self.refused(LIST.replace('見本町一丁目"', "見本町一丁目")), r"madoguchi\.csv:2:1: this is no CSV")
        self.assertTrue(self.refused(""))

    def test_asks_where_no_list_is_given(self):
        answers = ["架空の計画", "令和8年3月"]
        for row in (["くらし相談窓口", "自立相談支援事業", "第1号ニ", "生活困窮"], ["くらし相談窓口", "まちがい", "第11号", "困窮"],
                    ["くらし相談窓口", "多機関協働事業", "第5号", "総合相談"]):
            answers += row + [""] * 8
        done = self.run_it("config", "new", "282031", "--folder", "akashi", typed="\n".join(answers) + "\n\n")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("第11号", done.stderr)
        self.assertIn('title: "架空の計画"', self.text("profile.yaml", "akashi"))
        self.assertEqual(self.text("agencies.yaml", "akashi").count("programme:"), 2)
        self.assertEqual(self.check("akashi").returncode, 0)

    def test_wants_to_know_which_of_two_is_meant(self):
        done = self.run_it("config", "new", "府中市", "--desks", "madoguchi.csv", language="C.UTF-8")
        self.assertEqual(done.returncode, 2)
        self.assertIn("132063", done.stderr)
        self.assertIn("342084", done.stderr)
        self.assertEqual(self.run_it("config", "new", "ない市", "--desks", "madoguchi.csv").returncode, 2)

    def test_has_every_column_on_both_pages(self):
        header = LIST.splitlines()[0].split(",")
        for page in PAGES:
            named = re.findall(r"(?m)^\| `([^`]+)` \| (?!一覧|（空）)", page.read_text(encoding="utf-8"))
            self.assertEqual([one for one in named if not one.endswith(".yaml")], header, page.name)


if __name__ == "__main__":
    unittest.main()
