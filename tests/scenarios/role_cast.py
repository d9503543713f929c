"""Whoever has a part in one case of さくら市, each signed in as what he is; and how it is seen that somebody may not:
the status of his refusal, its row in the log, and a case that is as it was."""

import collections
import contextlib
import types

import api_test
import sakura_files as files
from audit_rows import audit_rows
from hub_process import REGISTER, Hub, export
from partner import Partner
from referred import NOT_ASKED

OFFICERS = ("\n  - {user: yamada, desk: elim-houkatsu}"
            "\n  - {user: tanaka, desk: nikon-houkatsu}"
            "\n  - {user: ito, desk: shakyo-jiritsu}"
            "\n  - {user: sato, desk: sakutomo-takikan}"
            "\n  - {user: kondo, desk: kikan-soudan, decides: true}")
ROLES = {"yamada": "desk",  # of the desk that refers (委託)
         "tanaka": "desk",  # of a desk that is asked to a meeting and has no part besides
         "ito": "desk",  # of a contractor to whom the plan gives a role
         "sato": "coordinator",  # 多機関協働: a contractor, who convenes the 重層的支援会議
         "kondo": "municipal",  # the city's own staff: convenes the 支援会議, decides on support
         "kanri": "operator", "kansa": "auditor"}
NOBODYS = {"kanri": 403, "kansa": 403, "guest": 401}  # who has no part in any step of a case
OUTSIDE = {**NOBODYS, "sakutomo_key": 403, "elim_key": 403}  # beside them the systems, where the table names none
STATED, CONCERNS = "腰が痛く、買い物と風呂がつらい", {"CARE", "POVERTY"}  # as the desk wrote it down


class Cast(api_test.ApiTest):
    """A referral of the desk エリム to SAKUTOMO, held until the person was asked."""

    def setUp(self):
        self.coordinator = Partner(self, "sakutomo")
        self.hub = Hub(self, ["kaigo"], officers=OFFICERS, endpoints=f"\n  - {self.coordinator.endpoint}")
        self.coordinator.hub = self.hub
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **NOT_ASKED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv")
        self.who = {name: self.user(name, role) for name, role in ROLES.items()}
        self.who |= {f"{code}_key": api_test.System(self, self.hub, code) for code in ("sakutomo", "elim")}
        self.who["guest"] = api_test.Client(self, self.hub, "guest", made={"key": "", "password": ""})
        self.watched, self.known = [], None

    def fits(self, method, path, answer):
        """The person of a paper or a sheet says more than the description's `person`, which is of cases and searches."""
        if answer.status == 200 and path.endswith(("/paper", "/sheet")):
            items = [one for one in answer.json["items"] if one["kind"] != "person"]
            answer = types.SimpleNamespace(status=200, headers=answer.headers, json={**answer.json, "items": items})
        super().fits(method, path, answer)

    # -- what may be done --------------------------------------------------------------------------

    def answer(self, who, method, path, body=None, tag=None):
        if method == "GET":
            return self.who[who].ask("GET", f"/api/v1/{path}")
        if tag:
            return self.who[who].ask("POST", f"/api/v1/{path}", body, If_Match=tag)
        return self.who[who].create(f"/api/v1/{path}", body)

    def read(self, who, path):
        answer = self.answer(who, "GET", path)
        self.assertEqual(answer.status, 200, (who, path, answer.json))
        return answer.json["items"]

    def tag(self, path, who="kondo"):
        return self.who[who].ask("GET", f"/api/v1/{path}").headers["ETag"]

    def make(self, who, path, body, kind):
        """The id of what was made."""
        self.known = None
        answer = self.answer(who, "POST", path, body)
        self.assertEqual(answer.status, 201, (who, path, answer.json))
        return next((one[kind] for one in answer.json["items"] if kind in one), None)

    def step(self, who, path, body=None, of=None):
        """A change of `of`, a plan unless said otherwise, as its reader saw it last."""
        self.known = None
        answer = self.answer(who, "POST", path, body or {}, self.tag(of or "/".join(path.split("/")[:2])))
        self.assertEqual(answer.status, 200, (who, path, answer.json))

    def state(self, who):
        return self.read(who, f"cases/{self.case}")[0]["state"]

    # -- what may not ------------------------------------------------------------------------------

    def watch(self, who, *paths):
        """Of what is read before and after each refusal, by somebody who may."""
        self.watched += [(who, path) for path in paths]
        self.known = None

    def everything(self):
        """But how far messages to partners are, which go out by themselves."""
        return {path: [one for one in self.read(who, path) if one["kind"] not in ("order", "attempt")]
                for who, path in self.watched}

    @contextlib.contextmanager
    def unchanged(self, step):
        before = self.known or self.everything()
        yield
        self.known = self.everything()
        self.assertEqual(self.known, before, f"{step} was refused and left something behind")

    def refusals(self):
        """How often each, by his name, was refused so far as the log knows."""
        rows = audit_rows(self.hub, action="request.refused")
        return collections.Counter(row["actor"].split("/")[-1] for row in rows)

    def refuses(self, method, path, body=None, tag=None, **expected):
        """Each of them, with his status; of whom has a name the log tells it."""
        before = self.refusals()
        with self.unchanged(path):
            for who, status in expected.items():
                answer = self.answer(who, method, path, body, tag)
                self.assertEqual(answer.status, status, (who, path, answer.json))
        named = [who.removesuffix("_key") for who in expected if who != "guest"]
        self.assertEqual(self.refusals() - before, collections.Counter(named), path)

    def too_early(self, who, path, body, words, status=409, of=None):
        """Who may is told why not yet."""
        tag = self.tag(of) if of else None
        with self.unchanged(path):
            answer = self.answer(who, "POST", path, body, tag)
            self.assertEqual(answer.status, status, (who, path, answer.json))
            self.assertIn(words, answer.json["detail"])
