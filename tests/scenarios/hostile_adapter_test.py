"""One hostile adapter in a running hub, beside sources at work: the others' files finish whole and in time, what was
acknowledged stays and is read once the adapter is mended, the operator sees one clear line, what dies again and again is
quarantined, and the hub's memory stays bounded. The control of each is the same adapter without its fault: the end of the
test, where the same files are read."""

import contextlib
import json
import pathlib
import sys
import unittest

import sakura_files as files
from hub_process import BUILD, REGISTER, Deadline, Hub, Refused, export

GENEROUS = 60  # seconds for the others' files
BOUNDED = 96 * 1024  # KiB that the hub may grow by
ROWS = 100
RECORDS = 6  # of a row
BLOCK = """  - code: {code}
    name: 試験用の元
    adapter: {adapter}
    field: {field}
    owner: elim
    scope: {scope}
    numbers: [{numbers}]
    config: {config}
    adapter_limits: {{start_ms: 2000, idle_ms: {idle}, memory_bytes: 201326592, first_pause_ms: 10, longest_pause_ms: 20}}
    feeds:
      - {{name: {feed}, transport: drop_folder, folder: {code}, files: "*", encodings: [{encoding}]}}
    intake_basis:
      ground: 試験
      organ: さくら市長(高齢課)
      decided_by: 福祉課長
      decided_on: 2024-04-01
      document_number: 例-試験-001
"""
DIES = ("crashes", "aborts", "exits", "spins", "sleeps", "half_frame", "huge_frame", "unknown_type", "short_body",
        "floods", "million_rejects", "throws_across", "fork_bomb", "opens_socket", "kills_parent", "traces",
        "signals_by_fcntl")
SCOPES = ("all_rows", "keys_only", "consented_rows")
DIES_AT_START = ("crashes_at_start", "hangs_at_start")
GOES_ON = ("throws", "throws_anything", "hogs", "takes_space", "million_concerns", "opens_file", "another_kind", "bad_texts", "many_progress")


