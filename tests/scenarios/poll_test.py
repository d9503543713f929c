"""Sources that are asked by HTTPS: cursor and ETag, failures of every kind, and a stop in between."""

import json
import sys
import tempfile
import threading
import unittest
import urllib.parse

import https_export
import sakura_files as files
from hub_process import Deadline, Hub, export as export_of, free_port
from https_export import Export, cut, cut_chunked, held, whole

DROPPED = {"kaigo": 'transport: drop_folder, folder: kaigo, files: "KAIGO_SODAN_*.csv"',
           "shogai": 'transport: drop_folder, folder: shogai, files: "SHOGAI_*.csv"'}
TOKEN = "a-token-of-the-export"


class Poll(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="tsunagu-ca-")
        cls.addClassCleanup(folder.cleanup)
        cls.ca = https_export.make_ca(folder.name, "ca")
        cls.other_ca = https_export.make_ca(folder.name, "other")

    def export(self, *plan, ca=None, port=0):
        ca = ca or self.ca
        return Export(self, ca.with_name(ca.stem + "-server.pem"), plan, port)

    def hub(self, port, source="kaigo", **settings):
        hub = Hub(self, [source], **settings)
        sources = hub.shared / "municipalities/sakura/sources.yaml"
        text = sources.read_text(encoding="utf-8")
        polled = (f'transport: poll, url: "https://127.0.0.1:{port}/export", every_s: 1, '
                  'addresses: ["127.0.0.1/32"], credential: kaigo-token, ca: kaigo-ca')
        self.assertIn(DROPPED[source], text)
        sources.write_text(text.replace(DROPPED[source], polled), encoding="utf-8")
        for name, content in (("kaigo-token", TOKEN + "\n"), ("kaigo-ca", self.ca.read_text())):
            (hub.root / "secrets" / name).write_text(content)
            (hub.root / "secrets" / name).chmod(0o600)
        return hub.start()

    def assert_one_applied(self, hub):
        (arrival,) = hub.settled("kaigo", 1)
        self.assertEqual((arrival["state"], arrival["rejects"]), ("applied", 0), arrival)
        self.assertGreater(arrival["added"], 0)
        return arrival

    def failures(self, hub):
        lines = [json.loads(line) for line in hub.log.splitlines() if '"poll_failed"' in line]
        return [(line["reason"], line["status"]) for line in lines]

    def test_asks_with_token_etag_and_the_order_of_what_was_applied(self):
        first = export_of("shogai")[1]
        older, newer = (first.replace(b",20260410084500,", stamp)
                        for stamp in (b",20260409084500,", b",20260411084500,"))
        export = self.export(whole(first, ETag='"one"'), whole(b"", 304), whole(older, ETag='"two"'),
                             whole(newer, ETag='"three"'))
        hub = self.hub(export.port, "shogai")
        arrivals = hub.settled("shogai", 3)
        self.assertEqual([(one["state"], one.get("reason", "")) for one in arrivals],
                         [("applied", ""), ("paused", "older"), ("applied", "")])
        asked = export.asked(len(export.requests) + 2)
        self.assertEqual((asked[0][0], asked[0][1]["Authorization"]), ("/export", "Bearer " + TOKEN))
        cursors, tags = self.told(asked)
        self.assertEqual(tags[:4], [None, '"one"', '"one"', '"two"'])
        self.assertEqual(cursors[3], "20260410084500")  # what waits for a person moves nothing
        self.assertEqual((cursors[-1], tags[-1]), ("20260411084500", '"three"'))

    def test_a_feed_ordered_by_names_is_ordered_by_what_the_answer_calls_the_file(self):
        def named(stamp):
            return whole(files.one_kaigo_row(受付番号="R" + stamp), ETag=f'"{stamp}"',
                         Content_Disposition=f'attachment; filename="KAIGO_SODAN_{stamp}.csv"')

        export = self.export(named("20260410083000"), named("20260409083001"),
                             named("20260411083002"))
        arrivals = self.hub(export.port).settled("kaigo", 3)
        self.assertEqual([(one["state"], one.get("reason", "")) for one in arrivals],
                         [("applied", ""), ("paused", "older"), ("applied", "")])
        self.assertEqual(self.told(export.asked(len(export.requests) + 2))[0][-1], "20260411083002")

    def told(self, requests):
        """Cursor and ETag of each."""
        queries = [urllib.parse.parse_qs(urllib.parse.urlsplit(path).query) for path, _ in requests]
        return ([query.get("since", [None])[0] for query in queries],
                [head.get("If-None-Match") for _, head in requests])

    def test_a_redirect_is_not_followed(self):
        export = self.export(whole(b"", 302, Location="/elsewhere"), whole(files.one_kaigo_row()))
        hub = self.hub(export.port)
        self.assert_one_applied(hub)
        self.assertEqual(self.failures(hub), [("status", 302)])
        self.assertEqual({path.split("?")[0] for path, _ in export.requests}, {"/export"})

    def test_is_asked_again_after_being_sent_away_and_after_an_error(self):
        export = self.export(whole(b"later", 429, Retry_After="2"), whole(b"broken", 500),
                             whole(b"", 503), whole(files.one_kaigo_row()))
        hub = self.hub(export.port)
        self.assert_one_applied(hub)
        self.assertEqual(self.failures(hub), [("status", 429), ("status", 500), ("status", 503)])

    def test_does_not_ask_before_the_moment_that_the_server_named(self):
        export = self.export(whole(b"", 429, Retry_After="86400"))
        other = self.export(*[whole(b"", 503)] * 3)
        patient, eager = self.hub(export.port), self.hub(other.port)
        other.asked(4)  # the control asked four times meanwhile
        self.assertEqual(len(export.requests), 1)
        self.assertEqual((patient.stop(), eager.stop()), (0, 0))

    def test_a_body_cut_short_counts_for_nothing(self):
        body = files.one_kaigo_row()
        export = self.export(cut(body, len(body) // 2), cut_chunked(body, len(body) // 2),
                             whole(body))
        hub = self.hub(export.port)
        self.assertEqual(self.assert_one_applied(hub)["bytes"], len(body))
        self.assertEqual(self.failures(hub), [("unavailable", 0)] * 2)
        self.assertEqual(self.told(export.requests[:3]), ([None] * 3, [None] * 3))

    def test_an_answer_over_the_limit_is_not_kept_and_one_at_the_limit_is(self):
        body = files.one_kaigo_row()
        export = self.export(whole(body + b" "), whole(body))
        hub = self.hub(export.port, limits=f"{{arrival_bytes: {len(body)}}}")
        self.assertEqual(self.assert_one_applied(hub)["bytes"], len(body))
        self.assertEqual(self.failures(hub), [("too_large", 0)])

    def test_a_large_answer_arrives_whole(self):
        body = files.many_kaigo_rows(6_000)
        self.assertGreater(len(body), 1024 * 1024)
        export = self.export(whole(body))
        self.assertEqual(self.assert_one_applied(self.hub(export.port))["bytes"], len(body))

    def test_a_server_that_is_down_is_asked_until_it_is_there(self):
        port = free_port()
        hub = self.hub(port)
        for _ in Deadline("two failures"):
            if len(self.failures(hub)) >= 2:
                break
        self.assertEqual(set(self.failures(hub)), {("unavailable", 0)})
        self.export(whole(files.one_kaigo_row()), port=port)
        self.assert_one_applied(hub)

    def test_a_certificate_of_another_ca_gets_no_request(self):
        export = self.export(whole(files.one_kaigo_row()), ca=self.other_ca)
        hub = self.hub(export.port)
        for _ in Deadline("two failures"):
            if len(self.failures(hub)) >= 2:
                break
        self.assertEqual(export.requests, [])
        self.assertEqual(hub.arrivals("kaigo"), [])

    def test_a_stop_in_the_middle_of_an_answer_loses_nothing(self):
        body = files.one_kaigo_row()
        reached, go_on = threading.Event(), threading.Event()
        self.addCleanup(go_on.set)
        export = self.export(held(body, len(body) // 2, reached, go_on), whole(body, ETag='"a"'))
        hub = self.hub(export.port)
        self.assertTrue(reached.wait(60))
        hub.kill()
        hub.start()
        self.assertEqual(self.assert_one_applied(hub)["bytes"], len(body))
        path, head = export.asked(2)[1]
        self.assertEqual((path, head.get("If-None-Match")), ("/export", None))

    def test_a_clean_stop_does_not_wait_for_a_silent_server(self):
        body = files.one_kaigo_row()
        reached, go_on = threading.Event(), threading.Event()
        self.addCleanup(go_on.set)
        export = self.export(held(body, len(body) // 2, reached, go_on))
        hub = self.hub(export.port)
        self.assertTrue(reached.wait(60))
        self.assertEqual(hub.stop(), 0)  # the server goes on only afterwards
        self.assertFalse(go_on.is_set())

    def test_a_stop_between_keeping_and_applying_applies_once_and_asks_for_no_byte_twice(self):
        export = self.export(whole(files.many_kaigo_rows(6_000), ETag='"big"'))
        hub = self.hub(export.port)
        for _ in Deadline("a delivery at work", pause=0.002):
            found = hub.arrivals("kaigo")
            if found and found[0]["state"] in ("received", "decoding", "staged"):
                break
            self.assertFalse(found and found[0]["state"] == "applied", "it was too quick")
        hub.kill()
        before = len(export.requests)
        hub.start()
        arrival = self.assert_one_applied(hub)
        self.assertEqual(arrival["records"],
                         arrival["added"] + arrival["changed"] + arrival["unchanged"])
        _, tags = self.told(export.asked(before + 1)[before:])
        self.assertEqual(set(tags), {'"big"'})


if __name__ == "__main__":
    sys.exit(unittest.main())
