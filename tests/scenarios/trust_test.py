"""What outlasts a hub of its adapters: who signed them, which are quarantined, and what a restore has to find again."""

import re
import shutil
import sys
import unittest
import urllib.request

import sakura_files as files
from hub_process import BUILD, PATIENCE, Deadline, Hub, Refused

BAD = """  - code: bad
    name: 試験用の元
    adapter: bad
    field: kaigo
    owner: elim
    scope: all_rows
    config: {fault: crashes}
    adapter_limits: {first_pause_ms: 10, longest_pause_ms: 20}
    feeds:
      - {name: lines, transport: drop_folder, folder: bad, files: "*", encodings: [utf8]}
    intake_basis:
      ground: 試験
      organ: さくら市長(高齢課)
      decided_by: 福祉課長
      decided_on: 2024-04-01
      document_number: 例-試験-001
"""


class Own(Hub):
    """A hub with a folder of adapters of its own, and a publisher."""

    def _write_yaml(self):
        super()._write_yaml()
        self.adapters = self.root / "adapters"
        self.adapters.mkdir(exist_ok=True)
        (self.root / "publishers").touch()
        yaml = self.root / "hub.yaml"
        text = yaml.read_text(encoding="utf-8").replace(f"{BUILD}/adapters", str(self.adapters))
        yaml.write_text(text + "publishers: publishers\n", encoding="utf-8")

    def module(self, version="1.0.0", folder="made"):
        """介護保険's adapter, as that version of it."""
        made = self.root / folder / version
        made.mkdir(parents=True, exist_ok=True)
        file = made / "adapter_kaigo.so"
        bytes_of = (BUILD / "adapters/adapter_kaigo.so").read_bytes()
        file.write_bytes(bytes_of.replace(b'"version": "1.0.0"', b'"version": "%s"' % version.encode()))
        file.chmod(0o644)
        return file

    def put(self, version="1.0.0"):
        """Installed without a signature."""
        shutil.copy(self.module(version), self.adapters / "adapter_kaigo.so")

    def pack(self, version="1.0.0", key="publisher.key"):
        """A signed package of it, and its publisher's public key."""
        package = self.root / f"{version}-{key}.tsunagu"
        done = self.command("adapter", "pack", self.module(version), "--key", self.root / key, "--out", package,
                            config=False)
        assert done.returncode == 0, done.stderr
        return package, re.search(r"public\): (\S+)", done.stderr).group(1)

    def install(self, version="1.0.0", folder=None):
        package, key = self.pack(version)
        (self.root / "publishers").write_text(f"{key} # 例の発行者\n", encoding="utf-8")
        done = self.command("adapter", "install", package, "--publishers", self.root / "publishers", "--adapters",
                            folder or self.adapters, config=False)
        assert done.returncode == 0, done.stderr

    def adapter(self, source="kaigo"):
        (found,) = [one for one in self.ask("source.show", source=source) if one["kind"] == "adapter"]
        return found

    def wait_for(self, state, source="kaigo"):
        for _ in Deadline(f"{state}\n{self.log[-2000:]}"):
            found = self.adapter(source)
            if found["state"] == state:
                return found

    def metrics(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=PATIENCE) as answer:
            return answer.read().decode()

    def switch(self, module):
        (done,) = [one for one in self.ask("adapter.switch", source="kaigo", module=str(module))
                   if one["kind"] == "switched"]
        return done["version"]

    def restart(self):
        self.stop()
        self.start()


