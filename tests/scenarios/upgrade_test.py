"""Another version of an adapter, or a corrected mapping, over what was delivered before."""

import json
import pathlib
import sys
import unittest

from hub_process import BUILD, SOURCE, Hub

MAPPING = """encodings: [utf8]
header_line: 1
columns: [番号, 氏名, 電話, 受付日]
records:
  - kind: person
    key: "{番号}"
    fields: {name: 氏名%s}
"""
CORRECTED = ", telephone: 電話"
HEADER = "番号,氏名,電話,受付日\n"
BLOCK = """  - code: machinaka
    name: まちなか保健室
    adapter: table
    config: {mapping: mapping.yaml}
    field: sogo
    owner: machinaka
    scope: all_rows
    feeds:
      - {name: full, transport: drop_folder, folder: machinaka, files: "*.csv", encodings: [utf8]}
    intake_basis:
      ground: 個人情報保護法69条2項2号
      organ: さくら市長（福祉課）
      decided_by: 福祉課長
      decided_on: 2026-04-01
      document_number: 例-福祉-R8-001
"""


class Listed(Hub):
    """A hub with one source more, which a mapping reads."""

    def _write_profile(self, wanted):
        super()._write_profile(wanted)
        town = self.shared / "municipalities/sakura"
        (town / "mapping.yaml").write_text(MAPPING % "", encoding="utf-8")
        with open(town / "sources.yaml", "a", encoding="utf-8") as sources:
            sources.write(BLOCK)

    def mapping(self, more):
        file = self.root / "corrected.yaml"
        file.write_text(MAPPING % more, encoding="utf-8")
        return str(file)

    def rows(self, *rows, count=1, name="list.csv"):
        return self.bring("machinaka", "machinaka", (HEADER + "".join(rows)).encode(), name, count)


def of(lines, kind):
    return [one for one in lines if one["kind"] == kind]


class Diff(unittest.TestCase):
    def setUp(self):
        self.hub = Listed(self, ()).start()

    def test_tells_what_a_corrected_mapping_changes_and_changes_nothing(self):
        hub = self.hub
        hub.rows("1,例 花子,028-681-1155,\n", "2,例 太郎,,\n")
        before = hub.arrivals()
        found = hub.ask("adapter.diff", source="machinaka", mapping=hub.mapping(CORRECTED))
        (compared,) = of(found, "compared")
        self.assertEqual((compared["changed"], compared["same"]), (1, 1), found)
        (difference,) = of(found, "difference")
        self.assertEqual(difference["line"], 2)
        self.assertTrue(difference["fields"])
        self.assertNotIn("681", json.dumps(found))
        self.assertNotIn("花子", json.dumps(found, ensure_ascii=False))
        self.assertEqual(hub.arrivals(), before)

    def test_speaks_to_an_operator_in_his_language(self):
        hub = self.hub
        hub.rows("1,例 花子,028-681-1155,\n")
        for language, word in (("ja_JP.UTF-8", "何も書き込んでいません"), ("C", "nothing was written")):
            done = hub.command("adapter", "diff", "machinaka", "--mapping", hub.mapping(CORRECTED),
                               language=language)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(word, done.stderr)
            self.assertNotIn("681", done.stdout)
        lines = hub.command("adapter", "diff", "machinaka", "--mapping", hub.mapping(CORRECTED),
                            "--json").stdout.splitlines()
        self.assertEqual(len(of(map(json.loads, lines), "compared")), 1)

    def test_refuses_what_is_no_version_of_the_source_with_a_reason(self):
        hub = self.hub
        hub.rows("1,例 花子,,\n")
        for version, reason in (
                ({"module": str(BUILD / "adapters/adapter_kaigo.so")}, "kaigo"),
                ({"module": str(pathlib.Path(hub.root) / "none.so")}, "none.so"),
                ({"mapping": hub.mapping(", telefon: 電話")}, "telefon"),
                ({}, "module")):
            with self.subTest(version=version):
                with self.assertRaises(Exception) as refused:
                    hub.ask("adapter.diff", source="machinaka", **version)
                self.assertIn(reason, str(refused.exception))


if __name__ == "__main__":
    sys.exit(unittest.main())
