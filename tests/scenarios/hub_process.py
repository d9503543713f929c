"""A hub of its own for one test: temporary folder, real processes, real files.

Every wait has a deadline and asks the daemon itself; nothing sleeps in order to assert.
"""

import base64
import contextlib
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests"))
from free_port import free_port

BUILD = pathlib.Path(os.environ.get("TSUNAGU_BUILD_DIR", SOURCE / "build/release")).resolve()
EXPORTS = SOURCE / "examples/walkthrough/exports"
CLOCK = "2026-04-10T00:30:00Z"
CLOCK_EPOCH = 1775781000  # the same moment
TODAY = time.strftime("%Y-%m-%d", time.gmtime(CLOCK_EPOCH + 9 * 3600))  # in Japan
OPEN_STATES = {"arriving", "received", "decoding", "staged"}
REGISTER = "sakura-shien-sochi"
PATIENCE = int(os.environ.get("TSUNAGU_TEST_SECONDS", "300")) * 2 // 5  # of the whole test's time


class Deadline:
    """Iterates, with a short pause, until the time is over."""

    def __init__(self, what, seconds=PATIENCE, pause=0.02):
        self.what, self.end, self.pause = what, time.monotonic() + seconds, pause

    def __iter__(self):
        while time.monotonic() < self.end:
            yield
            time.sleep(self.pause)
        raise AssertionError(f"waited too long for {self.what}")


def export(folder):
    """The one export of a source of the walkthrough: name and bytes."""
    (file,) = (EXPORTS / folder).iterdir()
    return file.name, file.read_bytes()


class Refused(Exception):
    """What the daemon said of a verb: `kind` and a text."""


