"""Somebody signed in at the API of a daemon under measurement."""

import contextlib
import http.client
import json
import pathlib
import sys
import time

sys.path.append(str(pathlib.Path(__file__).parents[1] / "scenarios"))
from one_time_code import STEP, code_of


class Officer:
    """An account of his own, past the first sign-in's new password. A code counts once: those of the step before, of
    this one and of the next are used up."""

    def __init__(self, hub, name, role):
        self.hub = hub
        made = hub.ask("user.add", name=name, role=role)
        now = int(time.time()) // STEP
        first, change, then = (code_of(made["key"], now + around) for around in (-1, 0, 1))
        wanted = "correct horse battery"
        self.headers = {}
        self.sign_in(name, made["password"], first)
        self.send("PUT", "/session/password", {"password": made["password"], "code": change, "wanted": wanted})
        self.sign_in(name, wanted, then)

    def sign_in(self, name, password, code):
        self.headers = {}
        answer, head = self.send("POST", "/session", {"name": name, "password": password, "code": code})
        self.headers = {"Cookie": head["Set-Cookie"].split(";")[0], "X-Change-Token": answer["changeToken"]}

    def send(self, method, path, body=None):
        """The answer and its head."""
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, "/api/v1" + path, None if body is None else json.dumps(body),
                               {"Content-Type": "application/json", **self.headers})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status >= 300:
                raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
            return json.loads(text) if text else None, answer.headers

    def get(self, path):
        return self.send("GET", path)[0]
