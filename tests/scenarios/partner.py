"""A partner's own system, as small as can be: it takes notices, pulls packets, and answers."""

import base64
import hashlib
import hmac
import http.client
import http.server
import json
import threading
import time

from hub_process import CLOCK_EPOCH, Deadline, free_port


def signature(secret, id, at, body):
    key = base64.b64decode(secret.split("_", 1)[1])
    digest = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()


class Partner:
    """Listens until the test ends; `hub` is set once it runs."""

    def __init__(self, test, code):
        self.code, self.hub, self.events, self.refused = code, None, [], []
        self.port = free_port()
        partner = self

        class Door(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                taken = partner.take(self.headers, body)
                self.send_response(204 if taken else 401)
                self.end_headers()

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Door)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        test.addCleanup(thread.join)
        test.addCleanup(server.server_close)
        test.addCleanup(server.shutdown)

    @property
    def endpoint(self):
        """As a line of hub.yaml's endpoints."""
        return (f"{{partner: {self.code}, url: \"http://127.0.0.1:{self.port}/notices\", "
                "addresses: [127.0.0.1], plain_http: true}")

    def take(self, headers, body):
        wanted = signature(self.hub.secrets[f"{self.code}-webhook-out"], headers["webhook-id"],
                           headers["webhook-timestamp"], body)
        known = wanted in headers["webhook-signature"].split(" ")
        (self.events if known else self.refused).append(json.loads(body))
        return known

    def told(self, type, count=1):
        """The events of one type, as soon as there are `count`."""
        for _ in Deadline(f"{count} × {type} at {self.code}\n{self.hub.log[-2000:]}"):
            found = [one for one in self.events if one["type"].endswith(type)]
            if len(found) >= count:
                return found

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def pull(self, notice):
        key = self.hub.secrets[f"{self.code}-api-key"]
        return self.request("GET", notice["data"]["packetUrl"], headers={"Authorization": f"Bearer {key}"})

    def post(self, door, id, event):
        """Signs and sends to /webhooks/<code>/<door>; the status."""
        body = json.dumps(event).encode()
        at = str(int(CLOCK_EPOCH + time.monotonic() - self.hub.began))
        secret = self.hub.secrets[f"{self.code}-webhook-in"]
        return self.request("POST", f"/webhooks/{self.code}/{door}", body, {
            "Content-Type": "application/json", "webhook-id": id, "webhook-timestamp": at,
            "webhook-signature": signature(secret, id, at, body)})[0]

    def answer(self, referral, kind, **data):
        id = f"{self.code}-{kind}-{referral[-6:]}"
        return self.post("answers", id, {
            "specversion": "1.0", "id": id, "source": f"urn:example:{self.code}",
            "type": f"tsunagu.referral.{kind}",
            "data": {"referralId": referral, "at": "2026-04-10T10:00:00+09:00", **data}})
