"""Webhooks at the door of a running hub: signatures, replays (also across a restart), JSON, framing."""

import base64
import json
import socket
import sys
import unittest

from hub_process import SOURCE, Deadline, Hub

REQUEST = (SOURCE / "sdk/schema/examples/referral_request.json").read_bytes()
PATH = "/webhooks/elim/referrals"


class Webhook(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, []).start()

    def signed(self, body, **signing):
        return self.hub.signed("elim-webhook-in", body, **signing)

    def post(self, body=REQUEST, headers=None, **signing):
        answer = self.hub.post(PATH, body, headers or self.signed(body, **signing))
        return answer.status, answer.body

    def raw(self, head):
        with socket.create_connection(("127.0.0.1", self.hub.port), timeout=30) as one:
            one.sendall(head)
            return int(one.makefile("rb").readline().split()[1])

    def test_control_a_signed_request_is_taken_and_becomes_a_referral(self):
        self.assertEqual(self.post()[0], 202)
        for _ in Deadline("the referral of the webhook"):
            if self.hub.ask("referral.list"):
                break

    def test_a_stale_signature_is_refused(self):
        self.assertEqual(self.post(age=400)[0], 401)
        self.assertEqual(self.post(age=-400)[0], 401)
        self.assertEqual(self.post(age=200)[0], 202)

    def test_a_wrong_key_and_a_changed_body_are_refused(self):
        wrong = "whsec_" + base64.b64encode(b"x" * 32).decode()
        self.assertEqual(self.post(key=wrong)[0], 401)
        self.assertEqual(self.post(REQUEST + b" ", headers=self.signed(REQUEST))[0], 401)
        self.assertEqual(self.post()[0], 202)

    def test_a_replay_is_answered_alike_and_another_body_conflicts_also_after_a_restart(self):
        first = self.post()
        self.assertEqual(first[0], 202)
        self.assertEqual(self.post(), first)
        other = json.dumps({**json.loads(REQUEST), "subject": "x"}).encode()
        self.assertEqual(self.post(other)[0], 409)
        for _ in Deadline("the referral of the webhook"):
            if self.hub.ask("referral.list"):
                break
        self.hub.kill()
        self.hub.start()
        self.assertEqual(self.post(), first)
        self.assertEqual(self.post(other)[0], 409)
        self.assertEqual(len(self.hub.ask("referral.list")), 1)
        self.assertEqual(self.post(other, id="evt-2")[0], 202)

    def test_json_that_readers_disagree_on_is_refused_while_its_sender_listens(self):
        spoiled = {
            "utf8": REQUEST.replace("髙橋".encode(), b"\xff\xfe", 1),
            "twice": REQUEST.replace(b'"type"', b'"id": "b", "type"', 1),
            "deep": b"[" * 100_000 + b"]" * 100_000,
            "nul": REQUEST.replace(b"evt-20260410-0001", b"evt\\u0000", 1),
            "number": REQUEST.replace(b'"age": 52', b'"age": 5252525252525252525252', 1),
        }
        for id, body in spoiled.items():
            self.assertNotEqual(body, REQUEST)
            status, problem = self.post(body, id=id)
            self.assertEqual((status, json.loads(problem)["type"]), (400, "urn:tsunagu:problem:malformed_json"), id)
        self.assertEqual(self.post(id="control")[0], 202)
        for _ in Deadline("the control's referral"):
            found = self.hub.ask("referral.list")
            if found:
                break
        self.assertEqual(len(found), 1)

    def test_two_hosts_and_a_body_without_length_are_refused(self):
        host = f"Host: 127.0.0.1:{self.hub.port}\r\n".encode()
        line = b"GET /healthz HTTP/1.1\r\n"
        self.assertEqual(self.raw(line + host + b"\r\n"), 200)
        self.assertEqual(self.raw(line + host + host + b"\r\n"), 400)
        post = f"POST {PATH} HTTP/1.1\r\n".encode() + host
        self.assertEqual(self.raw(post + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 411)


if __name__ == "__main__":
    sys.exit(unittest.main())
