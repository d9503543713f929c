"""A coordinator with a system of its own: it comes by an API key, hears what happens to what was sent to it, works
on it, and sees nothing else. And officers who come by the token of an issuer."""

import base64
import json
import re
import signal
import subprocess
import time
import unittest
import uuid

import sakura_files as files
from audit_rows import audit_rows
from hub_process import CLOCK_EPOCH, REGISTER, Deadline, Hub, Refused, export
from partner import Partner
from referred import AGREED

OFFICERS = ("\n  - {user: sato, desk: sakutomo-takikan, decides: true}"
            "\n  - {user: tanaka, desk: nikon-houkatsu}")
FAMILIES = "case, plan, sitting, match, consent, outreach, deadline"


class Systems(unittest.TestCase):
    settings = {}

    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], endpoints=f"\n  - {self.coordinator.endpoint}", officers=OFFICERS,
                       **self.settings)
        self.coordinator.hub = self.hub
        self.follow(FAMILIES)
        self.prepare()
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **AGREED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv")
        referral = self.hub.ask("referral.list")[0]
        self.referral, self.case = referral["referral"], referral["case"]

    def prepare(self):
        pass

    def follow(self, families):
        file = self.hub.shared / "municipalities/sakura/partners.yaml"
        text = file.read_text(encoding="utf-8")
        first = text.index("      payload: thin\n")
        file.write_text(text[:first] + f"      events: [{families}]\n" + text[first:], encoding="utf-8")

    def key(self, partner="sakutomo"):
        return self.hub.ask("api-key.add", partner=partner)[0]["key"]

    def request(self, method, path, bearer, body=None, **headers):
        said = {key.replace("_", "-"): value for key, value in headers.items()}
        if bearer:
            said["Authorization"] = f"Bearer {bearer}"
        if body is not None:
            said.setdefault("Content-Type", "application/json")
            said.setdefault("Idempotency-Key", str(uuid.uuid4()))
        status, text = self.coordinator.request(method, path, None if body is None else json.dumps(body), said)
        return status, json.loads(text) if text else None

    def get(self, path, bearer):
        return self.request("GET", path, bearer)

    def drafted(self, bearer, case=None):
        status, answer = self.request("POST", f"/api/v1/cases/{case or self.case}/plans", bearer,
                                      {"planKind": "takikan", "goals": "週に一度は外に出る", "cycle": "P1M"})
        self.assertEqual(status, 201, answer)
        return answer["items"][0]["plan"]


