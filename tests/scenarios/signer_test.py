"""The log's proof, by the programs themselves: the hub has its log signed by a process that alone holds
the key, a backup carries the signature and has it beside it, and `tsunagu-verify`, with the public key
and nothing else, says that it is whole or names the row that is not."""

import base64
import contextlib
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import unittest

from audit_rows import audit_rows
from hub_process import BUILD, PATIENCE, SOURCE, Deadline, Hub, export

NAME = "tsunagu/sakura/audit"


def verify(log, key, *more):
    done = subprocess.run([BUILD / "tsunagu-verify", log, "--key", key, "--lang", "en", *more],
                          capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.returncode, done.stdout + done.stderr


class Signed(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"], audit=None)
        self.folder = self.hub.root / "signer"
        self.folder.mkdir(mode=0o700)
        self.key = self.sign("--create", "--name", NAME)
        self.hub.settings["audit"] = f'{{signer: "{self.folder}/sock", key: "{self.key}"}}'
        self.hub._write_yaml()
        self.start_signer()
        self.hub.start()
        self.hub.bring("kaigo", "kaigo", export("kaigo")[1], export("kaigo")[0])

    def sign(self, *words):
        done = subprocess.run([BUILD / "tsunagu-signer", "--key", self.folder / "key", *words],
                              capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout.strip()

    def start_signer(self):
        self.signer = subprocess.Popen(
            [BUILD / "tsunagu-signer", "--key", self.folder / "key", "--socket", self.folder / "sock",
             "--memory", self.folder / "memory"], stdin=subprocess.DEVNULL)
        self.addCleanup(self.stop_signer)
        for _ in Deadline("the signer at its socket"):  # which one that ended before has left behind
            with socket.socket(socket.AF_UNIX) as door:
                if door.connect_ex(str(self.folder / "sock")) == 0:
                    return

    def stop_signer(self):
        if self.signer.poll() is None:
            self.signer.send_signal(signal.SIGTERM)
            self.signer.wait(timeout=PATIENCE)

    def back_up(self, name="backup.db"):
        file = self.hub.root / name
        done = self.hub.command("backup", file)
        self.assertEqual(done.returncode, 0, done.stderr)
        return file, self.hub.root / (name + ".checkpoint")

    def restore(self, file, into="again"):
        return self.hub.command("restore", file, "--into", self.hub.root / into, "--key",
                                self.hub.root / "secrets/master.key", config=False)

    # -- whole -----------------------------------------------------------------------------------

    def test_a_signed_log_is_proved_with_the_public_key_alone(self):
        note = self.hub.command("audit", "checkpoint").stdout
        self.assertTrue(note.startswith(NAME + "\n"), note)
        self.assertEqual(self.sign("--public"), self.key)
        log = self.hub.root / "log.txt"
        self.hub.ask("audit.export", file=str(log))
        kept = self.hub.root / "kept"
        kept.write_text(note)
        self.assertEqual(verify(log, self.key)[0], 4, "without a checkpoint nothing is proved")
        status, said = verify(log, self.key, "--checkpoints", kept)
        self.assertEqual(status, 0, said)
        rows = int(re.search(r"proved by a signature: (\d+)", said)[1])
        self.assertGreater(rows, 10)
        backup, checkpoint = self.back_up()
        self.assertEqual(oct(checkpoint.stat().st_mode & 0o777), "0o600")
        self.assertGreaterEqual(int(checkpoint.read_text().splitlines()[1]), rows)
        status, said = verify(backup, self.key)
        self.assertEqual(status, 0, said)
        other = subprocess.run([BUILD / "tsunagu-signer", "--key", self.folder / "other", "--create", "--name", NAME],
                               capture_output=True, text=True, check=True).stdout.strip()
        self.assertNotEqual(verify(backup, other)[0], 0, "another's key proves nothing")

    # -- not whole -------------------------------------------------------------------------------

    def test_the_first_bad_row_of_a_tampered_log_is_named(self):
        backup, checkpoint = self.back_up()
        log = self.hub.root / "log.txt"
        self.hub.ask("audit.export", file=str(log))
        (row, *_) = [one["seq"] for one in audit_rows(self.hub, action="arrival.applied")]
        lines = log.read_text().splitlines(keepends=True)
        parts = lines[row].split(" ")
        contents = base64.b64decode(parts[5])
        lines[row] = " ".join(parts[:5] + [base64.b64encode(contents.replace(b"applied", b"ignored")).decode() + "\n"])
        log.write_text("".join(lines))
        status, said = verify(log, self.key, "--checkpoints", checkpoint)
        self.assertEqual(status, 1, said)
        self.assertIn(f"bad row: {row}\n", said)
        with contextlib.closing(sqlite3.connect(backup)) as store, store:
            for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                store.execute(f'DROP TRIGGER "{name}"')
            store.execute("UPDATE audit_log SET at = at + 1 WHERE seq = ?", (row - 1,))
        status, said = verify(backup, self.key)
        self.assertEqual(status, 1, said)
        self.assertIn(f"bad row: {row - 1}\n", said)

    def test_an_older_log_is_held_against_the_checkpoint_beside_it(self):
        older, _ = self.back_up("older.db")
        self.hub.ask("case.list")
        for household in self.hub.ask("household.list"):
            self.hub.ask("household.show", household=household["household"])
        newer, checkpoint = self.back_up("newer.db")
        newer.write_bytes(older.read_bytes())
        refused = self.restore(newer)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("it is older", refused.stderr)
        self.assertFalse((self.hub.root / "again/store").exists())
        status, said = verify(newer, self.key)
        self.assertEqual(status, 1, said)
        self.assertIn("cut off", said)
        checkpoint.write_text("a letter\n")
        self.assertNotEqual(self.restore(newer).returncode, 0)
        control = self.restore(older)
        self.assertEqual(control.returncode, 0, control.stderr)

    def test_the_signer_signs_no_log_that_went_back(self):
        older, _ = self.back_up()
        for household in self.hub.ask("household.list"):
            self.hub.ask("household.show", household=household["household"])
        last = self.hub.command("audit", "checkpoint").stdout
        self.assertEqual(self.hub.stop(), 0)
        self.assertEqual(self.restore(older).returncode, 0)
        self.hub.move_to(self.hub.root / "again")
        self.hub.start()
        told = self.hub.command("audit", "checkpoint")
        self.assertLess(int(told.stdout.splitlines()[1]), int(last.splitlines()[1]), "only the old one")
        self.assertIn("audit_unsigned", self.hub.log)
        kept = self.hub.root / "kept"
        kept.write_text(last)
        self.assertNotEqual(self.hub.command("audit", "verify", "--checkpoints", kept).returncode, 0)

    def test_control_without_the_signer_nothing_new_is_signed(self):
        first = self.hub.command("audit", "checkpoint").stdout
        self.stop_signer()
        for household in self.hub.ask("household.list"):
            self.hub.ask("household.show", household=household["household"])
        again = self.hub.command("audit", "checkpoint").stdout
        self.assertEqual(again, first)
        self.start_signer()
        self.assertNotEqual(self.hub.command("audit", "checkpoint").stdout, first)


class RunHere(unittest.TestCase):
    """`make run`'s daemon has its signer beside it, and both end together."""

    def test_the_signer_stands_beside_the_daemon(self):
        hub = Hub(self, [])
        here = hub.root / "here"
        (here / "config").parent.mkdir()
        (here / "config").symlink_to(SOURCE / "config")
        with open(hub.root / "run.log", "wb") as log:
            run = subprocess.Popen([SOURCE / "tools/run_here", BUILD], cwd=here, stdout=log, stderr=log,
                                   stdin=subprocess.DEVNULL)
        self.addCleanup(run.wait)
        self.addCleanup(run.terminate)
        settings = here / "run/hub.yaml"
        for _ in Deadline(f"a signed log\n{(hub.root / 'run.log').read_text()[-2000:]}"):
            told = subprocess.run([BUILD / "tsunagu", "audit", "checkpoint", "--config", settings],
                                  capture_output=True, text=True, check=False)
            if told.returncode == 0:
                break
            self.assertIsNone(run.poll(), (hub.root / "run.log").read_text())
        self.assertTrue(told.stdout.startswith("tsunagu/here/audit\n"))
        run.terminate()
        self.assertEqual(run.wait(timeout=PATIENCE), 0)
        with self.assertRaises(OSError):
            os.stat(here / "run/admin.sock")


if __name__ == "__main__":
    sys.exit(unittest.main())
