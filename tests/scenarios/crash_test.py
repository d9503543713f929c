"""What dies in the middle: an adapter, the hub itself; and what must not begin: a second hub."""

import os
import pathlib
import signal
import sys
import unittest

import sakura_files as files
from hub_process import PATIENCE, Deadline, Hub, export

ROWS = 6_000
NAME = "KAIGO_SODAN_20260410083000.csv"


class Crash(unittest.TestCase):
    def hub(self, *sources):
        return Hub(self, sources).start()

    def wait_for(self, hub, state):
        for _ in Deadline(f"a delivery that is {state}", pause=0.001):
            found = hub.arrivals("kaigo")
            if found and found[0]["state"] == state:
                return found[0]
            if found and found[0]["state"] == "applied":
                self.fail(f"was applied before it was seen {state}")

    def whole(self, hub):
        """The undisturbed result: every row once."""
        (arrival,) = hub.settled("kaigo", 1)
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 0))
        self.assertEqual(arrival["added"] + arrival["changed"] + arrival["unchanged"],
                         arrival["records"])
        return arrival["records"]

    def test_an_adapter_killed_in_mid_file_loses_and_doubles_nothing(self):
        content = files.many_kaigo_rows(ROWS)
        control = self.hub("kaigo")
        control.drop("kaigo", NAME, content)
        expected = self.whole(control)
        control.stop()

        hub = self.hub("kaigo", "kodomo")
        hub.drop("kaigo", NAME, content)
        self.wait_for(hub, "decoding")
        busiest = max(hub.adapter_pids(), key=cpu_of)
        os.kill(busiest, signal.SIGKILL)
        name, other = export("kodomo")
        self.assertEqual(hub.bring("kodomo", "kodomo", other, name)["state"], "applied")
        self.assertEqual(self.whole(hub), expected)
        self.assertTrue(any(one.get("deaths", 0) > 0 for one in hub.ask("source.list")))

    def test_a_hub_killed_during_an_import_finishes_it_after_its_restart(self):
        content = files.many_kaigo_rows(ROWS)
        hub = self.hub("kaigo")
        hub.drop("kaigo", NAME, content)
        self.wait_for(hub, "decoding")
        hub.kill()
        hub.start()
        records = self.whole(hub)
        again = hub.bring("kaigo", "kaigo", content + files.one_kaigo_row().split(b"\r\n", 1)[1],
                          "KAIGO_SODAN_20260411083000.csv", count=2)
        self.assertGreaterEqual(again["unchanged"], records, again)
        self.assertEqual((again["changed"], again["removed"]), (0, 0))
        self.assertEqual(hub.stop(), 0)

    def test_a_second_hub_on_the_same_folder_ends_with_a_reason(self):
        hub = self.hub()
        second = Hub(self, [], data=hub.data)
        key = second.root / "secrets/master.key"
        key.write_bytes((hub.root / "secrets/master.key").read_bytes())
        key.chmod(0o600)
        second.launch()
        self.assertNotEqual(second.process.wait(timeout=PATIENCE), 0)
        self.assertRegex(second.log, "lock|in use|another|使")
        self.assertTrue(hub.ask("source.list"))
        self.assertEqual(hub.stop(), 0)
        second.start()  # the control: with the first one gone it may


def cpu_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    sys.exit(unittest.main())
