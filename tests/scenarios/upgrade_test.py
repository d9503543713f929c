"""Another version of an adapter, or a corrected mapping, over what was delivered before."""

import json
import pathlib
import sys
import threading
import unittest

import sakura_files as files
from hub_process import BUILD, Deadline, Hub, Refused

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


class Switch(unittest.TestCase):
    """Of 介護保険's adapter, which is a module; the new version of it calls itself 1.0.1."""

    def setUp(self):
        self.hub = Hub(self, ("kaigo",)).start()
        module = (BUILD / "adapters/adapter_kaigo.so").read_bytes()
        self.assertEqual(module.count(b'"version": "1.0.0"'), 1)
        self.module = self.hub.root / "adapter_kaigo.so"
        self.module.write_bytes(module.replace(b'"version": "1.0.0"', b'"version": "1.0.1"'))
        self.module.chmod(0o644)
        self.broken = self.hub.root / "adapter_broken.so"
        self.broken.write_bytes(module[:4096])
        self.broken.chmod(0o644)

    def switch(self):
        (done,) = of(self.hub.ask("adapter.switch", source="kaigo", module=str(self.module)), "switched")
        return done["former"], done["version"]

    def bring(self, number, count):
        """One consultation of its own; the version that read it."""
        arrival = self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(受付番号=f"R08-{number:05}"),
                                 f"KAIGO_SODAN_20260410{number:06}.csv", count)
        self.assertEqual(arrival["state"], "applied", arrival)
        return arrival["adapterVersion"]

    def at_work(self):
        (one,) = of(self.hub.ask("source.list"), "adapter")
        return one["version"], one["switched"]

    def test_stays_over_a_restart_and_goes_back_in_one_command(self):
        hub = self.hub
        self.assertEqual(self.bring(1, 1), "1.0.0")
        self.assertEqual(self.switch(), ("1.0.0", "1.0.1"))
        self.module.unlink()  # what was tried is kept
        self.assertEqual(self.bring(2, 2), "1.0.1")
        hub.stop()
        hub.start()
        self.assertEqual(self.bring(3, 3), "1.0.1")
        self.assertEqual(self.at_work(), ("1.0.1", True))
        done = hub.command("adapter", "rollback", "kaigo")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.bring(4, 4), "1.0.0")
        hub.stop()
        hub.start()
        self.assertEqual(self.bring(5, 5), "1.0.0")
        with self.assertRaises(Refused):
            hub.ask("adapter.rollback", source="kaigo")

    def test_is_refused_whole_for_what_is_no_new_version(self):
        self.assertEqual(self.bring(1, 1), "1.0.0")
        other = str(BUILD / "adapters/adapter_table.so")
        for module in (str(self.broken), other, str(self.hub.root / "none.so")):
            with self.subTest(module=module), self.assertRaises(Refused):
                self.hub.ask("adapter.switch", source="kaigo", module=module)
        self.assertEqual(self.at_work(), ("1.0.0", False))
        self.assertEqual(self.bring(2, 2), "1.0.0")

    def test_waits_for_the_file_in_flight_and_neither_loses_nor_doubles_it(self):
        hub = self.hub
        content = files.many_kaigo_rows(3_000)
        hub.drop("kaigo", "KAIGO_SODAN_20260410083000.csv", content)
        self.wait_until_decoding()
        self.assertEqual(self.switch(), ("1.0.0", "1.0.1"))
        (first,) = hub.arrivals("kaigo")
        self.assertEqual((first["state"], first["adapterVersion"]), ("applied", "1.0.0"), first)
        again = hub.bring("kaigo", "kaigo", content + files.one_kaigo_row().split(b"\r\n", 1)[1],
                          "KAIGO_SODAN_20260411083000.csv", 2)
        self.assertEqual(again["adapterVersion"], "1.0.1")
        self.assertGreaterEqual(again["unchanged"], first["records"], (first, again))
        self.assertEqual((again["changed"], again["removed"]), (0, 0))

    def test_killed_in_the_middle_leaves_one_version_and_the_whole_file(self):
        hub = self.hub
        hub.drop("kaigo", "KAIGO_SODAN_20260409083000.csv", files.many_kaigo_rows(3_000))
        self.wait_until_decoding()
        asking = threading.Thread(target=self.try_to_switch)
        asking.start()
        for _ in Deadline("the new version beside the old one", pause=0.001):
            if len(hub.adapter_pids()) > 1 or not asking.is_alive():
                break
        hub.kill()
        asking.join()
        hub.start()
        (first,) = hub.settled("kaigo", 1)
        self.assertEqual(first["state"], "applied")
        self.assertEqual(first["added"] + first["changed"] + first["unchanged"], first["records"])
        version, switched = self.at_work()
        self.assertEqual(switched, version == "1.0.1")
        self.assertEqual(self.bring(1, 2), version)
        if not switched:
            self.switch()
        self.assertEqual(self.bring(2, 3), "1.0.1")

    def test_a_newly_installed_adapter_stands_in_place_of_the_switch(self):
        hub = self.hub
        hub.stop()
        adapters = hub.root / "adapters"
        adapters.mkdir()
        installed = adapters / "adapter_kaigo.so"
        installed.write_bytes((BUILD / "adapters/adapter_kaigo.so").read_bytes())
        yaml = hub.root / "hub.yaml"
        yaml.write_text(yaml.read_text().replace(f'adapters: "{BUILD}/adapters"', f'adapters: "{adapters}"'))
        hub.start()
        self.assertEqual(self.switch(), ("1.0.0", "1.0.1"))
        installed.unlink()
        installed.write_bytes(self.module.read_bytes().replace(b'"1.0.1"', b'"1.0.2"'))
        self.assertEqual(hub.command("reload").returncode, 0)
        self.assertEqual(self.bring(1, 1), "1.0.2")

    def wait_until_decoding(self):
        for _ in Deadline("a file in flight", pause=0.001):
            found = self.hub.arrivals("kaigo")
            if found and found[0]["state"] in ("decoding", "staged"):
                return
            self.assertFalse(found and found[0]["state"] == "applied", "was applied too soon")

    def try_to_switch(self):
        try:
            self.switch()
        except (OSError, ValueError, Refused):
            pass  # the hub was killed


