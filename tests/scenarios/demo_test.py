"""`tsunagu demo` plays to its end without a terminal, says what it must, and leaves nothing behind."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from hub_process import BUILD, PATIENCE


class Demo(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tsunagu-demo-test-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.addCleanup(self.demo, "--stop")

    def demo(self, *words, language="ja_JP.UTF-8", **more):
        return subprocess.run(
            [BUILD / "tsunagu", "demo", "--folder", self.folder / "demo", *words],
            capture_output=True, text=True, encoding="utf-8", timeout=2 * PATIENCE, check=False,
            stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": language}, **more)

    def told(self, *words, **more):
        """What a demo says that played to its end; one that did not shows all of it."""
        played = self.demo(*words, **more)
        self.assertEqual(played.returncode, 0, played.stdout + played.stderr)
        return played.stdout

    def unprivileged(self):
        """Who is not root may not look into a process that forbids core dumps, as the hub does."""
        if os.geteuid() != 0:
            return {}
        other = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        reaches = subprocess.run(["/usr/bin/test", "-x", BUILD / "tsunagu-hub"], check=False, **other)
        if reaches.returncode != 0:
            return {}
        shutil.chown(self.folder, "nobody", "nogroup")
        return other

    def test_tells_what_arrived_was_linked_went_and_was_withheld(self):
        told = self.told()
        for words in ("届いたもの", "つながったもの", "つないだ先", "止めたもの", "受入れ", "保留",
                      "地方税法22条（2025-04-01時点）", "支援会議", "同意", "茅ヶ崎市", "小林市", "伊賀市"):
            self.assertIn(words, told)
        self.assertRegex(told, r"つなぎ先\s+さくら市地域共生センターSAKUTOMO")
        self.assertRegex(told, r"根拠\s+個人情報保護法69条2項1号・27条1項")
        self.assertNotIn("動いています", told)

    def test_is_what_the_readmes_cut_from_it(self):
        """Line by line; ids of persons and the length of the log differ from run to run, `…` is what was left out."""
        def lasting(line):
            return re.sub(r"…[0-9a-f]{6}|[0-9]+行は", "", line)
        told = {lasting(line) for line in self.told().splitlines()}
        for name in ("README.md", "README.ja.md"):
            text = (pathlib.Path(__file__).parents[2] / name).read_text(encoding="utf-8")
            cut = next(block for block in text.split("```")[1::2] if "── １" in block)
            self.assertEqual([line for line in cut.splitlines() if line.strip() not in ("", "…")
                              and lasting(line) not in told], [], name)

    def test_tells_two_seats_a_withdrawal_and_the_persons_own_page(self):
        told = self.told()
        seats, withdrawn, page = (told.split(heading)[1].split("\n── ")[0] for heading in (
            "５　支援会議の資料", "６　同意の取りやめ", "７　本人の「提供と閲覧の記録」"))
        for words in ("【市税務課の席】", "【地域包括支援センターエリムの席】", "髙橋 トミさん", "△ 要対協の資料", "× "):
            self.assertIn(words, seats)
        self.assertEqual(seats.count("△ 要対協の資料"), 1, "the pointer is for municipal staff alone")
        self.assertNotIn("182,400", seats)
        self.assertRegex(withdrawn, "利用停止を求める +さくら市地域共生センターSAKUTOMO")
        self.assertNotIn("sakutomo", withdrawn, "a code is no name")
        unwrapped = re.sub(r"\n +", "", page)
        for words in ("SAKUTOMO", "税務課", "社会福祉法106条の6（2025-09-08時点）"):
            self.assertIn(words, unwrapped)

    def test_proves_its_log_with_the_public_key_alone(self):
        told = self.told("--keep")
        self.assertRegex("".join(told.split()), "監査記録の[1-9][0-9]*行は、署名と公開鍵だけで確かめられました")
        folder = self.folder / "demo"
        log = folder / "audit-log.txt"
        words = [BUILD / "tsunagu-verify", log, "--key", folder / "signer/public", "--checkpoints",
                 folder / "audit-checkpoint.txt"]
        self.assertEqual(subprocess.run(words, capture_output=True, check=False).returncode, 0)
        log.write_text(log.read_text()[:-200])
        self.assertNotEqual(subprocess.run(words, capture_output=True, check=False).returncode, 0)

    def test_names_every_expectation_as_met(self):
        lines = [json.loads(line) for line in self.told("--json", language="C.UTF-8").splitlines()]
        self.assertEqual([line for line in lines if not line["met"]], [])
        self.assertGreaterEqual(len(lines), 17)

    def test_stays_when_asked_and_stops_when_asked(self):
        somebody = self.unprivileged()
        self.assertIn("動いています", self.told("--keep", **somebody))
        running = [int(line.split("\t")[0])
                   for line in (self.folder / "demo/processes").read_text().splitlines()]
        self.assertEqual(len(running), 3, "the coordinator's server, the signer, the hub")
        for pid in running:
            self.assertTrue(pathlib.Path(f"/proc/{pid}").exists())
        self.assertEqual(self.demo("--stop", **somebody).returncode, 0)
        for pid in running:
            self.assertFalse(pathlib.Path(f"/proc/{pid}").exists())

    def test_leaves_a_folder_alone_that_is_not_its_own(self):
        (self.folder / "demo").mkdir()
        (self.folder / "demo/letter.txt").write_text("keep me")
        self.assertNotEqual(self.demo().returncode, 0)
        self.assertEqual((self.folder / "demo/letter.txt").read_text(), "keep me")


if __name__ == "__main__":
    sys.exit(unittest.main())
