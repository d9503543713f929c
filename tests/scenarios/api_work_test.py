"""What officers do over HTTP beyond plans: consents, sittings and their papers, search, and what bodies may say;
and two who do the same at once."""

import concurrent.futures
import json
import unittest
import uuid

import api_test
from api_test import DOCUMENT
from audit_rows import audit_rows
from hub_process import TODAY
from sakura_files import PLACE


def at_once(*calls):
    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return [one.result() for one in [pool.submit(call) for call in calls]]


class Work(api_test.ApiTest):
    def setUp(self):
        super().setUp()
        self.sato = self.user("sato", "coordinator")
        self.person = next(one["person"] for one in self.read(self.sato, f"cases/{self.case}")
                           if one["kind"] == "person")

    def read(self, who, path):
        answer = who.ask("GET", "/api/v1/" + path)
        self.assertEqual(answer.status, 200, answer.json)
        return answer.json["items"]

    def make(self, who, path, body):
        answer = who.create("/api/v1/" + path, body)
        self.assertEqual(answer.status, 201, answer.json)
        return answer.json["items"]

    def register(self, key="own:1", name="架空の縁側"):
        record = {**PLACE, "recordKey": key, "name": name}
        made = self.make(self.sato, "resources", {"record": json.dumps(record, ensure_ascii=False)})
        return made[0]["resource"]

    def offer(self, resource):
        """What is sent to offer it, to which the person consents."""
        self.make(self.sato, f"persons/{self.person}/consents",
                  {"objects": ["sharing"], "forums": ["CONSENT"], "recipients": [f"resource/{resource}"],
                   "purposes": ["participation"], "items": ["identity"], "until": "2027-03-31"})
        return {"person": self.person, "resource": resource, "items": ["identity"], "checked": True}


class Consents(Work):
    def test_are_written_down_and_withdrawn_by_who_works_with_the_person_alone(self):
        said = {"objects": ["sharing"], "forums": ["J-KAIGI"], "recipients": ["sakutomo"],
                "purposes": ["case_conference"], "items": ["identity"], "until": "2027-03-31"}
        path = f"persons/{self.person}/consents"
        consent = self.make(self.sato, path, said)[0]["consent"]
        acts = [one["act"] for one in self.read(self.sato, path) if one.get("consent") == consent]
        self.assertEqual(acts, ["given"])
        self.make(self.sato, f"persons/{self.person}/consent-withdrawals", {"objects": ["sharing"]})
        self.assertIn("withdrawn", [one["act"] for one in self.read(self.sato, path)])
        tanaka = self.user("tanaka")
        for method, body in (("GET", None), ("POST", said)):
            more = {} if body is None else {"Idempotency_Key": str(uuid.uuid4())}
            hidden = tanaka.ask(method, "/api/v1/" + path, body, **more)
            absent = tanaka.ask(method, f"/api/v1/persons/{self.case}/consents", body, **more)
            for one in (hidden, absent):
                del one.json["correlationId"]
            self.assertEqual((hidden.status, hidden.json), (404, absent.json))


