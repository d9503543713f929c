"""One daemon in a folder of its own on loopback, and what it costs: for the benches beside this file."""

import base64
import contextlib
import json
import os
import pathlib
import re
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from free_port import free_port

CLOCK_TICK = os.sysconf("SC_CLK_TCK")
PARTNERS = ROOT / "config/municipalities/sakura/partners.yaml"


def status_kib(pid, name):
    """A line of /proc/PID/status, in KiB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    return 0


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICK


def children_of(pid):
    """Each task has its own; one may end while we look."""
    out = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            out += [int(child) for child in (task / "children").read_text().split()]
    return out


def disk(build, sync_us):
    """The environment of a program whose syncs take that much longer."""
    slow = {"LD_PRELOAD": str(build / "bench/bench_slow_sync.so"), "TSUNAGU_SYNC_US": str(sync_us)}
    return {**os.environ, **(slow if sync_us else {})}


class Server:
    """A program that says one line when it is up, and ends with its input."""

    def __init__(self, command, env=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        self.pid = self.process.pid
        self.answer = self.process.stdout.readline().strip()
        if not self.answer:
            raise RuntimeError(f"{command[0]} did not start")

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def next_line(self, seconds):
        """What it says next, if it says it in time."""
        if not select.select([self.process.stdout], [], [], seconds)[0]:
            raise RuntimeError(f"no answer within {seconds} s")
        return self.process.stdout.readline().strip()

    def ask(self, line):
        self.tell(line)
        return self.next_line(30)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()


class Hub:
    """さくら市's configuration on a fresh (or given) folder. A context manager: leaves nothing."""

    def __init__(self, build, folder=None, under=None, env=None):
        """`under`: where a fresh folder is made."""
        self.build = pathlib.Path(build).resolve()
        self.own = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="tsunagu-bench-", dir=under))
        self.env = env
        self.process = None
        self.port = 0
        self.ready_after = 0.0

    def __enter__(self):
        self.write()
        self.ready_after = self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        if self.own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def write(self):
        for name in ("data", "secrets"):
            (self.folder / name).mkdir(mode=0o700, exist_ok=True)
        self.secret("master", secrets.token_hex(32))
        for name in set(re.findall(r"[a-z]+-webhook-(?:in|out)|[a-z]+-api-key", PARTNERS.read_text(encoding="utf-8"))):
            self.secret(name, "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode())

    def secret(self, name, text):
        file = self.folder / "secrets" / name
        if not file.exists():
            file.write_text(text + "\n")
            file.chmod(0o600)

    def key(self, name):
        return (self.folder / "secrets" / name).read_text().strip()

    def settings(self):
        config = ROOT / "config"
        return (f'data: "{self.folder}/data"\nmunicipality: "{config}/municipalities/sakura"\nshared: "{config}"\n'
                f'adapters: "{self.build}/adapters"\nadmin_socket: "{self.folder}/admin.sock"\nlog_level: warning\n'
                f'listen:\n  - {{address: 127.0.0.1, port: {self.port}}}\n'
                f'secrets: {{folder: "{self.folder}/secrets"}}\nquiet_ms: 100\n')

    def start(self):
        """Returns the seconds until /readyz said yes."""
        self.port = free_port()
        (self.folder / "hub.yaml").write_text(self.settings())
        log = open(self.folder / "log", "ab")
        began = time.monotonic()
        self.process = subprocess.Popen([self.build / "tsunagu-hub", "--config", self.folder / "hub.yaml"],
                                        stdout=log, stderr=log, env=self.env)
        log.close()
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() - began > 30:
                raise RuntimeError("the daemon did not start: " + (self.folder / "log").read_text()[-2000:])
            time.sleep(0.0005)
        return time.monotonic() - began

    def is_ready(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as one:
                one.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return one.recv(64).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def stop(self):
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def answers(self, verb, **request):
        """Its lines, without the closing one."""
        with socket.socket(socket.AF_UNIX) as admin:
            admin.connect(str(self.folder / "admin.sock"))
            admin.sendall(json.dumps({"verb": verb, **request}).encode() + b"\n")
            for line in admin.makefile("r"):
                answer = json.loads(line)
                if "error" in answer:
                    raise RuntimeError(f"{verb}: {answer['error']}")
                if answer.get("done"):
                    return
                yield answer

    def ask(self, verb, **request):
        """The last line of its answer."""
        last = {}
        for last in self.answers(verb, **request):
            pass
        return last

    def pids(self):
        return [self.process.pid, *children_of(self.process.pid)]

    def cpu(self):
        return sum(cpu_seconds(pid) for pid in self.pids())