class Hub:
    def __init__(self, test, sources, folder=None, **settings):
        """`sources`: codes of さくら's sources.yaml; the protection register always comes along.
        `clock`: where the hub's clock starts; None: the machine's. `environment`: of the hub alone."""
        self.root = pathlib.Path(folder or tempfile.mkdtemp(prefix="tsunagu-"))
        self.settings = settings
        self.port = free_port()
        self.process = None
        test.addCleanup(shutil.rmtree, self.root, True)
        test.addCleanup(self.kill)
        self.data = pathlib.Path(settings.pop("data", self.root / "data"))
        self.clock = settings.pop("clock", CLOCK)
        self.environment = settings.pop("environment", {})
        self._write_profile({REGISTER, *sources})
        self._write_secrets()
        self._write_yaml()

    # -- configuration ---------------------------------------------------------------------------

    def _write_profile(self, wanted):
        shared = self.root / "config"
        shutil.copytree(SOURCE / "config", shared)
        file = shared / "municipalities/sakura/sources.yaml"
        head, *blocks = re.split(r"(?m)^(?=  - code: )", file.read_text(encoding="utf-8"))
        kept = [block for block in blocks if block.split("code: ")[1].split("\n")[0] in wanted]
        file.write_text(head + "".join(kept), encoding="utf-8")
        self.shared = shared

    def _write_secrets(self):
        folder = self.root / "secrets"
        folder.mkdir(mode=0o700, exist_ok=True)
        text = (self.shared / "municipalities/sakura/partners.yaml").read_text(encoding="utf-8")
        names = set(re.findall(r"[a-z]+-webhook-(?:in|out)|[a-z]+-api-key", text))
        self.secrets = {}
        for name in names:
            key = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
            self.secrets[name] = key
            (folder / name).write_text(key + "\n")
            (folder / name).chmod(0o600)

    def _write_yaml(self):
        settings = {"quiet_ms": 50, **self.settings}
        more = "".join(f"{key}: {value}\n" for key, value in settings.items())
        (self.root / "hub.yaml").write_text(
            f'data: "{self.data}"\nmunicipality: "{self.shared}/municipalities/sakura"\n'
            f'shared: "{self.shared}"\nadapters: "{BUILD}/adapters"\n'
            f"listen:\n  - {{address: 127.0.0.1, port: {self.port}}}\n"
            f'admin_socket: "{self.socket}"\n'
            + (f"clock: {{start: {self.clock}}}\n" if self.clock else "") +
            f'secrets: {{folder: "{self.root}/secrets"}}\n{more}',
            encoding="utf-8")

    @property
    def socket(self):
        return self.root / "admin.sock"

    @property
    def log(self):
        file = self.root / "hub.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    # -- the process -----------------------------------------------------------------------------

    def launch(self):
        self.began = time.monotonic()
        with open(self.root / "hub.log", "ab") as log:
            self.process = subprocess.Popen(
                [BUILD / "tsunagu-hub", "--config", self.root / "hub.yaml"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.root,
                env={**os.environ, **self.environment})
        return self.process

    def start(self):
        self.launch()
        for _ in Deadline("the hub's first answer"):
            if self.process.poll() is not None:
                raise AssertionError(f"the hub ended with {self.process.returncode}:\n{self.log}")
            try:
                self.ask("source.list")
                return self
            except OSError:
                continue

    def stop(self):
        """A clean stop; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=PATIENCE)

    def adapter_pids(self):
        """Processes of tsunagu-adapter-host that are children of this hub."""
        pids = []
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                stat = (folder / "stat").read_text()
                name = stat[stat.index("(") + 1:stat.rindex(")")]
                parent = int(stat[stat.rindex(")") + 2:].split()[1])
            except (OSError, ValueError):
                continue
            if parent == self.process.pid and name.startswith("tsunagu-adapter"):
                pids.append(int(folder.name))
        return pids

    def move_to(self, data):
        """Works on another data folder from the next start on."""
        self.data = pathlib.Path(data)
        self._write_yaml()

    def command(self, *words, language="en_US.UTF-8", config=True, **more):
        """`tsunagu WORDS --config …`, as an operator types it."""
        where = ["--config", self.root / "hub.yaml"] if config else []
        return subprocess.run(
            [BUILD / "tsunagu", *words, *where], capture_output=True, text=True, encoding="utf-8",
            timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": language}, **more)

    # -- questions -------------------------------------------------------------------------------

    def ask(self, verb, **more):
        """The lines of the answer; Refused where the daemon refuses."""
        with socket.socket(socket.AF_UNIX) as one:
            one.settimeout(PATIENCE)
            one.connect(str(self.socket))
            one.sendall(json.dumps({"verb": verb, **more}).encode() + b"\n")
            lines = []
            for line in one.makefile(encoding="utf-8"):
                said = json.loads(line)
                if said.get("done"):
                    if "error" in said:
                        raise Refused(said["error"]["kind"], said["error"].get("text", ""))
                    return lines
                lines.append(said)
        raise ConnectionError("the hub closed the connection")

    def arrivals(self, source=None):
        """The oldest first."""
        lines = self.ask("arrival.list", limit=1000)
        return [one for one in reversed(lines) if source in (None, one["source"])]

    def remarks(self, arrival):
        """Rejects, then warnings."""
        return self.ask("reject.show", arrival=arrival["arrival"], limit=1000)

    def rejects(self, arrival):
        return [one for one in self.remarks(arrival) if one["kind"] == "reject"]

    def settled(self, source, count=1):
        """The deliveries of a source, as soon as there are `count` and nothing follows any more."""
        for _ in Deadline(f"{count} settled deliveries of {source}\n{self.log[-2000:]}"):
            found = self.arrivals(source)
            if len(found) >= count and not any(one["state"] in OPEN_STATES for one in found):
                return found

    # -- webhooks --------------------------------------------------------------------------------

    def signed(self, secret, body, id="evt-1", age=0, key=None):
        """Headers of Standard Webhooks 1.0; `age` in seconds before the hub's own time."""
        at = str(int(CLOCK_EPOCH + time.monotonic() - self.began - age))
        key = base64.b64decode((key or self.secrets[secret]).split("_", 1)[1])
        signature = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
        return {"Content-Type": "application/json", "webhook-id": id, "webhook-timestamp": at,
                "webhook-signature": "v1," + base64.b64encode(signature).decode()}

    def post(self, path, body, headers):
        """The answer, with its `body` read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer

    # -- drop folders ----------------------------------------------------------------------------

    def drop(self, folder, name, content):
        """Puts a file down in one step, as a system that renames does."""
        target = self.data / "drop" / folder
        target.mkdir(parents=True, exist_ok=True)
        waiting = self.data.parent / f"waiting-{secrets.token_hex(4)}"
        waiting.write_bytes(content)
        waiting.rename(target / name)
        return target / name

    def bring(self, folder, source, content, name, count=1):
        """Drops and waits; the last delivery of the source."""
        self.drop(folder, name, content)
        return self.settled(source, count)[-1]
