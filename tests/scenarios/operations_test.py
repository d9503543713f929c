"""What an operator does with a living hub: back up and restore, verify, reload, look, and err."""

import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import unittest
import urllib.request

from hub_process import BUILD, PATIENCE, SOURCE, Deadline, Hub, export

FIELDS = {"kaigo": "kaigo", "shogai": "shogai", "kodomo": "kodomo", "konkyu": "konkyu"}
ENGLISH = re.compile(r"\b[a-z]{3,} [a-z]{2,} [a-z]{3,}\b")
COMMANDS = re.compile(r"(tsunagu )?(arrival|source|partner|referral|signal|reject|config|audit) [a-z]+")
KANA = re.compile(r"[\u3040-\u30ff]")
LISTS = ("doctor", "source list", "arrival list", "reject list", "reject quarantine",
         "household list", "case list", "referral list", "signal list", "partner list",
         "audit verify", "limits", "config check")


def ids(hub, verb, key):
    return {line[key] for line in hub.ask(verb, limit=10000)}


class Backup(unittest.TestCase):
    def test_of_a_working_hub_brings_everything_back_that_was_settled_before_it(self):
        hub = Hub(self, FIELDS.values()).start()
        hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])
        kinds = (("household.list", "household"), ("case.list", "case"),
                 ("referral.list", "referral"), ("arrival.list", "arrival"))
        before = {verb: ids(hub, verb, key) for verb, key in kinds}
        for folder in ("shogai", "kodomo", "konkyu"):  # the traffic while it is written
            hub.drop(folder, *export(folder))
        file = hub.root / "backup.db"
        backup = hub.command("backup", file, "--json")
        self.assertEqual(backup.returncode, 0, backup.stderr)
        self.assertTrue(json.loads(backup.stdout)["intact"])
        for source in ("shogai", "kodomo", "konkyu"):
            hub.settled(source)
        self.assertEqual(hub.command("audit", "verify").returncode, 0)
        self.assertEqual(hub.stop(), 0)

        restored = hub.command("restore", file, "--into", hub.root / "again", "--key",
                               hub.root / "secrets/master.key", config=False)
        self.assertEqual(restored.returncode, 0, restored.stderr)
        self.assertIn("start the daemon", restored.stdout)
        hub.move_to(hub.root / "again")
        hub.start()
        for verb, key in kinds:
            self.assertLessEqual(before[verb], ids(hub, verb, key))
        self.assertEqual(hub.command("audit", "verify").returncode, 0)

    def test_replaces_nothing_and_opens_with_no_other_key(self):
        hub = Hub(self, ["kaigo"]).start()
        file = hub.root / "backup.db"
        self.assertEqual(hub.command("backup", file).returncode, 0)
        self.assertEqual(hub.command("backup", file).returncode, 1)
        self.assertEqual(hub.command("backup", "/nonexistent/x.db").returncode, 4)
        hub.stop()
        other = hub.root / "secrets/other.key"
        other.write_text("ab" * 32 + "\n")
        other.chmod(0o600)
        for key, into, why in ((other, hub.root / "again", "key"),
                               (hub.root / "secrets/master.key", hub.data, "not empty")):
            refused = hub.command("restore", file, "--into", into, "--key", key, config=False)
            self.assertEqual(refused.returncode, 4)
            self.assertIn(why, refused.stderr)


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addCleanup = cls.addClassCleanup  # the hub is the class's
        cls.hub = Hub(cls, FIELDS.values()).start()
        for folder, source in FIELDS.items():
            cls.hub.bring(folder, source, export(folder)[1], export(folder)[0])

    def one(self, verb, key):
        return next(iter(ids(self.hub, verb, key)))

    def looks(self):
        return [words.split() for words in LISTS] + [
            ["arrival", "show", self.one("reject.list", "arrival")],
            ["reject", "show", self.one("reject.list", "arrival")],
            ["household", "show", self.one("household.list", "household")],
            ["case", "show", self.one("case.list", "case")],
            ["referral", "show", self.one("referral.list", "referral")],
            ["explain", self.one("referral.list", "referral")]]

    def ask(self, words, language):
        config = words[0] != "limits"
        return self.hub.command(*words, language=language, config=config)

    def test_are_japanese_on_a_japanese_terminal(self):
        for words in self.looks():
            with self.subTest(words=words[:2]):
                told = self.ask(words, "ja_JP.UTF-8")
                self.assertIn(told.returncode, (0, 1), told.stderr)
                self.assertTrue(KANA.search(told.stdout))
                self.assertIsNone(ENGLISH.search(COMMANDS.sub("", told.stdout + told.stderr)))

    def test_are_english_elsewhere(self):
        for words in self.looks():
            if words[0] in ("explain", "config") or words[:2] in (["arrival", "show"],
                                                                  ["reject", "show"]):
                continue  # names, and why a row was not read, are the field's own
            with self.subTest(words=words[:2]):
                self.assertIsNone(KANA.search(self.ask(words, "C").stdout))

    def test_are_json_lines_on_demand(self):
        for words in self.looks():
            with self.subTest(words=words[:2]):
                told = self.ask([*words, "--json"], "ja_JP.UTF-8")
                for line in told.stdout.splitlines():
                    self.assertIsInstance(json.loads(line), dict)

    def test_of_every_failure_are_in_the_language_of_the_terminal(self):
        nobody = "01890a5d-ac96-774b-bcce-b302099a8057"
        for words, status in (
                (["case", "show", nobody], 1), (["household", "show", "abc"], 1),
                (["referral", "send", nobody], 1), (["referral", "retry", nobody], 1),
                (["explain", nobody], 1), (["arrival", "release", nobody], 1),
                (["signal", "decide", nobody, "declined"], 1), (["source", "pause", "nobody"], 1),
                (["source", "resume", "kaigo"], 1), (["source", "release", "kaigo"], 1),
                (["partner", "resume", "nobody"], 1), (["case"], 2), (["nonsense"], 2),
                (["import", "/nonexistent", "--source", "kaigo"], 2),
                (["import", "/etc/hostname", "--source", "nobody"], 1),
                (["backup", "/nonexistent/x.db"], 4)):
            with self.subTest(words=words):
                told = self.ask(words, "ja_JP.UTF-8")
                self.assertEqual(told.returncode, status, told.stderr)
                self.assertTrue(told.stderr.startswith("エラー: "))
                self.assertIsNone(ENGLISH.search(COMMANDS.sub("", told.stderr)), told.stderr)
                told = self.ask(words, "C")
                self.assertTrue(told.stderr.startswith("error: "))
                self.assertIsNone(KANA.search(told.stderr))