class Keys(Systems):
    def test_open_what_was_sent_to_their_partner_and_nothing_else(self):
        key, other = self.key(), self.key("elim")
        self.assertEqual(self.get("/api/v1/plans", key)[0], 200)
        status, packet = self.get(f"/api/v1/referrals/{self.referral}/packet", key)
        self.assertEqual(status, 200)
        self.assertEqual(packet["items"][0]["packet"]["referralId"], self.referral)
        self.assertEqual(self.get(f"/packets/{self.referral}", key)[0], 200)
        for path in (f"/api/v1/referrals/{self.referral}/packet", f"/api/v1/followed-cases/{self.case}",
                     f"/packets/{self.referral}"):
            self.assertEqual(self.get(path, other)[0], 404, path)
        for path in ("/api/v1/cases", f"/api/v1/referrals/{self.referral}", "/api/v1/sittings", "/api/v1/sources"):
            self.assertEqual(self.get(path, key)[0], 403, path)
        self.assertGreater(len(audit_rows(self.hub, action="request.refused", actor="partner/sakutomo")), 3)
        self.assertGreater(len(audit_rows(self.hub, action="packet.pulled")), 1)

    def test_count_until_they_are_revoked_and_only_alone(self):
        first = self.key()
        second = self.hub.ask("api-key.rotate", partner="sakutomo")[0]["key"]
        for key in (first, second):
            self.assertEqual(self.get("/api/v1/plans", key)[0], 200)
        self.hub.ask("api-key.revoke", prefix=first[:12])
        self.assertEqual(self.get("/api/v1/plans", first)[0], 401)
        self.assertEqual(self.request("GET", "/api/v1/plans", second, Cookie="__Host-tsunagu=x")[0], 401)
        bent = second[:-1] + ("0" if second[-1] != "0" else "1")
        self.assertEqual(self.get("/api/v1/plans", bent)[0], 401)
        self.hub.kill()
        self.hub.start()
        self.assertEqual(self.get("/api/v1/plans", first)[0], 401)
        self.assertEqual(self.get("/api/v1/plans", second)[0], 200)

    def test_that_are_wrong_too_often_are_not_looked_at_any_more(self):
        key = self.key()
        wrong = [self.get("/api/v1/plans", f"tsn_{number:08}_x")[0] for number in range(12)]
        self.assertEqual(wrong, [401] * 10 + [503] * 2)
        self.assertEqual(self.get("/api/v1/plans", key)[0], 200, "a right one is admitted")

    def test_are_shown_once_and_never_again(self):
        done = self.hub.command("api-key", "add", "sakutomo", language="ja_JP.UTF-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        key = next(word for word in done.stdout.split() if word.startswith("tsn_"))
        listed = self.hub.command("api-key", "list", language="ja_JP.UTF-8")
        self.assertIn(key[:12], listed.stdout)
        self.assertNotIn(key[12:], listed.stdout + self.hub.log)
        for file in (self.hub.data).rglob("*"):
            if file.is_file():
                self.assertNotIn(key[13:].encode(), file.read_bytes(), file)


class Work(Systems):
    def test_goes_from_the_answer_to_the_monitored_plan(self):
        key = self.key()
        path = f"/api/v1/referrals/{self.referral}/answers"
        status, said = self.request("POST", path, key, {"answer": "returned"})
        self.assertEqual((status, said["detail"]), (400, "/data/reason: missing; a returned referral needs its reason"))
        self.assertEqual(self.request("POST", path, key, {"answer": "accepted"})[0], 201)
        plan = self.drafted(key)
        status, case = self.get(f"/api/v1/followed-cases/{self.case}", key)
        self.assertEqual(status, 200)
        self.assertEqual([one["kind"] for one in case["items"]], ["case", "referral", "plan"])
        self.assertEqual(case["items"][0]["state"], "coordinating")
        tag = f'"{case["items"][2]["revision"]}"'
        role = self.request("POST", f"/api/v1/plans/{plan}/roles", key, {"agency": "elim"}, If_Match=tag)
        self.assertEqual(role[0], 200, role)
        late = self.request("POST", f"/api/v1/plans/{plan}/rewriting", key, {"goals": "x"}, If_Match=tag)
        self.assertEqual(late[0], 412)
        grant = self.request("POST", f"/api/v1/plans/{plan}/support-decision", key, {}, If_Match=tag)
        self.assertEqual(grant[0], 403, "支援決定 is the municipality's own act")
        (made,) = audit_rows(self.hub, action="plan.create")
        self.assertEqual(made["actor"], "partner/sakutomo")

    def test_ends_with_the_consent(self):
        key = self.key()
        plan = self.drafted(key)
        person = next(one["person"] for one in self.hub.ask("case.show", case=self.case) if "person" in one)
        self.hub.ask("consent.withdraw", person=person)
        for path in (f"/api/v1/plans/{plan}", f"/api/v1/followed-cases/{self.case}",
                     f"/api/v1/referrals/{self.referral}/packet"):
            self.assertEqual(self.get(path, key)[0], 404, path)
        self.assertEqual(self.get("/api/v1/plans", key)[1]["items"], [])


class Events(Systems):
    def test_tell_what_happens_once_and_where_to_ask(self):
        key = self.key()
        plan = self.drafted(key)
        (told,) = self.coordinator.told("plan.drafted")
        self.assertEqual(told["data"], {"caseId": self.case, "referralId": self.referral, "planId": plan,
                                        "url": f"/api/v1/plans/{plan}"})
        self.assertEqual(self.get(told["data"]["url"], key)[0], 200)
        status, page = self.get("/api/v1/events", key)
        self.assertEqual([(one["event"], one["type"]) for one in page["items"]], [(told["id"], told["type"])])
        self.assertEqual(self.get(f"/api/v1/events?cursor={page['next']}", key)[1]["items"], [])
        self.assertEqual(len(audit_rows(self.hub, action="event.claimed")), 1)

    def test_go_out_after_a_kill_each_once(self):
        key = self.key()
        plans = []
        for _ in range(4):
            plans.append(self.drafted(key))
        self.hub.kill()
        self.hub.start()
        told = self.coordinator.told("plan.drafted", 4)
        by_id = {one["id"]: one["data"]["planId"] for one in told}
        self.assertEqual(sorted(by_id.values()), sorted(plans), "one id for each, whatever came twice")
        first_seen = list(dict.fromkeys(one["data"]["planId"] for one in told))
        self.assertEqual(first_seen, plans, "in order")

    def test_are_for_who_subscribed_to_them(self):
        file = self.hub.shared / "municipalities/sakura/partners.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"events: [{FAMILIES}]", "events: [sitting]"), encoding="utf-8")
        self.hub.ask("reload")
        key = self.key()
        self.drafted(key)
        self.assertEqual(self.get("/api/v1/events", key)[1]["items"], [])
        file.write_text(text.replace(f"events: [{FAMILIES}]", "events: [plans]"), encoding="utf-8")
        with self.assertRaises(Refused):
            self.hub.ask("reload")


class Deadlines(Systems):
    def start_at(self, clock):
        self.assertEqual(self.hub.stop(), 0)
        self.hub.clock = clock
        self.hub.move_to(self.hub.data)
        self.hub.start()

    def test_come_once_when_their_day_comes(self):
        self.coordinator.told("referral.notice")
        self.start_at("2026-04-25T00:30:00Z")  # a Saturday
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, re.sub(r"\d{8}", "20260425", name, count=1), 2)
        self.start_at("2026-04-27T00:30:00Z")
        (told,) = self.coordinator.told("deadline.referral_unanswered")
        self.assertEqual(told["data"]["referralId"], self.referral)
        (due,) = self.hub.ask("digest")
        self.assertEqual((due["what"], due["case"], due["day"]), ("referral_unanswered", self.case, "2026-04-24"))
        self.start_at("2026-04-28T00:30:00Z")
        self.hub.ask("api-key.add", partner="sakutomo")
        self.assertEqual(len(audit_rows(self.hub, action="deadline.referral_unanswered")), 1)
        page = self.hub.command("digest", "--desk", "sakutomo-takikan", language="ja_JP.UTF-8")
        self.assertIn("つなぎの回答待ち", page.stdout)
        self.assertIn(self.case, page.stdout)


