"""One case from the tie-in to the reopening over HTTP, each step by a signed-in officer of the role that さくら市's plan
gives it to; whoever may not is refused beside him, and at the end the log names each with what he did."""

import json
import unittest

from audit_rows import audit_rows
from hub_process import Deadline, Refused
from role_cast import CONCERNS, NOBODYS, OUTSIDE, STATED
from role_meetings import Meetings
from sakura_files import PLACE

J1 = {"form": "J1", "method": "written", "givenBy": "self"}
DRAFT = {"planKind": "takikan", "wish": "家で暮らしたい", "goals": "週に一度は外に出る", "policy": "見守りから始める",
         "cycle": "P1M"}
DONE = {  # action: actors
    **dict.fromkeys(("plan.create", "plan.rewrite", "plan.role_given", "plan.decide", "plan.start", "plan.handed_back",
                     "plan.end", "sitting.copy_handed", "resource.registered", "match.opened", "match.visited",
                     "match.joined", "match.feedback"), "officer/sato"),
    **dict.fromkeys(("sitting.opened", "sitting.item", "sitting.attended", "sitting.decided"),
                    "officer/sato officer/kondo"),
    **dict.fromkeys(("referral.sent", "case.taken_up", "case.reopened"), "officer/yamada"),
    **dict.fromkeys(("webhook.answer", "case.coordinating"), "partner/sakutomo"),
    "plan.granted": "officer/kondo", "plan.monitored": "officer/ito", "consent.given": "officer/yamada officer/ito",
    "sitting.paper_made": "officer/sato officer/yamada officer/tanaka"}


