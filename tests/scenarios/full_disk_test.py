"""A full disk: nothing is acknowledged that is not kept, and it recovers by itself."""

import contextlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import sakura_files as files
from hub_process import Deadline, Hub


class FullDisk(unittest.TestCase):
    def small_disk(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="tsunagu-disk-"))
        self.addCleanup(shutil.rmtree, folder, True)
        mounted = subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("may not mount a small tmpfs here: " + mounted.stderr.decode().strip())
        self.addCleanup(subprocess.run, ["/bin/umount", "-l", folder], check=False)
        return folder

    def fill(self, disk):
        """To the last byte."""
        ballast = disk / "ballast"
        with open(ballast, "wb", buffering=0) as file:
            for size in (65536, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"x" * size)
        return ballast

    def test_a_webhook_meanwhile_gets_507_and_is_taken_when_it_comes_again(self):
        disk = self.small_disk()
        hub = Hub(self, [], data=disk / "data").start()
        body = json.dumps({"memo": "x" * 100_000}).encode()
        post = lambda id: hub.post("/webhooks/elim/referrals", body, hub.signed("elim-webhook-in", body, id=id))
        self.assertEqual(post("control").status, 202)
        ballast = self.fill(disk)
        answers = {}
        for number in range(50):  # the log has some room of its own
            answers[number] = post(f"evt-{number}")
            if answers[number].status != 202:
                break
        refused = answers[number]
        self.assertEqual(refused.status, 507)
        self.assertGreater(int(refused.headers["Retry-After"]), 0)
        self.assertEqual(json.loads(refused.body)["type"], "urn:tsunagu:problem:storage_full")
        self.assertTrue(hub.ask("source.list"), "what only reads goes on")
        ballast.unlink()
        for _ in Deadline("the same webhook taken"):
            if post(f"evt-{number}").status == 202:
                break
        self.assertEqual(hub.stop(), 0, "by the same process")

    def test_is_said_and_got_over_when_space_returns(self):
        disk = self.small_disk()
        hub = Hub(self, ["kaigo"], data=disk / "data").start()
        first = hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260410083000.csv")
        self.assertEqual(first["state"], "applied")  # the control: with space it works
        ballast = self.fill(disk)
        target = hub.data / "drop/kaigo/KAIGO_SODAN_20260411083000.csv"
        target.touch()
        ballast.unlink()
        target.write_bytes(files.many_kaigo_rows(100))
        for _ in Deadline("the second delivery after space returned"):
            if hub.process.poll() is not None:
                hub.start()  # the supervisor's part
            found = hub.arrivals("kaigo")
            if len(found) >= 2 and found[-1]["state"] == "applied":
                break
        self.assertEqual(hub.stop(), 0)


if __name__ == "__main__":
    sys.exit(unittest.main())