class Tokens(Systems):
    """An Ed25519 issuer, made with openssl."""

    issuer = "https://sso.example.lg.jp/realms/sakura"
    settings = {"oidc": f"\n  - {{issuer: \"{issuer}\", audience: tsunagu, keys: sso.json, account: preferred_username, "
                        "roles: {claim: groups, desk: [madoguchi]}}"}

    def prepare(self):
        self.new_key("one")

    def new_key(self, kid):
        self.kid, self.pem = kid, self.hub.root / f"{kid}.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", self.pem], check=True)
        der = subprocess.run(["openssl", "pkey", "-in", self.pem, "-pubout", "-outform", "DER"], check=True,
                             capture_output=True).stdout
        jwk = {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": kid, "x": self.plain(der[-32:])}
        (self.hub.root / "sso.json").write_text(json.dumps({"keys": [jwk]}))

    @staticmethod
    def plain(data):
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    def token(self, **changed):
        now = int(CLOCK_EPOCH + time.monotonic() - self.hub.began)
        claims = {"iss": self.issuer, "aud": "tsunagu", "preferred_username": "sato", "iat": now, "exp": now + 600,
                  "groups": ["madoguchi"], **changed}
        header = {"alg": "EdDSA", "typ": "at+jwt", "kid": self.kid}
        text = ".".join(self.plain(json.dumps(part).encode()) for part in (header, claims))
        file = self.hub.root / "text"
        file.write_text(text)
        signed = subprocess.run(["openssl", "pkeyutl", "-sign", "-inkey", self.pem, "-rawin", "-in", file], check=True,
                                capture_output=True).stdout
        return f"{text}.{self.plain(signed)}"

    def test_stand_for_an_account_and_its_roles(self):
        self.assertEqual(self.get("/api/v1/cases", self.token())[0], 401, "there is no such account yet")
        self.hub.ask("user.add", name="sato", role="desk")
        status, cases = self.get("/api/v1/cases", self.token())
        self.assertEqual((status, [one["case"] for one in cases["items"]]), (200, [self.case]))
        self.hub.ask("user.role", name="sato", role="operator")
        self.assertEqual(self.get("/api/v1/sources", self.token())[0], 403, "the token says no more than desk")
        self.assertEqual(self.get("/api/v1/cases", self.token(groups=[]))[0], 403)
        self.assertEqual(self.get("/api/v1/cases", self.token(aud="other"))[0], 401)
        plan = self.drafted(self.token())
        (made,) = audit_rows(self.hub, action="plan.create")
        self.assertEqual((made["actor"], made["objects"][0]), ("officer/sato", f"plan/{plan}"))
        self.hub.ask("user.disable", name="sato")
        self.assertEqual(self.get("/api/v1/cases", self.token())[0], 401)

    def test_follow_their_keys_at_a_reload(self):
        self.hub.ask("user.add", name="sato", role="desk")
        old = self.token()
        self.assertEqual(self.get("/api/v1/cases", old)[0], 200)
        self.new_key("two")
        self.hub.process.send_signal(signal.SIGHUP)
        for _ in Deadline("the new key"):
            if self.get("/api/v1/cases", self.token())[0] == 200:
                break
        self.assertEqual(self.get("/api/v1/cases", old)[0], 401)
        (self.hub.root / "sso.json").write_text("{}")
        with self.assertRaises(Refused):
            self.hub.ask("reload")
        self.assertEqual(self.get("/api/v1/cases", self.token())[0], 200, "a broken file changes nothing")


if __name__ == "__main__":
    unittest.main()
