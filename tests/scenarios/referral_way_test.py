"""The way of a referral through a running hub: from a file's address to its desk, from a partner's
sheet to the coordinator, and every answer back to whoever asked."""

import json
import sys
import unittest

import sakura_files as files
from hub_process import REGISTER, SOURCE, Deadline, Hub, Refused, export
from partner import Partner

SHEET = json.loads((SOURCE / "sdk/schema/examples/referral_request.json").read_text("utf-8"))
J1 = {"status": "given", "scopeForm": "J1", "givenAt": "2026-04-09"}


class ReferralWay(unittest.TestCase):
    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.nikon = Partner(self, "nikon")
        self.elim = Partner(self, "elim")
        partners = (self.coordinator, self.nikon, self.elim)
        lines = "".join(f"\n  - {one.endpoint}" for one in partners)
        self.hub = Hub(self, ["kaigo"], endpoints=lines)
        for one in partners:
            one.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)

    # -- what happens ----------------------------------------------------------------------------

    def refer_row(self, count=1, **cells):
        """One row of the kaigo export whose person agreed to form J1; its referral."""
        cells = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1", "宛名番号": f"000990{count:04}",
                 "被保険者番号": f"00009{count:05}", "受付番号": f"R08-9{count:04}", **cells}
        done = self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(**cells),
                              f"KAIGO_SODAN_202604{10 + count}083000.csv", count)
        self.assertEqual((done["state"], done["rejects"]), ("applied", 0))
        return self.hub.ask("referral.list")[0]

    def state(self, referral, wanted):
        for _ in Deadline(f"referral {wanted}\n{self.hub.log[-2000:]}"):
            lines = self.hub.ask("referral.show", referral=referral)
            if lines[0]["state"] == wanted:
                return lines

    def bring_sheet(self, **data):
        event = {**SHEET, "data": {**SHEET["data"], "consent": J1, **data}}
        self.assertEqual(self.elim.post("referrals", "sheet-1", event), 202)
        for _ in Deadline("the referral of the sheet"):
            found = self.hub.ask("referral.list")
            if found:
                return found[0]

    def pushed(self, count):
        """What the desk's own system was given back, as text."""
        folder = self.hub.data / "back/kaigo"
        for _ in Deadline(f"{count} files for the desk\n{self.hub.log[-2000:]}"):
            found = sorted(folder.glob("*")) if folder.exists() else []
            if len(found) >= count:
                return [one.read_bytes().decode("cp932") for one in found]

    # -- from a file -----------------------------------------------------------------------------

    def test_an_address_in_a_file_leads_to_its_desk(self):
        kitsuregawa = self.refer_row(1, 住所="栃木県さくら市喜連川4420番地1", つなぎ先機関コード="kaigo")
        self.assertEqual(kitsuregawa["to"], "nikon-houkatsu")
        ujiie = self.refer_row(2, 住所="さくら市狭間田１－２", つなぎ先機関コード="kaigo")
        self.assertEqual(ujiie["to"], "elim-houkatsu")
        (notice,) = self.nikon.told("notice")
        self.assertEqual(notice["subject"], kitsuregawa["referral"])
        status, packet = self.nikon.pull(notice)
        self.assertEqual(status, 200)
        self.assertIn("喜連川4420番地1", packet)
        self.assertEqual(self.elim.told("notice")[0]["subject"], ujiie["referral"])
        self.assertEqual(self.elim.pull(notice)[0], 404, "another desk's packet")

    def test_an_address_without_area_waits_for_the_officers_choice(self):
        waiting = self.refer_row(住所="さくら市桜ケ丘1-1-1", つなぎ先機関コード="kaigo")
        self.assertEqual((waiting["state"], "to" in waiting), ("held", False))
        self.assertEqual(waiting["candidates"], ["elim-houkatsu", "nikon-houkatsu"])
        self.assertIn("地域包括支援センター而今", "".join(waiting["candidateNames"]))
        self.assertEqual([one["code"] for one in self.hub.ask("signal.list")], ["choose_recipient"])
        with self.assertRaises(Refused):
            self.hub.ask("referral.send", referral=waiting["referral"], to="nobody")
        self.hub.ask("referral.send", referral=waiting["referral"], to="nikon-houkatsu")
        self.assertEqual(self.nikon.told("notice")[0]["subject"], waiting["referral"])
        self.assertEqual(self.hub.ask("signal.list"), [])

    def test_every_answer_goes_back_into_the_desks_own_system(self):
        first = self.refer_row(1, つなぎ先機関コード="SAKUTOMO")["referral"]
        self.coordinator.told("notice")
        self.assertEqual(self.coordinator.answer(first, "accepted", agency="SAKUTOMO"), 202)
        self.state(first, "accepted")
        self.assertEqual(
            self.coordinator.answer(first, "lead_named", lead={"agency": "エリム"}), 202)
        self.state(first, "lead_named")
        self.assertEqual(self.coordinator.answer(first, "closed", outcome="終結"), 202)
        self.state(first, "completed")
        second = self.refer_row(2, つなぎ先機関コード="SAKUTOMO")["referral"]
        self.coordinator.told("notice", 2)
        self.coordinator.answer(second, "returned", reason="まず窓口で続けてください")
        self.state(second, "returned")
        told = self.pushed(4)
        self.assertEqual(len(told), 4)
        self.assertTrue(any("まず窓口で続けてください" in one for one in told))
        self.assertTrue(any("エリム" in one for one in told))

    # -- from a partner's sheet ------------------------------------------------------------------

    def test_a_partners_sheet_reaches_the_coordinator_and_its_answers_come_back(self):
        sent = self.bring_sheet()
        self.assertEqual((sent["from"], sent["to"]), ("elim-houkatsu", "sakutomo-takikan"))
        (notice,) = self.coordinator.told("notice")
        status, packet = self.coordinator.pull(notice)
        self.assertEqual(status, 200)
        self.assertIn("家で暮らしたい", packet)
        self.assertNotIn("髙橋 花子", packet, "who called is nobody of the case")
        for kind, data in (("accepted", {}), ("lead_named", {"lead": {"agency": "エリム"}}),
                           ("closed", {})):
            self.assertEqual(self.coordinator.answer(sent["referral"], kind, **data), 202)
            self.elim.told(kind)
        self.state(sent["referral"], "completed")
        self.assertEqual(self.coordinator.pull(notice)[0], 404, "what ended tells no more")
        self.assertEqual(self.elim.refused + self.coordinator.refused, [])

    def test_a_sheet_that_is_returned_can_be_sent_again(self):
        sent = self.bring_sheet()["referral"]
        self.coordinator.told("notice")
        self.coordinator.answer(sent, "returned", reason="まず窓口で続けてください")
        (back,) = self.elim.told("returned")
        self.assertEqual(back["data"]["reason"], "まず窓口で続けてください")
        self.hub.ask("referral.send", referral=sent, to="nikon-houkatsu")
        self.assertEqual(self.nikon.told("notice")[0]["subject"], sent)

    def test_a_sheet_with_a_consent_that_reaches_nobody_is_held(self):
        sent = self.bring_sheet(consent=SHEET["data"]["consent"])
        self.assertEqual(sent["state"], "held")
        self.assertEqual({one["code"] for one in self.hub.ask("signal.list")},
                         {"ask_consent", "convene_shien_kaigi"})
        self.assertEqual(self.coordinator.events, [])


if __name__ == "__main__":
    sys.exit(unittest.main())
