"""A file that an operator hands over: the feed that it is, and a source that is still starting."""

import re
import sys
import unittest

from hub_process import SOURCE, Hub, Refused, export

LIST = "受付番号,受付日,氏名,住所,分類,内容\n1,2026-04-09,架空 花子,さくら市氏家1,見守り,最近見かけない\n"


class Import(unittest.TestCase):
    def config(self, hub, file, *pairs):
        path = hub.root / file
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            self.assertIn(old, text)
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def hand_over(self, hub, name, content, **more):
        file = hub.root / name
        file.write_bytes(content)
        rows = hub.ask("import", source="kaigo", file=str(file), **more)
        return next(row for row in rows if row.get("kind") == "import")

    def test_the_adapter_says_which_feed_a_file_is(self):
        hub = Hub(self, ["kaigo"])
        self.config(hub, "config/municipalities/sakura/sources.yaml", (
            'files: "KAIGO_SODAN_*.csv", drop_back: kaigo, encodings: [cp932]}',
            'files: "KAIGO_SODAN_*.csv", drop_back: kaigo, encodings: [cp932]}\n'
            '      - {name: life, transport: drop_folder, folder: life, files: "LIFE_*.csv", encodings: [utf8]}'))
        hub.start()
        dry = self.hand_over(hub, "utility.csv", export("kaigo-life")[1], dryRun=True)
        self.assertEqual((dry["state"], dry["added"] > 0), ("would_apply", True), dry)
        taken = self.hand_over(hub, "utility.csv", export("kaigo-life")[1])
        self.assertEqual(taken["state"], "applied", taken)
        with self.assertRaisesRegex(Refused, "several feeds: say which with --feed"):
            self.hand_over(hub, "other.csv", b"a,b,c\n")

    def test_a_source_that_still_starts_is_waited_for(self):
        hub = Hub(self, ["kaigo"])
        adapters = hub.root / "adapters"
        adapters.mkdir(mode=0o700)
        slow = (SOURCE / "examples/python_adapter/renraku.py").read_text(encoding="utf-8")
        slow = slow.replace('"id": "renraku"', '"id": "kaigo"').replace('"name": "list"', '"name": "consultations"')
        slow = slow.replace('"encodings": ["utf8"]', '"encodings": ["utf8", "cp932"]')
        slow, times = re.subn(r"(def create\(self, settings\):\n)", r"\1        __import__('time').sleep(2)\n", slow)
        self.assertEqual(times, 1)
        (adapters / "adapter_kaigo").write_text(slow, encoding="utf-8")
        (adapters / "adapter_kaigo").chmod(0o700)
        self.config(hub, "hub.yaml", (re.search("adapters: .*", (hub.root / "hub.yaml").read_text()).group(0),
                                      f'adapters: "{adapters}"'))
        hub.start()
        self.assertEqual(self.hand_over(hub, "renraku_1.csv", LIST.encode())["state"], "applied")


if __name__ == "__main__":
    sys.exit(unittest.main())
