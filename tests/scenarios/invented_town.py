"""An invented municipality's five exports in a real daemon, and what it made of them beside the truth."""

import collections
import contextlib
import getpass
import json
import subprocess
import tempfile

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
LAST_DAY = "2026-10-31T00:30:00Z"  # of the generator: ages are of that day
PATTERN = "pattern_"


def pairs(groups):
    return {(one, other) for group in groups for one in group for other in group if one < other}


def grouped(of):
    groups = collections.defaultdict(list)
    for record, group in of.items():
        groups[group].append(record)
    return groups.values()


def exports(folder, persons, seed):
    """Writes them, and the truth."""
    subprocess.run([BUILD / "bench/population", "--out", folder, "--persons", str(persons), "--seed", str(seed),
                    "--profile", "sakura"], check=True, capture_output=True)


class CleanUp(contextlib.ExitStack):
    """What a Hub asks of a test, for a bench."""

    def addCleanup(self, *arguments):
        self.callback(*arguments)


class Quality:
    """What was found, and what is true."""

    def __init__(self, found, true):
        self.found, self.true, self.right = len(found), len(true), len(found & true)

    @property
    def precision(self):
        return self.right / max(1, self.found)

    @property
    def recall(self):
        return self.right / max(1, self.true)

    def __str__(self):
        return f"precision {self.precision:.4f}, recall {self.recall:.4f} ({self.true} true)"


class Town:
    def __init__(self, test, persons, seed):
        """`test`: whoever cleans up."""
        officer = f"\n  - {{user: {getpass.getuser()}, desk: kikan-soudan, decides: true}}"
        self.hub = Hub(test, SOURCES, clock=LAST_DAY, officers=officer).start()
        self.hub.bring("shien-sochi", REGISTER, files.empty_register(), "SHIENSOCHI_20260410.csv")
        with tempfile.TemporaryDirectory() as folder:
            exports(folder, persons, seed)
            for source, (file, feed) in SOURCES.items():
                self.hub.ask("import", source=source, file=f"{folder}/{file}", feed=feed)
            rows = self._lines(f"{folder}/truth.jsonl")
            self.households = self._lines(f"{folder}/households.jsonl")
        self.person_of = {(row["source"], row["key"]): row["person"] for row in rows}
        self.home_of = {row["person"]: row["household"] for row in rows}

    @staticmethod
    def _lines(file):
        with open(file, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def exported(self, what="person"):
        """The hub's person of each record, or the person's household."""
        lines = [json.loads(line) for line in self.hub.command("link", "export").stdout.splitlines()]
        return {(one["source"], one["key"]): one[what] for one in lines}

    def links(self):
        persons = self.exported()
        true = pairs(grouped({record: self.person_of[record] for record in persons}))
        return Quality(pairs(grouped(persons)), true)

    def homes(self):
        """Pairs of persons who live together; each person in the household in which most of their records are."""
        votes = collections.defaultdict(collections.Counter)
        for record, home in sorted(self.exported("household").items()):
            votes[self.person_of[record]][home] += 1
        lived = {person: homes.most_common(1)[0][0] for person, homes in votes.items()}
        true = pairs(grouped({person: self.home_of[person] for person in lived}))
        return Quality(pairs(grouped(lived)), true)

    def patterns(self):
        """By code. A signal counts for the household in which most of its members truly live."""
        homes = collections.defaultdict(list)
        for record, person in self.exported().items():
            homes[person].append(self.home_of[self.person_of[record]])
        found = collections.defaultdict(set)
        for signal in self.hub.ask("signal.list", limit=10_000):
            if not signal.get("code", "").startswith(PATTERN):
                continue
            shown = self.hub.ask("signal.show", signal=signal["signal"], purpose="monitoring")
            lived = collections.Counter(home for one in shown if "person" in one for home in homes[one["person"]])
            if lived:  # else of children alone whom the 要対協 knows: nobody is named
                found[signal["code"].removeprefix(PATTERN)].add(lived.most_common(1)[0][0])
        true = collections.defaultdict(set)
        for home in self.households:
            for code in home["patterns"]:
                true[code].add(home["household"])
        return {code: Quality(found[code], true[code]) for code in sorted(true.keys() | found.keys())}
