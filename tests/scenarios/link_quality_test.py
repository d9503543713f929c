"""An invented municipality's five exports through a real daemon: how good the links are, held against the truth."""

import collections
import json
import subprocess
import tempfile
import unittest

import sakura_files as files
from hub_process import BUILD, REGISTER, Hub

# Their files in the generator's folder, and their feeds.
SOURCES = {
    "kaigo": ("kaigo/KAIGO_SODAN_20261031083000.csv", "consultations"),
    "kaigo_life": ("kaigo-life/SERVICE_USER_INFO_20261031.csv", "life"),
    "shogai": ("shogai/SHOGAI_20261031084500.csv", "consultations"),
    "kodomo": ("kodomo/KODOMO_20261031090000.jsonl", "consultations"),
    "konkyu": ("konkyu/KONKYU_20261031091500.txt", "consultations"),
}
PERSONS = 600


def pairs(groups):
    return {(one, other) for group in groups for one in group for other in group if one < other}


def grouped(of):
    groups = collections.defaultdict(list)
    for record, group in of.items():
        groups[group].append(record)
    return groups.values()


class LinkQuality(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([BUILD / "bench/population", "--out", folder, "--persons", str(PERSONS), "--seed", "7",
                            "--profile", "sakura"], check=True, capture_output=True)
            cls.hub = Hub(cls, SOURCES, clock=None).start()
            cls.hub.bring("shien-sochi", REGISTER, files.empty_register(), "SHIENSOCHI_20260410.csv")
            for source, (file, feed) in SOURCES.items():
                cls.hub.ask("import", source=source, file=f"{folder}/{file}", feed=feed)
            with open(f"{folder}/truth.jsonl", encoding="utf-8") as lines:
                truth = [json.loads(line) for line in lines]
            cls.truth = {(one["source"], one["key"]): one["person"] for one in truth}

    @classmethod
    def addCleanup(cls, *arguments):
        cls.addClassCleanup(*arguments)

    def exported(self):
        lines = [json.loads(line) for line in self.hub.command("link", "export").stdout.splitlines()]
        return {(one["source"], one["key"]): one["person"] for one in lines}

    def judge(self):
        persons = self.exported()
        self.assertGreater(len(persons), PERSONS // 4)
        self.assertLessEqual(set(persons), set(self.truth), "keys are the source's own")
        truth = pairs(grouped({record: self.truth[record] for record in persons}))
        joined = pairs(grouped(persons))
        return len(truth & joined) / max(1, len(joined)), len(truth & joined) / max(1, len(truth))

    def test_links_are_right_and_few_are_missed(self):
        said = self.hub.command("link", "estimate")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertTrue((self.hub.data / "store/linkage.model").read_text(encoding="utf-8")
                        .startswith("tsunagu linkage model 1\n"))
        precision, recall = self.judge()
        print(f"{len(self.truth)} records: precision {precision:.4f}, recall {recall:.4f}")
        self.assertGreaterEqual(precision, 0.998)
        self.assertGreaterEqual(recall, 0.97)
        before = self.exported()
        self.assertEqual(self.hub.command("link", "rebuild").returncode, 0)
        self.assertEqual(self.exported(), before, "anew gives the same")

    def test_a_pair_is_explained_in_words(self):
        by_person = collections.defaultdict(list)
        for (source, key), person in self.exported().items():
            by_person[person].append(f"{source}/{key}")
        one, other, *_ = next(records for records in by_person.values() if len(records) > 1)
        said = self.hub.command("link", "explain", one, other, language="ja_JP.UTF-8").stdout
        self.assertIn("同じ人です", said)
        self.assertIn("生年月日: ", said)
        self.assertIn("birthday: ", self.hub.command("link", "explain", one, other).stdout)


if __name__ == "__main__":
    unittest.main()
