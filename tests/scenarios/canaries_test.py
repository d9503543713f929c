"""Canaries: each cell of each person holds a token that stands nowhere else. After a day's work
everything that came out of the hub is searched for them, in every encoding that we know of. Only what
the log of disclosures lists may be found, and only where it says that it went."""

import base64
import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import unittest
import urllib.parse

import canaries
import sakura_files as files
from hub_process import PATIENCE, REGISTER, SOURCE, Deadline, Hub, export
from partner import Partner

SHEET = json.loads((SOURCE / "sdk/schema/examples/referral_request.json").read_text("utf-8"))
J1 = {"status": "given", "scopeForm": "J1", "givenAt": "2026-04-09"}
NO = {"同意区分": "0", "同意年月日": "", "同意先": ""}
YES = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}
KANJI = ("鶸", "鴇", "鵯")  # one for each person
DROPPED = "KAIGO_SODAN_202604{}083000.csv"


def cells_of(person, consent):
    """A kaigo row whose every cell of free text or number is a token of this person."""
    bird, digit = KANJI[person], str(person + 3)
    kana = ("ﾋﾜﾂﾞｶ", "ﾄｷﾂﾞｶ", "ﾋﾖﾂﾞｶ")[person]
    return {
        "受付番号": f"R08-8{digit}713", "相談者氏名": f"{bird}田告知子", "相談者続柄": f"{bird}叔母",
        "宛名番号": f"0{digit}91827364", "世帯番号": f"8{digit}64193", "被保険者番号": f"0{digit}70936251",
        "氏名漢字": f"{bird}塚 金糸雀", "氏名カナ": f"{kana} ｶﾅﾘﾔ", "住所": f"栃木県さくら市氏家{digit}8157番地",
        "方書": f"{bird}色荘九号室", "電話番号": f"0{digit}0-7148-2953", "主訴": f"{bird}の主訴を申し上げる。",
        "支援経過": f"{bird}の経過を記す。", "担当者": f"{bird}井職員", "つなぎ先機関コード": "SAKUTOMO",
        "生年月日": f"31{digit}0428", **consent}


def tokens_of(person):
    """What of it is searched for: the cells' own words and numbers, without what all share."""
    cells = cells_of(person, {})
    bird = KANJI[person]
    common = {"つなぎ先機関コード", "住所", "生年月日", "相談者続柄"}
    tokens = {value for name, value in cells.items() if name not in common}
    return tokens | {f"{person + 3}8157番地", f"{bird}叔母", cells["氏名カナ"].split(" ")[0],
                     cells["氏名漢字"].split(" ")[0]}


