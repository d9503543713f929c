"""Nobody passes the gate by: whoever asks, by whatever door, for more than is his, is refused, and the
log tells who tried, without a word of what he wrote. What each may do is asked too, as the control."""

import copy
import json
import os
import pwd
import subprocess
import sys
import time
import unittest
import uuid

import sakura_files as files
from audit_rows import audit_rows
from hub_process import CLOCK_EPOCH, REGISTER, SOURCE, Deadline, Hub, Refused, export
from partner import Partner, signature
from referred import AGREED, NOT_ASKED

SHEET = json.loads((SOURCE / "sdk/schema/examples/referral_request.json").read_text("utf-8"))
J1 = {"status": "given", "scopeForm": "J1", "givenAt": "2026-04-09"}
CANARY = "鶸塚金糸雀"
FLAGS = {"cleared": True, "force": True, "override": "EMERGENCY", "basis": "BENEFIT",
         "decision": "allow", "officer": "officer/daemon", "holder": "yes", "consent_stale": "no",
         "officer_decision": "named", "bypassGate": 1, "version": "0", CANARY: CANARY}
DECIDING, OFFICER, STRANGER = "daemon", "nobody", "games"  # users that every Debian has
ASK_AS = """
import json, socket, sys
one = socket.socket(socket.AF_UNIX)
one.settimeout(60)
one.connect(sys.argv[1])
answers = one.makefile(encoding="utf-8")
for request in sys.stdin:
    one.sendall(request.encode())
    for line in answers:
        if json.loads(line).get("done"):
            print(line.strip())
            break
    else:
        break
"""


class Bypass(unittest.TestCase):
    def setUp(self):
        self.coordinator, self.elim = Partner(self, "sakutomo"), Partner(self, "elim")
        lines = "".join(f"\n  - {one.endpoint}" for one in (self.coordinator, self.elim))
        officers = "".join(f"\n  - {{user: {user}, desk: elim-houkatsu, decides: {decides}}}"
                           for user, decides in ((DECIDING, "true"), (OFFICER, "false")))
        self.hub = Hub(self, ["kaigo"], endpoints=lines, officers=officers)
        for one in (self.coordinator, self.elim):
            one.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)

    def refer(self, count, consent):
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", 受付番号=f"R08-9{count:04}",
                                  宛名番号=f"000990{count:04}", 被保険者番号=f"00009{count:05}",
                                  氏名漢字=f"例 {'甲乙丙'[count]}子", 生年月日=f"3{count}00428", **consent)
        done = self.hub.bring("kaigo", "kaigo", row, f"KAIGO_SODAN_202604{10 + count}083000.csv", count)
        self.assertEqual((done["state"], done["rejects"]), ("applied", 0), self.hub.rejects(done))
        return self.hub.ask("referral.list")[0]

    def refusals(self, actor, action="request.refused"):
        return audit_rows(self.hub, actor=actor, action=action)

    def assert_nothing_told(self, word=CANARY):
        """Neither the log nor the audit log holds a word of what was tried."""
        for row in audit_rows(self.hub):
            self.assertNotIn(word, json.dumps(row, ensure_ascii=False))
        self.assertNotIn(word, self.hub.log)
        self.assertNotIn(json.dumps(word)[1:-1], self.hub.log)


