"""A full disk: nothing is acknowledged that is not kept, and it recovers by itself."""

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

    def test_is_said_and_got_over_when_space_returns(self):
        disk = self.small_disk()
        hub = Hub(self, ["kaigo"], data=disk / "data").start()
        first = hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260410083000.csv")
        self.assertEqual(first["state"], "applied")  # the control: with space it works
        ballast = disk / "ballast"
        with open(ballast, "wb") as file:
            try:
                while True:
                    file.write(b"x" * 65536)
                    file.flush()
            except OSError:
                pass
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