class Day:
    """A hub, its partners, and everything that any of them was given."""

    def __init__(self, test, scope="all_rows"):
        self.test, self.outputs, self.packets, self.names = test, {}, [], []
        self.coordinator, self.elim = Partner(test, "sakutomo"), Partner(test, "elim")
        lines = "".join(f"\n  - {one.endpoint}" for one in (self.coordinator, self.elim))
        self.hub = Hub(test, ["kaigo"], endpoints=lines, log_level="debug")
        sources = self.hub.shared / "municipalities/sakura/sources.yaml"
        head, kaigo = sources.read_text(encoding="utf-8").split("  - code: kaigo\n")
        sources.write_text(head + "  - code: kaigo\n" + kaigo.replace("all_rows", scope, 1),
                           encoding="utf-8")
        for one in (self.coordinator, self.elim):
            one.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)

    def keep(self, channel, content):
        content = content if isinstance(content, bytes) else content.encode()
        self.outputs[channel] = self.outputs.get(channel, b"") + content + b"\n"

    def command(self, *words, fine=(0, 1)):
        done = self.hub.command(*words, language="ja_JP.UTF-8")
        self.test.assertIn(done.returncode, fine, (words, done.stderr))
        self.keep("stdout", done.stdout)
        self.keep("stderr", done.stderr)
        return done

    def http(self, method, path, body=None, headers=None):
        status, answer = self.coordinator.request(method, path, body, headers)
        self.keep("http", answer)
        return status, answer

    def rows(self, *persons):
        for count, (person, consent) in enumerate(persons, 1):
            done = self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(**cells_of(person, consent)),
                                  DROPPED.format(10 + count), count)
            self.test.assertEqual((done["state"], done["rejects"]), ("applied", 0),
                                  self.hub.rejects(done))

    def pull_all(self):
        for notice in self.coordinator.told("notice"):
            status, packet = self.coordinator.pull(notice)
            self.test.assertEqual(status, 200, packet)
            self.packets.append((notice["subject"], packet))

    def ids(self, verb, key):
        return [one[key] for one in self.hub.ask(verb) if key in one]

    def persons(self):
        found = set()
        for case in self.ids("case.list", "case"):
            found |= {one["person"] for one in self.hub.ask("case.show", case=case) if "person" in one}
        for house in self.ids("household.list", "household"):
            found |= {one["person"] for one in self.hub.ask("household.show", household=house)
                      if "person" in one}
        return sorted(found)

    def look_everywhere(self):
        for words in (["source", "list"], ["arrival", "list"], ["reject", "list"], ["household", "list"],
                      ["case", "list"], ["referral", "list"], ["signal", "list"], ["partner", "list"],
                      ["doctor"], ["audit", "verify"],
                      ["stats", "--year", "2026"], ["request", "list"], ["erase", "--dry-run"],
                      ["config", "show"]):
            self.command(*words)
            self.command(*words, "--json")
        self.command("audit", "checkpoint", fine=(3,))  # nobody signs here
        self.command("audit", "looks", "2026-04")
        self.command("config", "notice")
        self.command("config", "register")
        for group, verb, key in (("household", "household.list", "household"), ("case", "case.list", "case"),
                                 ("referral", "referral.list", "referral"),
                                 ("arrival", "arrival.list", "arrival")):
            for one in self.ids(verb, key):
                self.command(group, "show", one)
        for one in self.ids("referral.list", "referral"):
            self.command("explain", one)
        for one in self.persons():
            for form in ([], ["--page"], ["--csv"], ["--json"], ["--for", "officer"]):
                self.command("person", "disclosures", "--person", one, *form)
        for nonsense in (["case", "show", "abc"], ["household", "show", "nobody"]):
            self.command(*nonsense, fine=(1,))

    def knock(self):
        """Strangers, and partners who ask for what is not theirs."""
        for subject, _ in self.packets:
            self.http("GET", f"/packets/{subject}")
            self.http("GET", f"/packets/{subject}", headers={"Authorization": "Bearer nonsense"})
            key = self.hub.secrets["elim-api-key"]
            self.http("GET", f"/packets/{subject}", headers={"Authorization": f"Bearer {key}"})
        for path in ("/healthz", "/readyz", "/version", "/nothing", "/packets/x"):
            self.http("GET", path)
        self.http("POST", "/webhooks/sakutomo/answers", b"{}", {"Content-Type": "application/json"})
        self.keep("metrics", self.coordinator.request("GET", "/metrics")[1])

    def close(self):
        """Stops the hub, and gathers what it leaves behind."""
        export_file, backup = self.hub.root / "log.txt", self.hub.root / "backup.db"
        self.command("audit", "export", export_file)
        self.command("backup", backup)
        for file in self.hub.data.rglob("*"):
            if file.is_file() and "back" not in file.relative_to(self.hub.data).parts:
                self.keep("database while it runs", file.read_bytes())
                self.names.append(file.name.encode())
        self.hub.stop()
        self.keep("audit export", export_file.read_bytes())
        self.keep("backup", backup.read_bytes())
        self.keep("log", self.hub.log)
        for file in self.hub.data.rglob("*"):
            if file.is_file() and "back" not in file.relative_to(self.hub.data).parts:
                self.keep("database", file.read_bytes())
        for one in (self.coordinator, self.elim):
            self.keep("partner " + one.code, json.dumps(one.events + one.refused, ensure_ascii=False))


