"""A clean stop in the middle of a large delivery: the hub ends at once, and the next start goes on
where it was, to the same records as if nothing had happened."""

import os
import pathlib
import signal
import sqlite3
import sys
import unittest

import sakura_files as files
from hub_process import Deadline, Hub

ROWS = 25_000
NAME = "KAIGO_SODAN_20260410083000.csv"
STATES = {1: "received", 2: "decoding", 3: "staged", 5: "applied"}
# By their content: the numbers of feeds, of which ids and tokens are made, go to who asks first.
HELD = {
    "records": "SELECT kind, hex(hash), length(tokens), removed_at IS NULL FROM records",
    "consents": "SELECT hex(r.hash), c.status, count(*) FROM consent_events c "
                "JOIN records r ON r.id = c.record GROUP BY r.id, c.status",
    "persons": "SELECT hex(r.hash), l.rule, count(*) FROM person_links l "
               "JOIN records r ON r.id = l.record GROUP BY r.id, l.rule",
    "history": "SELECT count(*) FROM record_history",
}


def query(hub, text):
    with sqlite3.connect(f"file:{hub.data}/store/tsunagu.db?mode=ro", uri=True) as store:
        return sorted(store.execute(text).fetchall())


class Stop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.content = files.many_kaigo_rows(ROWS)

    def hub(self):
        """All under one master key, so that their records can be held beside each other."""
        hub = Hub(self, ["kaigo"])
        key = hub.root / "secrets/master.key"
        key.write_text("5a" * 32 + "\n")
        key.chmod(0o600)
        return hub.start()

    def held(self, hub):
        return {name: query(hub, text) for name, text in HELD.items()}

    def state_of(self, hub):
        ((state,),) = query(hub, "SELECT state FROM arrivals a JOIN feeds f ON f.id = a.feed "
                                 "JOIN sources s ON s.id = f.source WHERE s.name = 'kaigo'")
        return STATES[state]

    def stopped_while(self, hub, is_there, states):
        """Drops the file, and stops the hub as soon as `is_there(delivery)`."""
        hub.drop("kaigo", NAME, self.content)
        for _ in Deadline("the middle of the delivery", pause=0.005):
            found = hub.arrivals("kaigo")
            if found and is_there(found[0]):
                break
        self.assertEqual(hub.stop(), 0)
        self.assertIn(self.state_of(hub), states)
        left = pathlib.Path(f"{hub.data}/store/tsunagu.db-wal")
        self.assertFalse(left.exists() and left.stat().st_size > 0, "the log was not put away")

    def undisturbed(self):
        if not hasattr(Stop, "expected"):
            hub = self.hub()
            hub.drop("kaigo", NAME, self.content)
            self.assertEqual(hub.settled("kaigo")[0]["state"], "applied")
            self.assertEqual(hub.stop(), 0)
            Stop.expected = self.held(hub)
        return Stop.expected

    def finished(self, hub):
        hub.start()
        (arrival,) = hub.settled("kaigo")
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 0))
        self.assertEqual(hub.stop(), 0)
        return self.held(hub)

    def assert_as_undisturbed(self, held):
        for name, rows in self.undisturbed().items():
            other = held[name]
            lost, new = sorted(set(rows) - set(other))[:3], sorted(set(other) - set(rows))[:3]
            self.assertTrue(rows == other, f"{name}: {len(rows)} expected, {len(other)}; {lost} became {new}")

    def test_a_stop_while_it_is_decoded(self):
        """By an adapter that stands still: however fast the machine, the stop comes before its end."""
        hub = self.hub()
        for _ in Deadline("the adapter"):
            if pids := hub.adapter_pids():
                break
        os.kill(pids[0], signal.SIGSTOP)
        self.stopped_while(hub, lambda one: one["state"] == "decoding", {"decoding", "received"})
        self.assert_as_undisturbed(self.finished(hub))

    def test_a_stop_while_it_is_applied(self):
        hub = self.hub()
        self.stopped_while(hub, lambda one: one["state"] == "staged" and
                           0 < one["added"] < one["records"], {"staged"})
        self.assertGreater(len(query(hub, "SELECT id FROM records")), 0)
        self.assert_as_undisturbed(self.finished(hub))


if __name__ == "__main__":
    sys.exit(unittest.main())