class Partners(Bypass):
    def settled_inbox(self, count):
        for _ in Deadline(f"{count} webhooks\n{self.hub.log[-2000:]}"):
            rows = [row for row in audit_rows(self.hub) if row["action"].startswith("webhook.")]
            if len(rows) >= count:
                return rows

    def spoiled_sheets(self):
        for name, value in FLAGS.items():
            for place in ((), ("data",), ("data", "consent"), ("data", "person")):
                event = copy.deepcopy(SHEET)
                event["data"]["consent"] = dict(J1)
                inner = event
                for step in place:
                    inner = inner[step]
                if name not in inner:
                    yield {**self.put(event, place, {**inner, name: value})}
        for name, value in (("specversion", "0.3"), ("type", "tsunagu.referral.requested.v0")):
            yield {**SHEET, name: value}

    @staticmethod
    def put(event, place, value):
        if not place:
            return value
        return {**event, place[0]: Partners.put(event[place[0]], place[1:], value)}

    def test_no_sheet_says_more_than_a_sheet_says(self):
        spoiled = list(self.spoiled_sheets())
        self.assertGreater(len(spoiled), 40)
        for count, event in enumerate(spoiled):
            event = {**event, "id": f"sheet-{count}"}
            self.assertEqual(self.elim.post("referrals", f"sheet-{count}", event), 202)
        rows = self.settled_inbox(len(spoiled))
        self.assertEqual({row["action"] for row in rows}, {"webhook.refused"})
        self.assertEqual(self.hub.ask("referral.list"), [])
        self.assert_nothing_told()
        control = {**SHEET, "data": {**SHEET["data"], "consent": J1}}
        self.assertEqual(self.elim.post("referrals", "control", control), 202)
        self.coordinator.told("notice")

    def test_many_at_once_and_other_forms_are_refused_at_the_door(self):
        path = "/webhooks/elim/referrals"
        whole = {**SHEET, "data": {**SHEET["data"], "consent": J1}}
        for count, (body, kind, status) in enumerate((
                ([whole, whole], "application/json", 202),
                ({"events": [whole]}, "application/json", 202),
                ([whole], "application/cloudevents-batch+json", 415),
                (whole, "application/x-ndjson", 415))):
            body = json.dumps(body).encode()
            headers = self.hub.signed("elim-webhook-in", body, id=f"bulk-{count}")
            answer = self.hub.post(path, body, {**headers, "Content-Type": kind})
            self.assertEqual(answer.status, status, (count, answer.body))
        self.assertEqual({row["action"] for row in self.settled_inbox(2)}, {"webhook.refused"})
        body = json.dumps(whole).encode()
        signed = self.hub.signed("elim-webhook-in", body, id="query")
        self.assertEqual(self.hub.post(path + "?force=true", body, signed).status, 400)
        twice = json.dumps({**whole, "subject": CANARY}).encode()
        self.assertEqual(self.hub.post(path, body, signed).status, 202, "the control")
        self.assertEqual(self.hub.post(path, twice, self.hub.signed("elim-webhook-in", twice, id="query")).status, 409)
        spoiled = body.replace(b'"type"', b'"id": "b", "type"', 1)
        signed = self.hub.signed("elim-webhook-in", spoiled, id="json")
        self.assertEqual(self.hub.post(path, spoiled, signed).status, 400)
        self.assertEqual([row["rule"] for row in self.refusals("partner/elim")],
                         ["invalid", "conflict", "invalid"])
        self.assert_nothing_told()

    def test_no_partner_answers_for_another_nor_more_than_an_answer(self):
        referral = self.refer(1, AGREED)["referral"]
        held = self.refer(2, NOT_ASKED)["referral"]
        self.coordinator.told("notice")
        tries = ((self.elim, referral, {}), (self.coordinator, held, {}),
                 (self.coordinator, str(uuid.uuid4()), {}),
                 *((self.coordinator, referral, {name: value}) for name, value in FLAGS.items()))
        for count, (partner, about, more) in enumerate(tries):
            self.answer(partner, about, f"answer-{count}", **more)
        rows = self.settled_inbox(len(tries))
        self.assertEqual({row["action"] for row in rows}, {"webhook.refused"})
        self.assertEqual(rows[0]["actor"], "partner/elim")
        for one, state in ((referral, "received"), (held, "held")):
            self.assertEqual(self.hub.ask("referral.show", referral=one)[0]["state"], state)
        self.assert_nothing_told()
        self.answer(self.coordinator, referral, "control")
        for _ in Deadline("the control's answer"):
            if self.hub.ask("referral.show", referral=referral)[0]["state"] == "accepted":
                break

    def answer(self, partner, referral, id, **more):
        self.assertEqual(partner.post("answers", id, {
            "specversion": "1.0", "id": id, "source": "urn:example", "type": "tsunagu.referral.accepted",
            "data": {"referralId": referral, "at": "2026-04-10T10:00:00+09:00", **more}}), 202)

    def pull(self, referral, partner="sakutomo", path="/packets/{}", method="GET", **headers):
        key = self.hub.secrets.get(f"{partner}-api-key", partner)
        return self.coordinator.request(method, path.replace("{}", referral), None,
                                        {"Authorization": f"Bearer {key}", **headers})

    def test_nobody_pulls_what_is_not_his_and_no_header_opens_more(self):
        referral = self.refer(1, AGREED)["referral"]
        held = self.refer(2, NOT_ASKED)["referral"]
        self.coordinator.told("notice")
        nobodys = str(uuid.uuid4())
        status, packet = self.pull(referral)
        self.assertEqual(status, 200, packet)
        status, again = self.pull(referral, **{"X-Override": "true", "X-Cleared": "true",
                                               "Purpose": "EMERGENCY", "If-None-Match": "*"})
        self.assertEqual((status, json.loads(again)["records"]), (200, json.loads(packet)["records"]))
        answers = [self.pull(referral, "elim"), self.pull(nobodys, "elim"), self.pull(held),
                   self.pull(nobodys), self.pull(referral, path="/packets/" + CANARY.encode().hex())]
        alike = {(status, problem.split('"correlationId"')[0]) for status, problem in answers}
        self.assertEqual(len(alike), 1, "what is hidden looks as if it were not there")
        self.assertEqual(alike.pop()[0], 404)
        self.assertEqual(self.pull(referral, path="/packets/{}?force=true")[0], 400)
        self.assertEqual(
            [(row["actor"], row["objects"], row["rule"]) for row in audit_rows(self.hub, action="request.refused")],
            [("partner/elim", [f"referral/{referral}"], "not_found"),
             ("partner/elim", [f"referral/{nobodys}"], "not_found"),
             ("partner/sakutomo", [f"referral/{held}"], "not_found"),
             ("partner/sakutomo", [f"referral/{nobodys}"], "not_found"),
             ("partner/sakutomo", ["route/packets"], "not_found"),
             ("partner/sakutomo", [f"referral/{referral}"], "invalid")])
        self.assert_no_other_way(referral)

    def assert_no_other_way(self, referral):
        """No history, no search, no list, no older version."""
        for method, path in (("GET", "/packets"), ("GET", "/packets/"), ("GET", "/packets/{}/history"),
                             ("GET", "/packets/{}/versions/1"), ("GET", "/v0/packets/{}"),
                             ("GET", "/referrals"), ("GET", "/persons"), ("POST", "/search"),
                             ("GET", "/$export"), ("GET", "/webhooks/sakutomo/referrals"),
                             ("GET", "/packets/{}%2f..%2f{}"), ("GET", "/packets/../packets/{}")):
            status, _ = self.pull(referral, path=path, method=method)
            self.assertIn(status, (400, 404, 405), (method, path))
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            self.assertEqual(self.pull(referral, method=method)[0], 405)
        self.assertIn('"route_refused"', self.hub.log)

    def test_whom_the_hub_does_not_know_has_no_door(self):
        referral = self.refer(1, AGREED)["referral"]
        self.coordinator.told("notice")
        foreign = "whsec_" + "QUJD" * 11 + "QQ=="  # another municipality's partner
        for key in (foreign, self.hub.secrets["sakutomo-webhook-out"], "", CANARY.encode().hex()):
            self.assertEqual(self.pull(referral, key)[0], 401)
        self.assertEqual(self.coordinator.request("GET", f"/packets/{referral}")[0], 401)
        body = json.dumps(SHEET).encode()
        at = str(int(CLOCK_EPOCH + time.monotonic() - self.hub.began))
        for door, secret in (("chigasaki", self.hub.secrets["elim-webhook-in"]), ("elim", foreign),
                             ("sakutomo", self.hub.secrets["elim-webhook-in"])):
            headers = {"Content-Type": "application/json", "webhook-id": "x", "webhook-timestamp": at,
                       "webhook-signature": signature(secret, "x", at, body)}
            self.assertEqual(self.hub.post(f"/webhooks/{door}/referrals", body, headers).status, 401)
        self.assertIn('"stranger_refused"', self.hub.log)
        self.assertEqual(self.pull(referral)[0], 200, "the control")