def fields_of(value, at=""):
    """(pointer, text) of every value; places in lists as `*`, for lists close up."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from fields_of(member, f"{at}/{name}")
    elif isinstance(value, list):
        for member in value:
            yield from fields_of(member, f"{at}/*")
    else:
        yield at, json.dumps(value, ensure_ascii=False)


def placeless(field):
    return re.sub(r"/\d+(?=/|$)", "/*", field)


class Canaries(unittest.TestCase):
    def listed(self, day):
        """Fields that the log of disclosures says went to the coordinator, over all persons."""
        went = set()
        for person in day.persons():
            for line in day.hub.ask("person.disclosures", person=person, **{"for": "officer"}):
                if line["kind"] == "disclosure" and line["decision"] == "allow":
                    went |= {placeless(field) for field in line["fields"]}
        return went

    def worked_day(self):
        day = Day(self)
        day.rows((0, YES), (1, NO), (2, YES))
        day.pull_all()
        first = day.packets[0][0]
        self.assertEqual(day.coordinator.answer(first, "accepted", agency="SAKUTOMO"), 202)
        event = {**SHEET, "data": {**SHEET["data"], "consent": J1, "statement": "鷭の訴えである。"}}
        self.assertEqual(day.elim.post("referrals", "sheet-1", event), 202)
        day.coordinator.told("notice", 3)
        day.command("request", "open", "--person", day.persons()[0], "--type", "correction")
        day.look_everywhere()
        day.knock()
        return day

    def assert_only_the_listed(self, day, scanner, listed):
        """What the packets hold is what the log lists, field by field, and nothing of who said no."""
        seen = set()
        for _, packet in day.packets:
            for record in json.loads(packet)["records"]:
                for pointer, text in fields_of(record["fields"]):
                    tokens = scanner.found_in(text.encode())
                    seen |= tokens
                    if tokens:
                        self.assertIn(record["kind"] + pointer, listed)
        self.assertTrue(seen & tokens_of(0), "the control: a packet holds tokens")
        self.assertFalse(seen & tokens_of(1), "who did not agree")
        for person in (0, 2):
            cells = cells_of(person, {})
            self.assertFalse(seen & {cells["相談者氏名"], cells["宛名番号"], cells["世帯番号"],
                                     cells["被保険者番号"]})

    def test_stand_nowhere_but_where_the_log_of_disclosures_says(self):
        day = self.worked_day()
        listed = self.listed(day)
        day.close()
        scanner = canaries.Scanner({*tokens_of(0), *tokens_of(1), *tokens_of(2), "鷭の訴えである"})
        for channel in ("stdout", "stderr", "http", "metrics", "audit export", "backup", "log",
                        "database", "database while it runs", "partner sakutomo", "partner elim"):
            self.assertIn(channel, day.outputs)
        for word in ("提供の記録", "個人情報の提供と閲覧の記録", "保存期間を過ぎたもの", "開示"):
            self.assertIn(word.encode(), day.outputs["stdout"], "the control: it was asked")
        self.assertIn(b"-wal", b" ".join(day.names), "the control: the log file was read")
        self.assertEqual(scanner.leaks(day.outputs), set())
        self.assert_only_the_listed(day, scanner, listed)
        self.find_planted(day.outputs, scanner)

    def find_planted(self, outputs, scanner):
        """Twelve leaks, each in a copy of one output and in another encoding: all are found."""
        name, kana = cells_of(1, {})["氏名漢字"], cells_of(1, {})["氏名カナ"]
        phone, said = cells_of(2, {})["電話番号"], cells_of(2, {})["主訴"]
        number = cells_of(0, {})["宛名番号"]
        planted = (
            ("log", name, f'{{"message":"{name}"}}'.encode()),
            ("stdout", kana, kana.encode("cp932")),
            ("stderr", said, json.dumps(said).encode()),
            ("http", name, urllib.parse.quote("？q=" + name).encode()),
            ("metrics", number, f'tsunagu_x{{person="{number}"}} 1'.encode()),
            ("audit export", said, base64.b64encode(("x" + said + "y").encode())),
            ("database", name, ("\0" + name).encode("utf-16-le")),
            ("database while it runs", said, said.encode("utf-16-be")),
            ("backup", kana, canaries.packed("{" + kana + "}" * 9)),
            ("partner sakutomo", phone, phone.replace("-", "").encode().hex().upper().encode()),
            ("partner elim", kana, base64.urlsafe_b64encode(("ab" + kana).encode("cp932"))),
            ("stdout", number, number.translate({48 + n: 0xFF10 + n for n in range(10)}).encode()))
        self.assertEqual(len(planted), 12)
        for channel, token, leak in planted:
            with self.subTest(channel=channel, token=token, leak=leak[:40]):
                content = outputs[channel]
                half = len(content) // 2
                copy = content[:half] + leak + content[half:]
                self.assertIn(token, scanner.found_in(copy))

    def test_of_a_source_of_keys_stand_nowhere_at_all(self):
        day = Day(self, "keys_only")
        day.rows((0, YES), (1, NO))
        day.look_everywhere()
        day.knock()
        day.close()
        scanner = canaries.Scanner({*tokens_of(0), *tokens_of(1)})
        self.assertEqual(scanner.leaks(day.outputs), set())
        self.assertEqual(day.coordinator.events, [])
        (file,) = day.hub.data.rglob("*.db")
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            for question in ("SELECT count(*) FROM arrival_chunks c JOIN arrivals a ON a.id = c.arrival "
                             "JOIN feeds f ON f.id = a.feed JOIN sources s ON s.id = f.source "
                             "WHERE s.name = 'kaigo'",
                             "SELECT count(*) FROM records WHERE body IS NOT NULL",
                             "SELECT count(*) FROM record_history WHERE body IS NOT NULL"):
                self.assertEqual(database.execute(question).fetchall(), [(0,)], question)
            self.assertNotEqual(database.execute("SELECT count(*) FROM records").fetchall(), [(0,)])


class Cores(unittest.TestCase):
    """What works with persons' data leaves no memory behind, however it ends."""

    def setUp(self):
        pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text().strip()
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        if pattern.startswith(("|", "/")) or most == 0:
            self.skipTest("this machine puts no core where a test could find it")
        self.addCleanup(resource.setrlimit, resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE))
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    def test_no_core_is_written_when_it_is_forced(self):
        day = Day(self)
        day.rows((0, YES), (1, NO))
        day.pull_all()
        day.look_everywhere()
        hosts, hub = day.hub.adapter_pids(), day.hub.process
        self.assertTrue(hosts)
        for pid in (*hosts, hub.pid):
            limits = pathlib.Path(f"/proc/{pid}/limits").read_text()
            self.assertRegex(limits, r"Max core file size +0 +0 ")
            os.kill(pid, signal.SIGABRT)
        self.assertEqual(hub.wait(timeout=PATIENCE), -signal.SIGABRT)
        folder = day.hub.root
        self.assertEqual([file.name for file in folder.glob("core*")], [])
        self.control(folder)

    def control(self, folder):
        """Another program under the same limits leaves its memory there, and the scanner reads it."""
        name = cells_of(1, {})["氏名漢字"]
        program = f"import os; name = '{name}' * 2; os.abort()"
        subprocess.run(["/usr/bin/python3", "-c", program], cwd=folder, check=False)
        (core,) = folder.glob("core*")
        self.assertIn(name, canaries.Scanner({name}).found_in(core.read_bytes()))


class ScannerTest(unittest.TestCase):
    def test_finds_a_token_at_every_offset_of_base64_and_nothing_in_other_text(self):
        scanner = canaries.Scanner({"鶸塚 金糸雀"})
        for before in range(5):
            for after in range(5):
                text = "x" * before + "鶸塚 金糸雀" + "y" * after
                for charset in ("utf-8", "cp932", "utf-16-le"):
                    leak = base64.b64encode(text.encode(charset))
                    self.assertTrue(scanner.found_in(b"..." + leak + b"..."), (before, after, charset))
        self.assertFalse(scanner.found_in("鶸塚 大糸雀 鴇塚 金糸雀".encode()))


if __name__ == "__main__":
    sys.exit(unittest.main())