class Sittings(Work):
    def convene(self):
        sitting = self.make(self.sato, "sittings", {"body": "juso-kaigi", "on": TODAY})[0]["sitting"]
        agenda = self.make(self.sato, f"sittings/{sitting}/items",
                           {"case": self.case, "function": "J-KAIGI"})[0]["agenda"]
        return sitting, agenda

    def seat(self, sitting, party):
        return self.make(self.sato, f"sittings/{sitting}/seats", {"party": party, "secrecy": "law"})[0]["seat"]

    def test_a_member_reads_what_was_tabled_while_seated_and_no_more(self):
        sitting, _ = self.convene()
        tanaka, paper = self.user("tanaka"), f"/api/v1/sittings/{sitting}/paper"
        self.assertEqual(tanaka.ask("GET", paper).status, 404)
        self.assertEqual(self.read(tanaka, "sittings"), [])
        seat = self.seat(sitting, "nikon")
        told = tanaka.ask("GET", paper)
        self.assertEqual(told.status, 200, told.json)
        kinds = {one["kind"] for one in told.json["items"]}
        self.assertTrue({"paper", "item", "packet"} <= kinds, kinds)
        self.assertNotIn("withheld", kinds)
        self.assertEqual([one["sitting"] for one in self.read(tanaka, "sittings")], [sitting])
        self.assertEqual(tanaka.ask("GET", f"/api/v1/sittings/{sitting}").status, 403)
        rows = audit_rows(self.hub, action="sitting.paper_made", actor="officer/tanaka")
        self.assertEqual(len(rows), 1)
        self.make(self.sato, f"seats/{seat}/leaving", {})
        self.assertEqual(tanaka.ask("GET", paper).status, 404)
        self.assertEqual(self.read(tanaka, "sittings"), [])

    def test_who_was_absent_reads_nothing(self):
        sitting, _ = self.convene()
        tanaka, seat = self.user("tanaka"), self.seat(sitting, "nikon")
        self.make(self.sato, f"seats/{seat}/attendance", {"absent": True})
        self.assertEqual(tanaka.ask("GET", f"/api/v1/sittings/{sitting}/paper").status, 404)

    def test_the_same_conference_decided_twice_decides_once(self):
        sitting, agenda = self.convene()
        suzuki = self.user("suzuki", "coordinator")
        for party in ("nikon", "kikan-soudan"):
            self.make(self.sato, f"seats/{self.seat(sitting, party)}/attendance", {})
        path, body = f"/api/v1/agenda-items/{agenda}/decision", {"timing": "field"}
        answers = at_once(lambda: self.sato.create(path, body), lambda: suzuki.create(path, body))
        self.assertEqual(sorted(one.status for one in answers), [201, 409])
        decided = [one for one in self.read(self.sato, f"sittings/{sitting}") if one["kind"] == "decision"]
        self.assertEqual(len(decided), 1)


class TwoAtOnce(Work):
    def both(self, first, second, path, bodies, tag):
        answers = at_once(*(lambda who=who, body=body: who.ask("POST", path, body, If_Match=tag)
                            for who, body in zip((first, second), bodies)))
        self.assertEqual(sorted(one.status for one in answers), [200, 412], [one.json for one in answers])

    def test_change_one_plan_and_nothing_is_lost(self):
        suzuki = self.user("suzuki", "coordinator")
        plan = self.make(self.sato, f"cases/{self.case}/plans", {"planKind": "sanka"})[0]["plan"]
        tag = self.sato.ask("GET", f"/api/v1/plans/{plan}").headers["ETag"]
        self.both(self.sato, suzuki, f"/api/v1/plans/{plan}/rewriting", ({"goals": "一"}, {"goals": "二"}), tag)
        written = [one for one in self.read(self.sato, f"plans/{plan}") if one["kind"] == "event"]
        self.assertEqual(len([one for one in written if one.get("goals") in ("一", "二")]), 1)

    def test_change_one_resource_and_nothing_is_lost(self):
        suzuki, resource = self.user("suzuki", "coordinator"), self.register()
        tag = self.sato.ask("GET", f"/api/v1/resources/{resource}").headers["ETag"]
        path = f"/api/v1/resources/{resource}/editing"
        self.assertEqual(self.sato.ask("POST", path, {"note": "一"}).status, 428)
        self.both(self.sato, suzuki, path, ({"note": "一"}, {"note": "二"}), tag)
        tag = self.sato.ask("GET", f"/api/v1/resources/{resource}").headers["ETag"]
        self.assertEqual(suzuki.ask("POST", path, {"note": "三"}, If_Match=tag).status, 200)

    def test_step_on_with_one_match_and_it_took_one_step(self):
        suzuki = self.user("suzuki", "coordinator")
        match = self.make(self.sato, "matches", self.offer(self.register()))[0]["match"]
        path = f"/api/v1/matches/{match}"
        tag = self.sato.ask("GET", path).headers["ETag"]
        self.both(self.sato, suzuki, path + "/visit", ({"text": "一"}, {"text": "二"}), tag)
        written = json.dumps(self.read(self.sato, f"matches/{match}"), ensure_ascii=False)
        self.assertNotEqual("一" in written, "二" in written, written)
        steps = [one for one in audit_rows(self.hub, action="match.visited") if one["decision"] == "none"]
        self.assertEqual(len(steps), 1, "beside the row of the gate")

    def test_offer_one_place_and_it_is_offered_once(self):
        suzuki = self.user("suzuki", "coordinator")
        for number in range(3):
            offer = self.offer(self.register(f"own:{number}", f"架空の縁側{number}"))
            answers = at_once(lambda: self.sato.create("/api/v1/matches", offer),
                              lambda: suzuki.create("/api/v1/matches", offer))
            self.assertEqual(sorted(one.status for one in answers), [201, 409], [one.json for one in answers])