class Reach(unittest.TestCase):
    def test_says_that_no_daemon_answers(self):
        hub = Hub(self, ["kaigo"])
        self.assertEqual(hub.command("case", "list").returncode, 3)
        self.assertEqual(hub.command("doctor").returncode, 1)

    def test_lets_nobody_else_ask(self):
        if os.geteuid() != 0:
            self.skipTest("another user can only be tried by root")
        hub = Hub(self, ["kaigo"]).start()
        hub.root.chmod(0o755)
        told = subprocess.run(
            [BUILD / "tsunagu", "case", "list", "--socket", hub.socket], capture_output=True,
            text=True, check=False, user="nobody", group="nogroup", extra_groups=[])
        self.assertEqual(told.returncode, 4, told.stderr)

    def test_starts_no_second_hub_and_none_on_a_port_in_use(self):
        hub = Hub(self, ["kaigo"]).start()
        second = subprocess.run([BUILD / "tsunagu-hub", "--config", hub.root / "hub.yaml"],
                                capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(second.returncode, 78)
        self.assertIn("in use by another process", second.stderr)
        self.assertEqual(hub.command("case", "list").returncode, 0)
        other = Hub(self, ["kaigo"])
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            other.port = taken.getsockname()[1]
            other.move_to(other.data)
            self.assertEqual(other.launch().wait(timeout=PATIENCE), 78)
            self.assertIn(str(other.port), other.log)


class Reload(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"]).start()
        self.file = self.hub.root / "hub.yaml"
        self.good = self.file.read_text(encoding="utf-8")

    def findings(self):
        return {line["code"] for line in self.hub.ask("doctor") if line["kind"] == "finding"}

    def test_takes_a_changed_configuration(self):
        self.file.write_text(self.good.replace("quiet_ms: 50", "quiet_ms: 60"), encoding="utf-8")
        self.assertEqual(self.hub.command("reload").returncode, 0)
        self.hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])

    def test_refuses_a_broken_one_and_works_on_with_the_old(self):
        self.file.write_text(self.good + "nonsense: 1\n", encoding="utf-8")
        self.assertEqual(self.hub.command("reload", "--socket", self.hub.socket,
                                          config=False).returncode, 1)
        self.assertIn("reload_refused", self.findings())
        self.file.write_text(self.good, encoding="utf-8")
        self.hub.process.send_signal(signal.SIGHUP)
        for _ in Deadline("the reload by signal"):
            if "reload_refused" not in self.findings():
                break
        self.hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])

    def test_refuses_what_only_a_start_can_settle(self):
        moved = self.good.replace(f'data: "{self.hub.data}"', f'data: "{self.hub.root}/other"')
        self.assertNotEqual(moved, self.good)
        self.file.write_text(moved, encoding="utf-8")
        told = self.hub.command("reload")
        self.assertEqual(told.returncode, 1)
        self.assertIn("data", told.stderr)
        self.assertFalse(pathlib.Path(self.hub.root / "other").exists())


class Onboarding(unittest.TestCase):
    """R-103: the city's own departments first, then who is outside of the house, with nothing begun anew."""

    def test_takes_an_outside_body_on_beside_the_citys_own(self):
        hub = Hub(self, ["shogai"]).start()
        hub.bring("shogai", "shogai", export("shogai")[1], export("shogai")[0])
        before = ids(hub, "household.list", "household")
        self.assertNotIn("kaigo", ids(hub, "source.list", "source"))
        whole = (SOURCE / "config/municipalities/sakura/sources.yaml").read_text(encoding="utf-8")
        (outside,) = re.findall(r"(?ms)^  - code: kaigo\n.*?(?=^  - code: )", whole)
        with open(hub.shared / "municipalities/sakura/sources.yaml", "a", encoding="utf-8") as file:
            file.write(outside)
        hub.stop()
        hub.start()
        done = hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])
        self.assertEqual(done["state"], "applied")
        self.assertLessEqual(before, ids(hub, "household.list", "household"))
        self.assertGreater(len(ids(hub, "household.list", "household")), len(before))


class Status(unittest.TestCase):
    def test_routes_tell_of_health_version_and_counts(self):
        hub = Hub(self, ["kaigo"]).start()
        hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])

        def get(path):
            with urllib.request.urlopen(f"http://127.0.0.1:{hub.port}{path}",
                                        timeout=PATIENCE) as answer:
                return answer.read().decode()
        for path in ("/healthz", "/readyz", "/version"):
            self.assertTrue(get(path), path)
        counts = get("/metrics")
        for name in ("tsunagu_http_requests_total", "tsunagu_store_readable 1",
                     'tsunagu_adapter_starts_total{source="kaigo"} 1',
                     "tsunagu_deliveries_sent_total"):
            self.assertIn(name, counts)


if __name__ == "__main__":
    sys.exit(unittest.main())