def memory_of(pid):
    """KiB, the most there ever were."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise AssertionError("no VmHWM")


class HostileAdapter(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.round = 0

    def start(self):
        hub = Hub(self, ["kaigo"])
        adapters = hub.root / "adapters"
        adapters.mkdir(mode=0o755)
        hostile = [BUILD / f"tests/adapters/adapter_{name}.so" for name in ("bad", "throws_across")]
        for module in [*(BUILD / "adapters").glob("adapter_*.so"), *hostile]:
            (adapters / module.name).symlink_to(module)
        yaml = hub.root / "hub.yaml"
        yaml.write_text(yaml.read_text(encoding="utf-8").replace(f"{BUILD}/adapters", str(adapters)), encoding="utf-8")
        self.sources = hub.shared / "municipalities/sakura/sources.yaml"
        self.honest = self.sources.read_text(encoding="utf-8") + BLOCK.format(
            code="twin", adapter="kaigo", field="kaigo", numbers="", config="{}", feed="consultations",
            encoding="cp932", idle=30000, scope="all_rows")
        self.sources.write_text(self.honest, encoding="utf-8")
        hub.start()
        name, register = export("shien-sochi")
        hub.bring("shien-sochi", REGISTER, register, name)
        self.hub = hub

    def configure(self, code, fault, path="", numbers="", scope="all_rows"):
        """The hostile source beside the others."""
        other = fault == "throws_across"
        config = "{}" if other else "{fault: %s, path: %s}" % (fault, json.dumps(str(path)))
        block = BLOCK.format(
            code=code, adapter=fault if other else "bad", field="kodomo", numbers=numbers, config=config,
            feed="lines", encoding="utf8", idle=300 if fault in DIES else 10000, scope=scope)
        self.sources.write_text(self.honest + block, encoding="utf-8")
        self.hub.ask("reload")

    def adapter(self, source):
        (found,) = [one for one in self.hub.ask("source.show", source=source) if one["kind"] == "adapter"]
        return found

    def others_finish(self, count):
        """A further file of each honest source, while the hostile one is at it; whole, before the deadline."""
        name = f"KAIGO_SODAN_20260410{count:06d}.csv"
        for folder in ("kaigo", "twin"):
            self.hub.drop(folder, name, files.many_kaigo_rows(ROWS + count))
        for source in ("kaigo", "twin"):
            for _ in Deadline(f"{source}\n{self.hub.log[-2000:]}", seconds=GENEROUS):
                ours = self.hub.arrivals(source)
                if len(ours) == count and ours[-1]["state"] == "applied":
                    break
            self.assertEqual((ours[-1]["records"], ours[-1]["rejects"]), (RECORDS * (ROWS + count), 0), source)
            self.assertEqual(self.adapter(source)["deaths"], 0, source)

    def scope(self):
        """Each in its turn: what was acknowledged is kept whatever may stay of it once it is read."""
        return SCOPES[self.round % len(SCOPES)]

    def attacked(self, fault, path=""):
        """Three hostile files, and the others' in between; the hostile source's code."""
        type(self).round += 1
        code = "hostile-" + fault.replace("_", "-")
        self.configure(code, fault, path, scope=self.scope())
        for number in range(3):
            self.hub.drop(code, f"{number}.txt", f"{fault} {number}\n".encode())
        self.others_finish(self.round)
        return code

    def quarantined(self, code):
        for _ in Deadline(f"the quarantine of {code}", seconds=GENEROUS):
            found = self.adapter(code)
            if found["state"] == "quarantined":
                return found

    def assert_one_line(self, code, found):
        self.assertTrue(found["fault"])
        self.assertNotIn("\n", found["fault"])
        self.assertEqual(found["next"], "release_when_mended")
        self.assertIn("quarantinedSince", found)
        said = self.hub.command("source", "show", code, language="ja_JP.UTF-8", config=True)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("source release", said.stdout)

    def release(self, code):
        """Right after the reload the source may still be looking at its adapter: then it says so."""
        for _ in Deadline(f"the release of {code}", seconds=GENEROUS):
            with contextlib.suppress(Refused):
                return self.hub.ask("source.release", source=code)

    def assert_nothing_lost(self, code):
        """What waited and what was set aside is read by the mended adapter."""
        self.configure(code, "none", scope=self.scope())
        self.release(code)
        for arrival in self.hub.settled(code, 3):
            self.assertEqual(arrival["state"], "applied", arrival)
            self.assertEqual(arrival["bytes"], len(f"{code[8:].replace('-', '_')} 0\n"), arrival)

    def path_for(self, fault):
        """What it reaches for: the hub's key, or the hub itself."""
        return {"opens_file": next((self.hub.root / "secrets").glob("master*")), "kills_parent": 9, "takes_space": 10240,
                "traces": self.hub.process.pid, "signals_by_fcntl": self.hub.process.pid}.get(fault, "")

    def test_of_each_kind(self):
        self.start()
        type(self).round += 1
        self.others_finish(self.round)
        before = memory_of(self.hub.process.pid)
        for fault in (*DIES, *DIES_AT_START):
            with self.subTest(fault):
                code = self.attacked(fault, self.path_for(fault))
                self.assert_one_line(code, self.quarantined(code))
                self.assert_nothing_lost(code)
        for fault in GOES_ON:
            with self.subTest(fault):
                code = self.attacked(fault, self.path_for(fault))
                self.hub.settled(code, 3)
                self.assertEqual(self.adapter(code)["deaths"], 0)
        self.assertLess(memory_of(self.hub.process.pid), before + BOUNDED)
        self.assertIsNone(self.hub.process.poll())

    def persons(self):
        """{(source, record key): person}"""
        said = self.hub.command("link", "export")
        self.assertEqual(said.returncode, 0, said.stderr)
        lines = [json.loads(line) for line in said.stdout.splitlines()]
        return {(one["source"], one["key"]): one["person"] for one in lines}

    def say(self, code, records, numbers, count):
        """What the hostile source's file was good for."""
        self.configure(code, "says", "\n".join(json.dumps(one, ensure_ascii=False) for one in records), numbers)
        self.hub.drop(code, f"{count}.txt", f"{count}".encode())
        return self.hub.settled(code, count)[-1]

    def test_records_for_another_fields_key_space(self):
        """A source of 子ども says the keys and the insured number of one in 介護: it gets nowhere near her, whose
        name alone makes nobody one with her."""
        self.start()
        self.others_finish(1)
        before = self.persons()
        (key, person), = {(key, person) for (source, key), person in before.items() if source == "kaigo"}
        name = {"fullName": "髙橋 トミ", "fullNameKana": "タカハシ トミ", "original": "髙橋　トミ"}
        stranger = {"kind": "person", "schemaVersion": "1", "recordKey": key, "names": [name]}
        numbered = {**stranger, "recordKey": "n", "identifiers": [
            {"system": "insured", "value": "0000123456", "issuerLgCode": "092148"}]}
        removal = {"kind": "removal", "schemaVersion": "1", "recordKey": key, "targetKind": "person"}

        code = "hostile-says"
        arrival = self.say(code, [stranger, numbered], "", 1)
        self.assertEqual((arrival["state"], arrival["records"], arrival["rejects"]), ("applied", 1, 1), arrival)
        (reject,) = self.hub.rejects(arrival)
        self.assertEqual((reject["code"], reject["column"]), ("number_of_another", "/identifiers/0/system"))
        self.say(code, [removal], "", 2)
        after = self.persons()
        self.assertEqual({at: one for at, one in after.items() if at[0] != code}, before)
        self.assertNotIn(person, [one for at, one in after.items() if at[0] == code])

        with self.subTest("control: whom the profile lets say that number, is she"):
            self.say(code, [numbered], "insured", 3)
            self.assertEqual(self.persons()[code, "n"], person)


if __name__ == "__main__":
    sys.exit(unittest.main())