@unittest.skipIf(os.geteuid() != 0, "another user can only be tried by root")
class Officers(Bypass):
    def setUp(self):
        super().setUp()
        self.hub.root.chmod(0o755)
        self.referral = self.refer(1, NOT_ASKED)["referral"]
        self.case = self.hub.ask("case.list")[0]["case"]
        lines = self.hub.ask("case.show", case=self.case)
        self.person = next(one["person"] for one in lines if "person" in one)

    def ask_as(self, user, *requests):
        """The kind of each refusal, "" where it was answered; fewer where the hub hung up."""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in requests)
        done = subprocess.run(["/usr/bin/python3", "-c", ASK_AS, self.hub.socket], input=lines,
                              capture_output=True, text=True, timeout=60, check=False, user=user,
                              group=pwd.getpwnam(user).pw_gid, extra_groups=[])
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return [one.get("error", {}).get("kind", "") for one in answers]

    def decision(self, **more):
        return {"verb": "decision.take", "referral": self.referral, "ground": "EMERGENCY",
                "items": ["identity"], "until": "2026-04-10", "reason": "本人の生命を守るため", **more}

    def assert_refused(self, user, requests, kinds, actor=None):
        """Each of the requests, and each has its row."""
        actor = actor or f"officer/{user}"
        before = len(self.refusals(actor))
        answers = self.ask_as(user, *requests)
        for request, answer in zip(requests, answers, strict=True):
            self.assertIn(answer, kinds, request)
        after = self.refusals(actor)
        self.assertEqual(len(after) - before, len(requests))
        self.assertEqual([one["rule"] for one in after[before:]], answers)

    def of_officers(self):
        """What an officer may ask, as he may ask it."""
        return ({"verb": "case.list"}, {"verb": "case.show", "case": self.case},
                {"verb": "household.list"}, {"verb": "referral.list"},
                {"verb": "referral.show", "referral": self.referral},
                {"verb": "referral.explain", "referral": self.referral},
                {"verb": "consent.list", "person": self.person}, {"verb": "stop.list"})

    def of_deciding_officers(self):
        return {"verb": "decision.list"}, {"verb": "harm.list"}

    def test_no_request_says_more_than_its_verb_knows(self):
        allowed = self.of_officers()
        deciding = self.of_deciding_officers()
        self.assertEqual(self.ask_as(OFFICER, *allowed), [""] * len(allowed), "the control")
        self.assertEqual(self.ask_as(DECIDING, *deciding), [""] * len(deciding), "the control")
        more = (*allowed, *deciding, self.decision(), {"verb": "consent.give", "person": self.person, "form": "J1"},
                {"verb": "referral.send", "referral": self.referral},
                {"verb": "consent.withdraw", "person": self.person})
        flags = [(name, value) for name, value in FLAGS.items() if name not in ("basis", "decision")]
        for user in (OFFICER, DECIDING):
            self.assert_refused(user, [{**request, name: value} for request in more
                                       for name, value in flags], {"invalid"})
        with self.assertRaises(AssertionError):  # the control: an answered request is none refused
            self.assert_refused(OFFICER, [allowed[0]], {"invalid"})
        self.assertEqual(self.hub.ask("referral.show", referral=self.referral)[0]["state"], "held")
        self.assert_nothing_told()

    def test_an_officer_of_another_agency_asks_for_nobodys_links(self):
        pair = {"person": self.person, "other": self.person}
        for user in (OFFICER, DECIDING):
            self.assert_refused(user, [{"verb": "link.review"},
                                       {"verb": "link.explain", "record": self.person, "other": self.person},
                                       {"verb": "link.decisions"}, {"verb": "link.undo", "decision": self.person},
                                       *({"verb": verb, "record": self.person, "other": self.person}
                                         for verb in ("link.confirm", "link.reject")),
                                       {"verb": "signal.list"}, {"verb": "signal.show", "signal": self.person},
                                       {"verb": "signal.decide", "signal": self.person, "decision": "taken_up"},
                                       {"verb": "signal.confirm", "signal": self.person, **pair},
                                       {"verb": "signal.reject", "signal": self.person, **pair}], {"forbidden"})
        self.assert_nothing_told()

    def test_officers_run_no_machine(self):
        verbs = ("arrival.list", "audit.export", "audit.looks", "audit.verify", "backup", "doctor",
                 "erase.plan", "erase.run", "import", "partner.resume", "person.disclosures", "reload",
                 "reject.list", "request.list", "source.list", "source.pause", "stats",
                 "person.find", "case.history", "record.list", "audit.delete", CANARY)
        for user in (OFFICER, DECIDING):
            self.assert_refused(user, [{"verb": verb, "person": self.person, "file": "/tmp/x"}
                                       for verb in verbs], {"forbidden"})
        for verb in ("person.find", "case.history", "record.list", CANARY):
            with self.assertRaises(Refused):
                self.hub.ask(verb, name=CANARY)
        self.assertEqual(len(self.refusals("operator/root")), 4)
        self.assert_nothing_told()

    def test_who_may_not_decide_decides_nothing_and_who_may_opens_no_hard_stop(self):
        self.assert_refused(OFFICER, [self.decision()], {"forbidden"})
        with self.assertRaises(Refused):
            self.hub.ask(**self.decision())
        with self.assertRaises(Refused):
            self.hub.ask("consent.give", person=self.person, form="J1")
        self.assertEqual([one["rule"] for one in self.refusals("operator/root")], ["forbidden"] * 2)
        nobodys = str(uuid.uuid4())
        self.assert_refused(DECIDING, [
            *(self.decision(items=[item]) for item in ("tax", "mynumber", "informant", "everything")),
            *(self.decision(ground=ground) for ground in ("CONSENT", "SHIEN-KAIGI", "", "I-SAY-SO")),
            self.decision(until="2027-04-12"), self.decision(reason=" 　"), self.decision(referral=nobodys),
            self.decision(person=nobodys), self.decision(referral=[self.referral]),
            {"verb": "decision.review", "decision": nobodys, "outcome": "upheld"},
            {"verb": "case.show", "case": nobodys}, {"verb": "consent.list", "person": nobodys},
            {"verb": "case.show", "case": CANARY}], {"invalid", "not_found"})
        self.assertEqual(self.hub.ask("decision.list"), [])
        self.assertEqual(self.ask_as(DECIDING, self.decision()), [""], "the control")
        (taken,) = self.hub.ask("decision.list")
        review = {"verb": "decision.review", "decision": taken["decision"], "outcome": "upheld"}
        self.assert_refused(DECIDING, [review], {"forbidden"})
        self.assert_refused(OFFICER, [review], {"forbidden"})
        self.assert_nothing_told()

    def test_an_unknown_user_is_turned_away_and_noted(self):
        self.assertEqual(self.ask_as(STRANGER, {"verb": "case.list"}), [])
        for _ in Deadline("the row of who was turned away"):
            if self.refusals(f"user/{STRANGER}"):
                break
        self.assertIn('"admin_peer_refused"', self.hub.log)


if __name__ == "__main__":
    sys.exit(unittest.main())