class Course(Meetings):
    def test_one_case_from_the_tie_in_to_the_reopening(self):
        self.tied_in()
        self.discussed_without_consent()
        self.sent_with_consent()
        self.accepted()
        self.drafted()
        self.given_roles()
        self.agreed("create")
        self.granted()
        self.monitored()
        self.offered_a_place()
        self.closed()
        self.reopened()
        self.told_by_the_log()
        self.works_each_at_his_own()

    def tied_in(self):
        """Held, for the person was not asked."""
        (listed,) = self.read("sato", "desks/sakutomo-takikan/referrals")
        self.referral, self.case = listed["referral"], listed["case"]
        self.assertEqual((listed["state"], listed["from"]), ("held", "elim"))
        (case,) = self.read("yamada", "cases")
        self.assertEqual(case["case"], self.case)
        self.person = next(one["person"] for one in self.read("yamada", f"cases/{self.case}") if "person" in one)
        self.watch("kondo", "cases", f"cases/{self.case}", f"referrals/{self.referral}", "plans", "outreach")
        self.watch("kondo", f"persons/{self.person}/consents")
        self.refuses("GET", "desks/sakutomo-takikan/referrals", yamada=404, tanaka=404, ito=404, kondo=404, **OUTSIDE)
        for path in (f"cases/{self.case}", f"referrals/{self.referral}", f"cases/{self.case}/sheet"):
            self.refuses("GET", path, tanaka=404, ito=404, **OUTSIDE)
        packet = f"referrals/{self.referral}/packet"
        self.refuses("GET", packet, sakutomo_key=404, elim_key=404, yamada=403, sato=403, kondo=403, **NOBODYS)
        for who in ("tanaka", "ito"):
            self.assertEqual(self.read(who, "cases"), [])
        sheets = {who: self.read(who, f"cases/{self.case}/sheet") for who in ("yamada", "sato", "kondo")}
        self.assertEqual({one["code"] for one in sheets["yamada"] if one["kind"] == "concern"}, CONCERNS)
        for who, sheet in sheets.items():  # of who works on the case, the desk that holds the record reads it
            self.assertEqual(STATED in json.dumps(sheet, ensure_ascii=False), who == "yamada", who)

    def sent_with_consent(self):
        """The desk that the person spoke to writes down what he said, and sends."""
        consents, sending = f"persons/{self.person}/consents", f"referrals/{self.referral}/sending"
        self.refuses("POST", consents, J1, tanaka=404, ito=404, **OUTSIDE)
        self.refuses("POST", sending, {}, tanaka=404, ito=404, **OUTSIDE)
        self.make("yamada", sending, {}, "referral")
        self.assertEqual(self.read("yamada", f"referrals/{self.referral}")[0]["state"], "held")
        self.make("yamada", consents, J1, "consent")
        self.make("yamada", sending, {}, "referral")
        for _ in Deadline("SAKUTOMO's receipt"):
            if self.read("yamada", f"referrals/{self.referral}")[0]["state"] == "received":
                break
        self.assertEqual([one["subject"] for one in self.coordinator.told("notice")], [self.referral])

    def accepted(self):
        """SAKUTOMO's own system takes the case on, and no other one."""
        packet, answers = f"referrals/{self.referral}/packet", f"referrals/{self.referral}/answers"
        (told,) = self.read("sakutomo_key", packet)
        self.assertEqual(told["packet"]["referralId"], self.referral)
        self.refuses("GET", packet, elim_key=404, sato=403, **NOBODYS)
        everybody = dict.fromkeys(("yamada", "tanaka", "ito", "sato", "kondo"), 403)
        self.refuses("POST", answers, {"answer": "accepted"}, elim_key=404, **everybody, **NOBODYS)
        self.make("sakutomo_key", answers, {"answer": "accepted"}, "referral")
        self.assertEqual(self.state("yamada"), "coordinating")

    def drafted(self):
        """多機関協働プラン; the same key makes one, and who saw an older one changes nothing."""
        plans = f"cases/{self.case}/plans"
        strangers = {"tanaka": 404, "ito": 404, "elim_key": 404, **NOBODYS}
        self.refuses("POST", plans, DRAFT, **strangers)
        first, again = (self.who["sato"].create(f"/api/v1/{plans}", DRAFT, "draft-1") for _ in range(2))
        self.assertEqual((first.status, again.status, first.json), (201, 201, again.json))
        self.assertEqual(self.who["sato"].create(f"/api/v1/{plans}", {"planKind": "sanka"}, "draft-1").status, 422)
        (self.plan,) = [one["plan"] for one in self.read("sato", "plans") if "plan" in one]
        at = f"plans/{self.plan}"
        self.watch("kondo", at)
        tag = self.tag(at, "yamada")
        self.refuses("GET", at, **strangers)
        self.refuses("POST", f"{at}/rewriting", {"goals": "月に一度"}, tag, **strangers)
        self.step("sato", f"{at}/rewriting", {"goals": "週に二度は外に出る"})
        with self.unchanged(at):
            late = self.answer("yamada", "POST", f"{at}/rewriting", {"goals": "月に一度"}, tag)
            self.assertEqual(late.status, 412, late.json)
            self.assertEqual(self.who["sato"].ask("POST", f"/api/v1/{at}/rewriting", {"goals": "一"}).status, 428)
            self.assertEqual(self.who["sato"].ask("POST", f"/api/v1/{at}/approval", {}, If_Match=tag).status, 404)
            self.assertEqual(self.who["sato"].ask("DELETE", f"/api/v1/{at}").status, 405)

    def given_roles(self):
        """役割分担 opens the case to a contractor's officer, and to nobody else."""
        at = f"plans/{self.plan}"
        self.too_early("sato", f"{at}/agreement", {}, "役割分担", of=at)
        role = {"agency": "shakyo-jiritsu", "task": "家計の立て直し"}
        self.refuses("POST", f"{at}/roles", role, self.tag(at), tanaka=404, ito=404, elim_key=404, **NOBODYS)
        self.step("sato", f"{at}/roles", role)
        self.assertEqual([one["task"] for one in self.read("ito", at) if one["kind"] == "role"], [role["task"]])
        self.step("sato", f"{at}/roles", {"agency": "elim", "task": "介護の調整"})
        self.too_early("sato", f"{at}/agreement", {}, "重層的支援会議", of=at)
        self.refuses("GET", at, tanaka=404)

    def granted(self):
        """支援決定 is the municipality's own act, and nobody's account becomes the city's by a word."""
        at = f"plans/{self.plan}"
        self.refuses("POST", f"{at}/agreement", {}, self.tag(at), tanaka=404, elim_key=404, **NOBODYS)
        self.step("sato", f"{at}/agreement")
        self.too_early("sato", f"{at}/start", {}, "支援決定", of=at)
        document = {"document": "架空-福祉-R8-031"}
        officers = dict.fromkeys(("sato", "yamada", "tanaka", "ito"), 403)
        self.refuses("POST", f"{at}/support-decision", document, self.tag(at), **officers, **OUTSIDE)
        for name in ("sato", "ito"):
            with self.assertRaises(Refused):
                self.hub.ask("user.role", name=name, role="municipal")
        self.step("kondo", f"{at}/support-decision", document)
        self.step("sato", f"{at}/start")
        self.assertEqual(self.state("yamada"), "active")

    def monitored(self):
        """From the agencies that have a role."""
        at = f"plans/{self.plan}"
        said = {"proposal": "continue", "note": "週に一度、散歩に出ている"}
        self.refuses("POST", f"{at}/monitorings", said, self.tag(at), tanaka=404, elim_key=404, **NOBODYS)
        self.step("ito", f"{at}/monitorings", said)
        (noted,) = [one for one in self.read("sato", at) if one["kind"] == "monitoring"]
        self.assertEqual((noted["by"], noted["note"]), ("officer/ito", said["note"]))

    def offered_a_place(self):
        """参加支援, by a consent that names the place; both sides are asked how it goes."""
        record = {"record": json.dumps(PLACE, ensure_ascii=False)}
        self.refuses("POST", "resources", record, **OUTSIDE)
        place = self.make("sato", "resources", record, "resource")
        offer = {"person": self.person, "resource": place, "items": ["identity"], "checked": True}
        self.watch("sato", f"resources/{place}", "matches")
        self.too_early("sato", "matches", offer, "同意", 403)
        self.refuses("POST", "matches", offer, **OUTSIDE)
        consent = {"objects": ["sharing"], "forums": ["CONSENT"], "recipients": [f"resource/{place}"],
                   "purposes": ["participation"], "items": ["identity"], "until": "2027-03-31"}
        self.refuses("POST", f"persons/{self.person}/consents", consent, tanaka=404, **OUTSIDE)
        self.make("ito", f"persons/{self.person}/consents", consent, "consent")
        match = self.make("sato", "matches", offer, "match")
        at = f"matches/{match}"
        self.watch("sato", at)
        self.refuses("GET", at, tanaka=404)
        self.assertEqual(self.read("tanaka", "matches"), [])
        for step in ("visit", "joining"):
            self.refuses("POST", f"{at}/{step}", {}, self.tag(at), tanaka=404, **OUTSIDE)
            self.step("sato", f"{at}/{step}", {"text": "縁側でお茶を飲んだ"})
        for side in ("person", "receiver"):
            self.make("sato", f"{at}/feedback", {"side": side, "text": "また来たい"}, "match")
        self.assertEqual(self.read("sato", at)[0]["state"], "match_joined")

    def closed(self):
        """No end without a lead; the desk that referred goes on, and the case is closed."""
        at, end = f"plans/{self.plan}", {"evaluation": "週に二度外に出る", "followUp": "要。三か月後に電話する"}
        self.too_early("sato", f"{at}/end", end, "主担当", of=at)
        self.refuses("POST", f"{at}/hand-back", {}, self.tag(at), tanaka=404, elim_key=404, **NOBODYS)
        self.step("sato", f"{at}/hand-back", {"task": "見守り"})
        (lead,) = [one for one in self.read("yamada", at) if one.get("lead")]
        self.assertEqual((lead["agency"], lead["back"]), ("elim", True))
        self.too_early("sato", f"{at}/end", end, "重層的支援会議", of=at)
        self.agreed("close")
        self.refuses("POST", f"{at}/end", end, self.tag(at), tanaka=404, elim_key=404, **NOBODYS)
        self.step("sato", f"{at}/end", end)
        self.assertEqual(self.state("yamada"), "closed")
        self.too_early("sato", f"{at}/roles", {"agency": "nikon"}, "終結しています", of=at)
        self.too_early("sato", f"cases/{self.case}/plans", DRAFT, "終結しています")

    def reopened(self):
        """At once, by the desk that goes on; the plan that ended stays ended."""
        case = f"cases/{self.case}"
        reason = {"reason": "state_changed"}
        tag = self.tag(case)
        self.refuses("POST", f"{case}/reopening", reason, tag, tanaka=404, **OUTSIDE)
        self.too_early("yamada", f"{case}/reopening", {"reason": "bored"}, "contact_again", 400, of=case)
        self.step("yamada", f"{case}/reopening", reason, of=case)
        self.assertEqual(self.state("kondo"), "screening")
        with self.unchanged(case):
            self.assertEqual(self.answer("sato", "POST", f"{case}/reopening", reason, tag).status, 412)
        self.too_early("sato", f"{case}/reopening", reason, "終結していません", of=case)
        self.assertEqual(self.read("sato", f"plans/{self.plan}")[0]["state"], "closed")
        self.make("sato", f"{case}/plans", {**DRAFT, "planKind": "sanka"}, "plan")

    def told_by_the_log(self):
        """Each act by whose it is and by nobody else; who has no part did nothing but sign in and be refused."""
        rows = audit_rows(self.hub)
        for action, actors in DONE.items():
            self.assertEqual({row["actor"] for row in rows if row["action"] == action}, set(actors.split()), action)
        for name, did in {"tanaka": {"sitting.paper", "sitting.paper_made"}, "kanri": set(), "kansa": set(),
                          "elim": set()}.items():
            actions = {row["action"] for row in rows if row["actor"].split("/")[-1] == name}
            self.assertIn("request.refused", actions, name)
            rest = {one for one in actions if not one.startswith("account.")} - {"request.refused"}
            self.assertEqual(rest, did, name)
        self.assertFalse([row for row in rows if "guest" in row["actor"]])
        self.assertNotIn(STATED, json.dumps(rows, ensure_ascii=False))
        self.assertEqual(self.hub.command("audit", "verify").returncode, 0)

    def works_each_at_his_own(self):
        """The control: they were refused what is not theirs, not everything."""
        self.read("kansa", "looks?month=2026-04")
        self.read("kanri", "sources")
        self.assertEqual([one for one in self.read("elim_key", "plans") if "plan" in one], [])
        followed = self.read("sakutomo_key", f"followed-cases/{self.case}")
        self.assertIn(self.plan, [one.get("plan") for one in followed])


if __name__ == "__main__":
    unittest.main()
