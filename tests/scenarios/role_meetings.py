"""The two meetings of さくら市's plan as their officers keep them over HTTP: the city's 支援会議 about who was not asked, and
the 重層的支援会議 that the coordinator convenes on a plan. Who keeps neither is refused at each step."""

import json

from hub_process import TODAY
from role_cast import CONCERNS, OUTSIDE, STATED, Cast


class Meetings(Cast):
    """About `case`, and `plan` once there is one."""

    def seat(self, who, sitting, **of):
        return self.make(who, f"sittings/{sitting}/seats", of, "seat")

    def discussed_without_consent(self):
        """The city's 支援会議: who sits there reads what the person did not agree to, and a line of support is decided."""
        body = {"body": "shien-kaigi", "on": TODAY}
        self.refuses("POST", "sittings", body, yamada=403, tanaka=403, ito=403, sato=403, **OUTSIDE)
        sitting = self.make("kondo", "sittings", body, "sitting")
        self.watch("kondo", "sittings", f"sittings/{sitting}")
        self.assertEqual(self.read("kondo", f"sittings/{sitting}")[0]["chairName"], "福祉課")
        item = {"case": self.case, "function": "SHIEN-KAIGI"}
        self.refuses("POST", f"sittings/{sitting}/items", item, sato=404, yamada=403, tanaka=403, ito=403, **OUTSIDE)
        agenda = self.make("kondo", f"sittings/{sitting}/items", item, "agenda")
        paper = f"sittings/{sitting}/paper"
        self.refuses("GET", paper, sato=404, yamada=404, tanaka=404, ito=404, **OUTSIDE)
        unbound = self.seat("kondo", sitting, party="elim")
        self.too_early("kondo", f"seats/{unbound}/attendance", {}, "守秘義務")
        self.make("kondo", f"seats/{unbound}/leaving", {}, "seat")
        decision = f"agenda-items/{agenda}/decision"
        line = {"timing": "share", "policy": "SAKUTOMOが訪問を続ける"}
        self.too_early("kondo", decision, line, "出席")
        seats = [self.seat("kondo", sitting, party=party, secrecy="law") for party in ("fukushi", "sakutomo", "elim")]
        self.refuses("POST", f"seats/{seats[0]}/attendance", {}, sato=404, yamada=403, **OUTSIDE)
        for seat in seats:
            self.make("kondo", f"seats/{seat}/attendance", {}, "seat")
        for who in ("sato", "yamada"):
            self.assertIn(STATED, json.dumps(self.read(who, paper), ensure_ascii=False))
        self.refuses("GET", paper, tanaka=404, ito=404, **OUTSIDE)
        self.refuses("POST", decision, line, sato=404, yamada=403, tanaka=403, **OUTSIDE)
        self.make("kondo", decision, line, "decision")
        (decided,) = [one for one in self.read("kondo", f"sittings/{sitting}") if one["kind"] == "decision"]
        self.assertEqual((decided["policy"], "plan" in decided), (line["policy"], False))

    def agreed(self, timing):
        """The contractor convenes; those who attend decide; a member reads while he sits there."""
        body = {"body": "juso-kaigi", "on": TODAY}
        self.refuses("POST", "sittings", body, kondo=403, yamada=403, tanaka=403, ito=403, **OUTSIDE)
        sitting = self.make("sato", "sittings", body, "sitting")
        self.watch("sato", f"sittings/{sitting}")
        item = {"case": self.case, "function": "J-KAIGI", "decided": True}
        self.refuses("POST", f"sittings/{sitting}/items", item, kondo=404, yamada=403, tanaka=403, **OUTSIDE)
        agenda = self.make("sato", f"sittings/{sitting}/items", item, "agenda")
        seats = [self.seat("sato", sitting, party=party, secrecy="law") for party in ("fukushi", "sakutomo", "elim")]
        self.sits_and_leaves(sitting)
        self.guest_reads_paper(sitting)
        decision, wish = f"agenda-items/{agenda}/decision", {"timing": timing, "plan": self.plan}
        self.too_early("sato", decision, wish, "出席")
        for seat in seats:
            self.make("sato", f"seats/{seat}/attendance", {}, "seat")
        self.refuses("POST", decision, wish, kondo=404, yamada=403, tanaka=403, ito=403, **OUTSIDE)
        self.make("sato", decision, wish, "decision")

    def sits_and_leaves(self, sitting):
        """Another desk, asked for this case: its officer reads his paper alone, and only from seat to leaving."""
        paper = f"sittings/{sitting}/paper"
        self.refuses("GET", paper, tanaka=404)
        seat = self.seat("sato", sitting, party="nikon", secrecy="law")
        told = self.read("tanaka", paper)
        (packet,) = [one["packet"] for one in told if one["kind"] == "packet"]
        self.assertIn(STATED, json.dumps(packet, ensure_ascii=False))
        self.assertEqual({one["fields"]["code"] for one in packet["records"] if one["kind"] == "concern"}, CONCERNS)
        self.refuses("GET", f"sittings/{sitting}", tanaka=403, yamada=403, kondo=404)
        self.refuses("GET", f"plans/{self.plan}", tanaka=404)
        self.refuses("POST", f"seats/{seat}/leaving", {}, tanaka=403, kondo=404)
        self.make("sato", f"seats/{seat}/leaving", {}, "seat")
        self.refuses("GET", paper, tanaka=404)

    def guest_reads_paper(self, sitting):
        """Whom the chair asks besides signs a pledge, and gets a numbered copy in his hand."""
        guest = {"name": "民生委員 架空 花子", "recipientKind": "private", "secrecy": "pledge"}
        seats = f"sittings/{sitting}/seats"
        self.too_early("sato", seats, guest, "招いた", 400)
        self.too_early("sato", seats, {**guest, "invited": True}, "番号", 400)
        seat = self.seat("sato", sitting, **guest, invited=True, document="架空-誓約-1")
        paper = self.answer("sato", "POST", f"seats/{seat}/paper", {})
        self.assertEqual(paper.status, 200, paper.json)
        self.assertNotIn(STATED, json.dumps(paper.json, ensure_ascii=False), "the consent reaches no guest")
        self.refuses("POST", f"seats/{seat}/paper", {}, tanaka=403, kondo=404, guest=401)
        self.refuses("POST", f"seats/{seat}/copies", {"reader": "民生委員 架空 花子"}, tanaka=403, kondo=404, guest=401)
        self.make("sato", f"seats/{seat}/copies", {"reader": "民生委員 架空 花子"}, "number")
        self.refuses("GET", f"sittings/{sitting}/paper", guest=401)
