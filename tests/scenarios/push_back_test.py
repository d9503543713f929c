"""An answer comes back into the desk's own system: a file in its drop-back folder, in its own form."""

import base64
import hashlib
import hmac
import http.client
import json
import sys
import time
import unittest

import sakura_files as files
from hub_process import CLOCK_EPOCH, REGISTER, Deadline, Hub, export

PARTNER = "sakutomo"


def shogai_bytes():
    """The walkthrough's first consultation, handed to SAKUTOMO with its consent."""
    rows = export("shogai")[1].decode("cp932")
    head, tail = rows.split(",急ぐ,1,20260403,J1,\n", 1)
    return (head + ",急ぐ,1,20260403,J1," + PARTNER + "\n" + tail).encode("cp932")


def kodomo_bytes():
    """A consented consultation without a 法定区分, handed to SAKUTOMO."""
    for line in export("kodomo")[1].decode().splitlines():
        entry = json.loads(line)
        if entry.get("consent", {}).get("status") == "given" and not entry.get("legalCategory"):
            return (json.dumps({**entry, "referTo": PARTNER}, ensure_ascii=False) + "\n").encode(), entry["receiptNo"]
    raise AssertionError("the walkthrough has no consented consultation")


class PushBack(unittest.TestCase):
    def hub_with(self, source, folder, content, name, prepare=lambda hub: None):
        self.hub = Hub(self, [source])
        prepare(self.hub)
        self.hub.start()
        name_of_register, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name_of_register)
        arrival = self.hub.bring(folder, source, content, name)
        self.assertEqual(arrival["state"], "applied")
        for _ in Deadline(f"a referral that went\n{self.hub.log[-1500:]}"):
            sent = [one for one in self.hub.ask("referral.list") if one["state"] == "sent"]
            if sent:
                return sent[0]

    def post(self, body):
        at = str(int(CLOCK_EPOCH + time.monotonic() - self.hub.began))
        secret = base64.b64decode(self.hub.secrets[f"{PARTNER}-webhook-in"].split("_", 1)[1])
        signature = hmac.new(secret, f"evt-1.{at}.".encode() + body, hashlib.sha256).digest()
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=30)
        try:
            connection.request("POST", f"/webhooks/{PARTNER}/answers", body, {
                "Content-Type": "application/json", "webhook-id": "evt-1", "webhook-timestamp": at,
                "webhook-signature": "v1," + base64.b64encode(signature).decode()})
            return connection.getresponse().status
        finally:
            connection.close()

    def accept(self, referral):
        body = json.dumps({
            "specversion": "1.0", "id": "evt-1", "source": "urn:sakutomo", "type": "tsunagu.referral.accepted",
            "subject": referral["referral"], "time": "2026-04-10T00:31:00Z",
            "data": {"referralId": referral["referral"], "at": "2026-04-10T00:31:00Z", "agency": "SAKUTOMO"},
        }).encode()
        self.assertEqual(self.post(body), 202)

    def written(self, folder):
        """The one file that came back."""
        for _ in Deadline(f"the answer in the desk's folder\n{self.hub.log[-1500:]}"):
            found = [one for one in (self.hub.data / "back" / folder).glob("*_kaito.*") if one.is_file()]
            if found:
                self.assertEqual(len(found), 1)
                return found[0]

    def test_of_kaigo_in_cp932(self):
        referral = self.hub_with("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260410083000.csv")
        self.assertFalse((self.hub.data / "back").exists(), "nothing is written before the answer")
        self.accept(referral)
        header, row = self.written("kaigo").read_bytes().decode("cp932").splitlines()
        self.assertTrue(header.startswith('"受付番号","回答日","回答区分"'))
        self.assertTrue(row.startswith('"R08-00031","2026-04-10","受諾","SAKUTOMO"'), row)

    def test_without_the_operators_grant_nothing_is_written(self):
        def take_the_grant(hub):
            sources = hub.shared / "municipalities/sakura/sources.yaml"
            sources.write_text(sources.read_text(encoding="utf-8").replace("may_push: [referral_accepted, ",
                                                                           "may_push: ["), encoding="utf-8")

        referral = self.hub_with("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260410083000.csv",
                                 take_the_grant)
        self.accept(referral)
        for _ in Deadline("the refusal"):
            if "may not push referral_accepted: grant it with may_push" in self.hub.log:
                break
        self.assertFalse((self.hub.data / "back").exists())
        shown = {one["message"]: one["granted"] for one in self.hub.ask("source.show", source="kaigo")
                 if one["kind"] == "push"}
        self.assertEqual((shown["referral_accepted"], shown["case_closed"]), ("not_granted", "granted"))
        checked = self.hub.command("config", "check")
        self.assertEqual(checked.returncode, 0, "a wish is no mistake")
        self.assertRegex(checked.stdout, r'note: .*sources.yaml:\d+:\d+: .*could push "referral_accepted"')

    def test_of_shogai_as_a_record_type_file(self):
        referral = self.hub_with("shogai", "shogai", shogai_bytes(), "SHOGAI_20260410084500.csv")
        self.accept(referral)
        control, answer, trailer = self.written("shogai").read_bytes().decode("cp932").splitlines()
        self.assertEqual((control, trailer), ("1,092148,20260410000000,3", "3,1"))
        self.assertTrue(answer.startswith('2,A,"S08-0101",20260410,1,"SAKUTOMO",'), answer)

    def test_of_kodomo_as_a_json_line(self):
        content, receipt = kodomo_bytes()
        referral = self.hub_with("kodomo", "kodomo", content, "KODOMO_20260410090000.jsonl")
        self.accept(referral)
        answer = json.loads(self.written("kodomo").read_text(encoding="utf-8"))
        self.assertEqual((answer["receiptNo"], answer["answer"], answer["agency"]), (receipt, "accepted", "SAKUTOMO"))


if __name__ == "__main__":
    sys.exit(unittest.main())
