"""One case from its acceptance to its reopening over HTTP alone (R-53 to R-61), each step by who does it in さくら市's plan,
and tried before by one who may not: the coordinator's own system, the coordinator, the desk that referred, a member of the
meeting, the city's officer who decides, an auditor. What was refused changed nothing."""

import time
import unittest

from api_test import System
from api_work_test import TODAY, Work
from audit_rows import audit_rows
from hub_process import CLOCK_EPOCH

DAY = 86_400


def day(number):
    return time.strftime("%Y-%m-%d", time.gmtime(CLOCK_EPOCH + 9 * 3600 + number * DAY))


class Course(Work):
    def setUp(self):
        super().setUp()
        self.yamada, self.tanaka = self.user("yamada"), self.user("tanaka")
        self.kondo, self.kansa = self.user("kondo", "municipal"), self.user("kansa", "auditor")
        self.system = System(self, self.hub, "sakutomo")
        self.referral = self.hub.ask("referral.list")[0]["referral"]

    def state(self, of):
        return self.read(self.kondo, f"cases/{self.case}")[0]["state"] if of == "case" else self.read(
            self.kondo, f"plans/{of}")[0]["state"]

    def refused(self, status, *whose, path, body):
        """Nobody of them may, however well he says it. What the last of them is told."""
        for who in whose:
            with self.subTest(who=who.name, path=path):
                answer = who.ask("POST", "/api/v1/" + path, body, If_Match=self.tag(path),
                                 Idempotency_Key=f"{who.name} {path}")
                self.assertEqual(answer.status, status, answer.json)
        return answer.json["detail"]

    def tag(self, path):
        """Of the plan or case that the path changes."""
        thing, *rest = path.split("/")
        if thing not in ("plans", "cases"):
            return '"1"'
        return self.kondo.ask("GET", f"/api/v1/{thing}/{rest[0]}").headers["ETag"]

    def step(self, who, path, body):
        answer = who.ask("POST", "/api/v1/" + path, body, If_Match=self.tag(path))
        self.assertEqual(answer.status, 200, answer.json)
        return answer.json["items"]

    def meet(self, timing, plan):
        """The 重層的支援会議 sits on the plan, and decides."""
        sitting = self.make(self.sato, "sittings", {"body": "juso-kaigi", "on": TODAY})[0]["sitting"]
        agenda = self.make(self.sato, f"sittings/{sitting}/items",
                           {"case": self.case, "function": "J-KAIGI"})[0]["agenda"]
        for party in ("nikon", "elim", "kikan-soudan"):
            seat = self.make(self.sato, f"sittings/{sitting}/seats", {"party": party, "secrecy": "law"})[0]["seat"]
            self.make(self.sato, f"seats/{seat}/attendance", {})
        self.make(self.sato, f"agenda-items/{agenda}/decision", {"timing": timing, "plan": plan})
        return sitting

    def test_goes_from_an_acceptance_to_a_reopening(self):
        about, answers = f"cases/{self.case}", f"referrals/{self.referral}/answers"
        self.refused(403, self.sato, self.kansa, path=answers, body={"answer": "accepted", "agency": "sakutomo"})
        self.assertEqual(self.state("case"), "received")
        self.make(self.system, answers, {"answer": "accepted", "agency": "sakutomo"})
        self.assertEqual(self.state("case"), "coordinating")

        draft = {"planKind": "takikan", "goals": "家族で暮らし続ける", "support": "訪問", "cycle": "P1M"}
        self.refused(404, self.tanaka, path=about + "/plans", body=draft)
        self.refused(403, self.kansa, path=about + "/plans", body=draft)
        plan = self.make(self.sato, about + "/plans", draft)[0]["plan"]
        at = f"plans/{plan}/"
        self.step(self.sato, at + "roles", {"agency": "elim", "task": "訪問"})
        told = self.refused(409, self.sato, self.yamada, path=at + "agreement", body={})
        self.assertIn("プラン策定には重層的支援会議での合議が必要です", told, "R-53")
        self.assertEqual(self.state(plan), "draft")

        self.refused(403, self.yamada, self.tanaka, path="sittings", body={"body": "juso-kaigi", "on": TODAY})
        sitting = self.meet("create", plan)
        self.assertEqual(self.tanaka.ask("GET", f"/api/v1/sittings/{sitting}/paper").status, 200)
        self.assertEqual(self.kansa.ask("GET", f"/api/v1/sittings/{sitting}/paper").status, 403)
        self.step(self.sato, at + "agreement", {})
        decided = {"document": "さ福第12号", "on": TODAY}
        self.refused(403, self.sato, self.yamada, self.kansa, path=at + "support-decision", body=decided)
        self.step(self.kondo, at + "support-decision", decided)
        self.step(self.sato, at + "start", {})
        self.assertEqual((self.state(plan), self.state("case")), ("active", "active"), "R-57")

        seen = {"proposal": "close", "on": TODAY, "next": day(30), "note": "落ち着いた"}
        self.refused(404, self.tanaka, path=at + "monitorings", body=seen)
        self.step(self.yamada, at + "monitorings", seen)
        self.meet("close", plan)
        ended = {"evaluation": "家族で通えるようになった", "followUp": "要。月に一度、電話で"}
        self.assertIn("主担当", self.refused(409, self.sato, path=at + "end", body=ended), "R-59")
        self.assertEqual(self.state(plan), "active")
        self.refused(404, self.tanaka, path=at + "hand-back", body={})
        self.step(self.sato, at + "hand-back", {"task": "見守り"})
        self.step(self.sato, at + "end", ended)
        self.assertEqual((self.state(plan), self.state("case")), ("closed", "closed"))

        again = {"reason": "contact_again"}
        self.refused(404, self.tanaka, path=about + "/reopening", body=again)
        self.refused(403, self.kansa, path=about + "/reopening", body=again)
        self.step(self.kondo, about + "/reopening", again)
        self.assertEqual(self.state("case"), "screening", "R-61: looked at anew at once")

        self.assertEqual(self.who_did("plan."), {"officer/sato", "officer/yamada", "officer/kondo"})
        self.assertEqual(self.who_did("case.reopened"), {"officer/kondo"})

    def who_did(self, begins):
        """Of the rows of the log whose action begins so, which are of something done and not of a look: their actors."""
        return {row["actor"] for row in audit_rows(self.hub)
                if row["action"].startswith(begins) and row["decision"] == "none" and "looked" not in row["action"]}


if __name__ == "__main__":
    unittest.main()