class Search(Work):
    def found(self, who, **words):
        answer = who.ask("POST", "/api/v1/search", words)
        self.assertEqual(answer.status, 200, answer.json)
        return [one["person"] for one in answer.json["items"] if one["kind"] == "person"]

    def test_finds_by_each_word_who_stands_in_the_desks_own_records(self):
        elim = self.user("yamada")
        for words in ({"name": "髙橋トミ"}, {"name": "高橋 トミ"}, {"name": "高橋"}, {"kana": "タカハシ"},
                      {"kana": "たかはし とみ"}, {"birthday": "1943-06-05"}, {"number": "0000123456"},
                      {"name": "髙橋", "birthday": "1943-06-05"}):
            with self.subTest(**words):
                self.assertEqual(self.found(elim, **words), [self.person])
        self.assertEqual(self.found(elim, name="高橋", birthday="1943-06-06"), [])
        self.assertEqual(self.found(elim, name="高"), [])
        tanaka = self.user("tanaka")
        self.assertEqual(self.found(tanaka, name="高橋"), [])
        self.assertEqual(self.found(tanaka, number="0000123456"), [])
        for row in audit_rows(self.hub, action="person.searched"):
            self.assertNotIn("橋", json.dumps(row, ensure_ascii=False))
        self.assertGreater(len(audit_rows(self.hub, action="person.searched", actor="officer/tanaka")), 0)

    def test_wants_a_word_and_a_day_that_is_one(self):
        self.assertEqual(self.sato.ask("POST", "/api/v1/search", {}).status, 400)
        self.assertEqual(self.sato.ask("POST", "/api/v1/search", {"birthday": "昭和24年"}).status, 400)


class Bodies(Work):
    WRONG = {"string": 5, "boolean": "true", "integer": "1", "array": "x"}

    def test_say_what_is_described_and_nothing_else(self):
        kondo, asked = self.user("kondo", "municipal"), 0
        known = {"case": self.case, "person": self.person,
                 "referral": self.hub.ask("referral.list")[0]["referral"]}
        plan = self.make(self.sato, f"cases/{self.case}/plans", {"planKind": "sanka"})[0]["plan"]
        known["plan"] = plan
        known["outreach"] = self.make(self.sato, f"cases/{self.case}/outreach",
                                      {"why": "refuses", "basis": "SHIEN-KAIGI"})[0]["outreach"]
        known["match"] = self.make(self.sato, "matches", self.offer(self.register()))[0]["match"]
        for pattern, operations in DOCUMENT["paths"].items():
            operation = operations.get("post", {})
            if "municipal" not in operation.get("x-roles", ()):
                continue
            path = "/".join(known.get(part[1:-1], str(uuid.uuid4())) if part[0:1] == "{" else part
                            for part in pattern.split("/"))
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            bodies = [{"tanaka": 1}] + [{name: self.WRONG[of["type"]]} for name, of in schema["properties"].items()]
            for body in bodies:
                with self.subTest(operation=operation["operationId"], body=body):
                    answer = kondo.ask("POST", path, body, If_Match='"1"', Idempotency_Key=str(uuid.uuid4()))
                    self.assertEqual(answer.status, 400, answer.json)
                    asked += 1
        self.assertGreater(asked, 150)


if __name__ == "__main__":
    unittest.main()