class Signature(unittest.TestCase):
    def setUp(self):
        self.hub = Own(self, ("kaigo",))

    def test_that_is_gone_stops_the_source_until_an_operator_accepts_it(self):
        hub = self.hub
        hub.install()
        hub.start()
        signed = hub.wait_for("ready")
        self.assertIn("publisher", signed)
        hub.stop()
        (hub.adapters / "adapter_kaigo.signed").unlink()
        hub.start()
        refused = hub.wait_for("refused")
        self.assertIn("is gone", refused["fault"])
        self.assertNotIn("\n", refused["fault"])
        shown = hub.command("source", "show", "kaigo", language="ja_JP.UTF-8")
        self.assertIn("source accept", shown.stdout)
        done = hub.command("source", "accept", "kaigo", language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("publisher", hub.wait_for("ready"))
        hub.restart()
        hub.wait_for("ready")
        again = hub.command("source", "accept", "kaigo", language="ja_JP.UTF-8")
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("止めているものがありません", again.stderr)

    def test_of_a_switch_does_not_keep_an_operator_from_going_back_to_what_nobody_signed(self):
        hub = self.hub
        hub.put()
        unpacked = hub.root / "next"
        unpacked.mkdir()
        hub.install("1.0.1", unpacked)
        hub.start()
        hub.wait_for("ready")
        self.assertEqual(hub.switch(unpacked / "adapter_kaigo.so"), "1.0.1")
        with self.assertRaises(Refused) as refused:
            hub.ask("adapter.rollback", source="kaigo")
        self.assertIn("source accept", str(refused.exception))
        hub.ask("source.accept", source="kaigo")
        hub.ask("adapter.rollback", source="kaigo")
        hub.restart()
        self.assertEqual(hub.wait_for("ready")["version"], "1.0.0")

    def test_is_demanded_where_the_operator_says_so(self):
        hub = self.hub
        hub.put()
        with open(hub.root / "hub.yaml", "a", encoding="utf-8") as yaml:
            yaml.write("signed_only: true\n")
        hub.start()
        self.assertIn("nobody signed it", hub.wait_for("refused")["fault"])
        with self.assertRaises(Refused):
            hub.ask("source.accept", source="kaigo")
        hub.install()
        self.assertEqual(hub.command("reload").returncode, 0)
        hub.wait_for("ready")

    def test_is_looked_at_by_a_switch_as_by_an_installation(self):
        hub = self.hub
        hub.install()
        hub.start()
        hub.wait_for("ready")
        stranger, _ = hub.pack("1.0.1", key="stranger.key")
        lines = stranger.read_bytes().split(b"\n", 2)
        forged = hub.module("1.0.1")
        for note, reason in ((None, "is gone"), (b"\n".join(lines[:2]) + b"\n", "is not trusted"),
                             ((hub.adapters / "adapter_kaigo.signed").read_bytes(), "not the module")):
            with self.subTest(reason):
                beside = forged.with_suffix(".signed")
                beside.unlink(missing_ok=True)
                if note:
                    beside.write_bytes(note)
                with self.assertRaises(Refused) as refused:
                    hub.switch(forged)
                self.assertIn(reason, str(refused.exception))
        forged.with_suffix(".signed").unlink()
        unpacked = hub.root / "next"
        unpacked.mkdir()
        hub.install("1.0.1", unpacked)
        self.assertEqual(hub.switch(unpacked / "adapter_kaigo.so"), "1.0.1")
        hub.restart()
        found = hub.wait_for("ready")
        self.assertEqual(found["version"], "1.0.1")
        self.assertIn("publisher", found)


class Quarantine(unittest.TestCase):
    def test_outlasts_a_reload_and_a_restart_and_ends_by_an_operators_word(self):
        hub = Own(self, ())
        shutil.copy(BUILD / "tests/adapters/adapter_bad.so", hub.adapters)
        sources = hub.shared / "municipalities/sakura/sources.yaml"
        sources.write_text(sources.read_text(encoding="utf-8") + BAD, encoding="utf-8")
        hub.start()
        for number in range(3):
            hub.drop("bad", f"{number}.txt", b"%d\n" % number)
        before = hub.wait_for("quarantined", "bad")
        sources.write_text(sources.read_text(encoding="utf-8").replace("crashes", "none"), encoding="utf-8")
        self.assertEqual(hub.command("reload").returncode, 0)
        hub.wait_for("quarantined", "bad")
        hub.restart()
        after = hub.wait_for("quarantined", "bad")
        for key in ("quarantinedSince", "cause", "fault"):
            self.assertEqual(after[key], before[key])
        self.assertEqual(after["starts"], 0)
        self.assertIn('tsunagu_adapter_quarantined{source="bad"} 1', hub.metrics())
        self.assertEqual(hub.command("source", "release", "bad").returncode, 0)
        arrivals = hub.settled("bad", 3)
        self.assertEqual(arrivals[-1]["state"], "applied", arrivals)
        hub.restart()
        self.assertEqual(hub.wait_for("ready", "bad")["deaths"], 0)


class Restore(unittest.TestCase):
    def setUp(self):
        self.hub = Own(self, ("kaigo",))
        self.hub.put()
        self.hub.start()
        self.hub.wait_for("ready")

    def restored(self):
        """Backup, and restore into a new folder; what the command said."""
        hub = self.hub
        self.assertEqual(hub.command("backup", hub.root / "backup.db").returncode, 0)
        hub.stop()
        done = hub.command("restore", hub.root / "backup.db", "--into", hub.root / "again", "--key",
                           hub.root / "secrets/master.key", config=False, language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        hub.move_to(hub.root / "again")
        return done.stdout

    def test_brings_the_module_that_a_source_was_switched_to(self):
        hub = self.hub
        self.assertEqual(hub.switch(hub.module("1.0.1")), "1.0.1")
        said = self.restored()
        self.assertIn("バックアップにある", said)
        self.assertNotIn("source accept", said)
        self.assertFalse((hub.root / "again/adapters").exists())
        hub.start()
        found = hub.wait_for("ready")
        self.assertEqual((found["version"], found["switched"]), ("1.0.1", True))
        arrival = hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260410000001.csv")
        self.assertEqual(arrival["adapterVersion"], "1.0.1")

    def test_starts_no_other_version_than_the_one_that_was_installed(self):
        hub = self.hub
        said = self.restored()
        self.assertIn("1.0.0", said)
        self.assertIn("入れる", said)
        hub.put("1.0.1")
        hub.start()
        self.assertIn("before the restore", hub.wait_for("refused")["fault"])
        hub.put("1.0.0")
        hub.restart()
        self.assertEqual(hub.wait_for("ready")["version"], "1.0.0")
        hub.put("1.0.1")  # from now on installed as ever
        hub.restart()
        self.assertEqual(hub.wait_for("ready")["version"], "1.0.1")

    def test_lets_an_operator_take_another_version(self):
        hub = self.hub
        self.restored()
        hub.put("1.0.1")
        hub.start()
        hub.wait_for("refused")
        self.assertEqual(hub.command("source", "accept", "kaigo").returncode, 0)
        self.assertEqual(hub.wait_for("ready")["version"], "1.0.1")

    def test_puts_a_switched_module_back_that_is_gone_or_another(self):
        hub = self.hub
        hub.switch(hub.module("1.0.1"))
        (kept,) = (hub.data / "adapters").glob("*.so")
        for spoil in (kept.unlink, lambda: (kept.unlink(), kept.write_bytes(b"forged"))):
            hub.stop()
            spoil()
            hub.start()
            self.assertEqual(hub.wait_for("ready")["version"], "1.0.1")


if __name__ == "__main__":
    sys.exit(unittest.main())