class Replay(unittest.TestCase):
    def setUp(self):
        self.hub = Listed(self, ()).start()

    def correct(self):
        self.hub.ask("adapter.switch", source="machinaka", mapping=self.hub.mapping(CORRECTED))

    def test_reads_what_is_kept_through_a_corrected_mapping(self):
        hub = self.hub
        hub.rows("1,例 花子,028-681-1155,\n", "2,例 太郎,,\n")
        self.correct()
        done = hub.command("source", "replay", "machinaka")
        self.assertEqual(done.returncode, 0, done.stderr)
        first, again = hub.settled("machinaka", 2)
        self.assertEqual(again["replayOf"], first["arrival"])
        self.assertEqual((again["state"], again["added"], again["changed"], again["unchanged"]),
                         ("applied", 0, 1, 1), again)
        nothing = hub.ask("adapter.diff", source="machinaka", mapping=hub.mapping(CORRECTED))
        self.assertEqual(of(nothing, "difference"), [])

    def test_goes_with_the_next_delivery_as_if_it_had_been_read_so_before(self):
        hub = self.hub
        rows = [f"{n},例 花子,028-681-{n:04},\n" for n in range(20)]
        hub.rows(*rows)
        self.correct()
        hub.ask("source.replay", source="machinaka")
        hub.settled("machinaka", 2)
        new = hub.rows(*rows, "99,例 太郎,,\n", count=3)
        self.assertEqual((new["added"], new["changed"], new["unchanged"], new["removed"]),
                         (1, 0, 20, 0), new)

    def test_killed_in_the_middle_goes_on_after_the_restart(self):
        hub = self.hub
        rows = [f"{n},例 花子,{f'028-681-{n % 10_000:04}' if n % 3 == 0 else ''},\n" for n in range(12_000)]
        hub.rows(*rows)
        self.correct()
        (replayed,) = hub.ask("source.replay", source="machinaka")
        for _ in Deadline("a replay at work", pause=0.001):
            now = hub.ask("arrival.show", arrival=replayed["arrival"])[0]
            if now["state"] == "staged":
                break
            self.assertIn(now["state"], ("received", "decoding"), "was applied too soon")
        hub.kill()
        hub.start()
        again = hub.settled("machinaka", 2)[-1]
        self.assertEqual((again["state"], again["added"], again["removed"]), ("applied", 0, 0), again)
        new = hub.rows(*rows, "99999,例 太郎,,\n", count=3)
        self.assertEqual((new["added"], new["changed"], new["unchanged"]), (1, 0, len(rows)), new)

    def test_of_nothing_is_refused_with_a_reason(self):
        done = self.hub.command("source", "replay", "machinaka", language="ja_JP.UTF-8")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("読み直せるものがありません", done.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
