"""The API over HTTP, with real users: who may what, each answer by its description, and what two who change
one plan come to."""

import contextlib
import http.client
import json
import time
import unittest
import uuid

import jsonschema
import sakura_files as files
from audit_rows import audit_rows
from hub_process import CLOCK_EPOCH, REGISTER, SOURCE, PATIENCE, Hub, export
from one_time_code import STEP, code_of

DOCUMENT = json.loads((SOURCE / "hub/api/openapi.json").read_text(encoding="utf-8"))
OFFICERS = ("\n  - {user: sato, desk: sakutomo-takikan, decides: true}"
            "\n  - {user: suzuki, desk: sakutomo-takikan}"
            "\n  - {user: tanaka, desk: nikon-houkatsu}"
            "\n  - {user: yamada, desk: elim-houkatsu}"
            "\n  - {user: kondo, desk: kikan-soudan, decides: true}")


class Client:
    """Somebody at a browser: keeps his cookie and his token."""

    def __init__(self, test, hub, name, role=None, made=None):
        self.test, self.hub, self.name = test, hub, name
        self.cookie = self.token = None
        made = made or hub.ask("user.add", name=name, role=role)[0]
        self.key, self.password = made["key"], made["password"]

    def code(self, around):
        """Of the step before (-1), of now (0), of the next (1): each counts once, in this order."""
        now = int(CLOCK_EPOCH + time.monotonic() - self.hub.began) // STEP
        return code_of(self.key, now + around)

    def raw(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            head = {"Content-Type": "application/json"} if body is not None else {}
            connection.request(method, path, body, {**head, **(headers or {})})
            answer = connection.getresponse()
            text = answer.read()
            answer.json = json.loads(text) if text else None
            return answer

    def ask(self, method, path, body=None, **headers):
        said = {key.replace("_", "-"): value for key, value in headers.items()}
        if self.cookie:
            said.setdefault("Cookie", "__Host-tsunagu=" + self.cookie)
            if method != "GET":
                said.setdefault("X-Change-Token", self.token)
        answer = self.raw(method, path, None if body is None else json.dumps(body), said)
        self.test.fits(method, path, answer)
        return answer

    def create(self, path, body, key=None):
        return self.ask("POST", path, body, Idempotency_Key=key or str(uuid.uuid4()))

    def attempt(self, code, password=None):
        return self.ask("POST", "/api/v1/session",
                        {"name": self.name, "password": password or self.password, "code": code})

    def sign_in(self, around):
        answer = self.attempt(self.code(around))
        self.test.assertEqual(answer.status, 201, answer.json)
        cookie = answer.headers["Set-Cookie"]
        for word in ("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"):
            self.test.assertIn(word, cookie)
        self.test.assertNotIn("Domain", cookie)
        self.cookie = cookie.split(";")[0].split("=")[1]
        self.token = answer.json["changeToken"]
        return self

    def settle(self):
        """The first sign-in, another password, and in again."""
        self.sign_in(-1)
        wanted = "correct horse battery"
        answer = self.ask("PUT", "/api/v1/session/password",
                          {"password": self.password, "code": self.code(0), "wanted": wanted})
        self.test.assertEqual(answer.status, 204, answer.json)
        self.password = wanted
        return self.sign_in(1)


class System(Client):
    """A partner's own system, by its API key."""

    def __init__(self, test, hub, partner):
        super().__init__(test, hub, partner, made={"key": "", "password": ""})
        self.bearer = hub.ask("api-key.add", partner=partner)[0]["key"]

    def ask(self, method, path, body=None, **headers):
        return super().ask(method, path, body, **{"Authorization": f"Bearer {self.bearer}", **headers})


class ApiTest(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(self, ["kaigo"], officers=OFFICERS).start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        self.hub.bring("kaigo", "kaigo", files.one_kaigo_row(), "KAIGO_SODAN_20260411083000.csv")
        self.case = self.hub.ask("case.list")[0]["case"]

    def fits(self, method, path, answer):
        """The answer is one that the description knows."""
        plain = path.split("?")[0].split("/")
        for pattern, operations in DOCUMENT["paths"].items():
            parts = pattern.split("/")
            if len(parts) == len(plain) and all(a == b or a[0:1] == "{" for a, b in zip(parts, plain)):
                break
        else:
            return
        if method.lower() not in operations:
            return
        said = operations[method.lower()]["responses"].get(str(answer.status))
        self.assertIsNotNone(said, (method, path, answer.status, answer.json))
        if "$ref" in said:
            said = DOCUMENT["components"]["responses"][said["$ref"].split("/")[-1]]
        for media, content in said.get("content", {}).items():
            self.assertEqual(answer.headers["Content-Type"], media)
            schema = {**content["schema"], "components": DOCUMENT["components"]}
            jsonschema.Draft202012Validator(schema).validate(answer.json)

    def user(self, name, role="desk"):
        return Client(self, self.hub, name, role).settle()

    def logged(self, action):
        return audit_rows(self.hub, action=action)


class SigningIn(ApiTest):
    def test_wants_password_and_code_and_a_code_counts_once(self):
        sato = Client(self, self.hub, "sato", "desk")
        self.assertEqual(sato.attempt("000000").status, 401)
        self.assertEqual(sato.attempt(sato.code(0), "wrong").status, 401)
        stranger = Client(self, self.hub, "nobody", made={"key": sato.key, "password": "wrong"})
        strange, wrong = stranger.attempt(sato.code(0)), sato.attempt(sato.code(0), "wrong")
        for one in (strange, wrong):
            del one.json["correlationId"]
        self.assertEqual(strange.json, wrong.json)
        code = sato.code(0)
        self.assertEqual(sato.attempt(code).status, 201)
        self.assertEqual(sato.attempt(code).status, 401)
        self.assertEqual(len(self.logged("account.signed_in")), 1)

    def test_a_start_password_opens_nothing_but_its_own_change(self):
        sato = Client(self, self.hub, "sato", "desk").sign_in(-1)
        self.assertEqual(sato.ask("GET", "/api/v1/cases").status, 403)
        self.assertEqual(sato.ask("PUT", "/api/v1/session/password",
                                  {"password": sato.password, "code": sato.code(0), "wanted": "short"}).status, 400)
        before = sato.cookie
        sato.cookie = sato.token = None
        sato.sign_in(1)
        self.assertNotEqual(sato.cookie, before)

    def test_a_change_of_password_is_logged_as_what_it_is(self):
        self.user("sato")
        counts = [len(self.logged(action)) for action in ("account.signed_in", "account.proved",
                                                          "account.password_changed")]
        self.assertEqual(counts, [2, 1, 1])

    def test_too_many_wrong_attempts_lock(self):
        sato = Client(self, self.hub, "sato", "desk")
        for _ in range(5):
            self.assertEqual(sato.attempt("000000", "wrong").status, 401)
        self.assertEqual(sato.attempt(sato.code(0)).status, 401)
        (account,) = self.hub.ask("user.list")
        self.assertEqual(account["state"], "locked")
        made = self.hub.ask("user.reset", name="sato")[0]
        Client(self, self.hub, "sato", made=made).sign_in(0)

    def test_who_is_disabled_or_signed_out_is_out_at_once(self):
        sato, suzuki = self.user("sato"), self.user("suzuki")
        self.assertEqual(sato.ask("GET", "/api/v1/cases").status, 200)
        self.hub.ask("user.disable", name="sato")
        refused = sato.ask("GET", "/api/v1/cases")
        self.assertEqual((refused.status, refused.json["title"]), (401, "サインインが必要です"))
        refused = sato.ask("GET", "/api/v1/cases", Accept_Language="en")
        self.assertEqual((refused.status, refused.json["title"]), (401, "Unauthorized"))
        self.assertEqual(suzuki.ask("DELETE", "/api/v1/session").status, 204)
        self.assertEqual(suzuki.ask("GET", "/api/v1/session").status, 401)

    def test_a_change_wants_the_token_and_comes_from_no_other_site(self):
        sato = self.user("sato")
        path = f"/api/v1/cases/{self.case}/plans"
        body = {"planKind": "sanka"}
        self.assertEqual(sato.ask("POST", path, body, Idempotency_Key="1", X_Change_Token="").status, 403)
        self.assertEqual(sato.ask("POST", path, body, Idempotency_Key="1", Origin="https://evil.example").status, 403)
        self.assertEqual(sato.ask("POST", path, body, Idempotency_Key="1", Sec_Fetch_Site="cross-site").status, 403)
        here = f"http://127.0.0.1:{self.hub.port}"
        self.assertEqual(sato.ask("POST", path, body, Idempotency_Key="1", Origin=here,
                                  Sec_Fetch_Site="same-origin").status, 201)

    def test_accounts_end_with_the_fiscal_year(self):
        self.hub.ask("user.add", name="sato", role="desk")
        self.assertEqual(self.hub.ask("user.list")[0]["until"], "2027-03-31")


class Plans(ApiTest):
    def setUp(self):
        super().setUp()
        self.sato, self.suzuki = self.user("sato"), self.user("suzuki")

    def draft(self, key=None):
        answer = self.sato.create(f"/api/v1/cases/{self.case}/plans",
                                  {"planKind": "sanka", "goals": "畑に通う", "cycle": "P1M"}, key)
        self.assertEqual(answer.status, 201, answer.json)
        return answer

    def read(self, who, plan):
        answer = who.ask("GET", f"/api/v1/plans/{plan}")
        self.assertEqual(answer.status, 200, answer.json)
        return answer

    def test_of_two_who_change_one_plan_one_gets_412_and_nothing_is_lost(self):
        plan = self.draft().json["items"][0]["plan"]
        tag = self.read(self.sato, plan).headers["ETag"]
        self.assertEqual(self.read(self.suzuki, plan).headers["ETag"], tag)
        path = f"/api/v1/plans/{plan}/rewriting"
        self.assertEqual(self.sato.ask("POST", path, {"goals": "週に一度"}).status, 428)
        self.assertEqual(self.sato.ask("POST", path, {"goals": "週に一度"}, If_Match=tag).status, 200)
        late = self.suzuki.ask("POST", path, {"goals": "月に一度"}, If_Match=tag)
        self.assertEqual(late.status, 412)
        self.assertEqual(late.json["title"], "ほかの人が先に変更しました")
        now = self.read(self.suzuki, plan)
        written = [one["goals"] for one in now.json["items"] if one["kind"] == "event"]
        self.assertIn("週に一度", written)
        self.assertNotIn("月に一度", written)
        self.assertEqual(self.suzuki.ask("POST", path, {"goals": "月に一度"},
                                         If_Match=now.headers["ETag"]).status, 200)

    def test_a_step_that_the_law_forbids_is_409_with_what_is_missing(self):
        plan = self.draft().json["items"][0]["plan"]
        tag = self.read(self.sato, plan).headers["ETag"]
        refused = self.sato.ask("POST", f"/api/v1/plans/{plan}/agreement", {}, If_Match=tag)
        self.assertEqual(refused.status, 409)
        self.assertIn("役割分担がまだありません", refused.json["detail"])
        self.assertEqual((refused.json["title"], refused.headers["Content-Language"]),
                         ("いまの状態ではできません", "ja"))
        refused = self.sato.ask("POST", f"/api/v1/plans/{plan}/agreement", {}, If_Match=tag,
                                Accept_Language="en-GB, ja;q=0.8")
        self.assertIn("no agency has a role", refused.json["detail"])
        self.assertEqual((refused.json["title"], refused.headers["Content-Language"]),
                         ("Conflict", "en"))
        lead = self.sato.ask("POST", f"/api/v1/plans/{plan}/roles", {"agency": "elim"}, If_Match=tag)
        self.assertEqual(lead.status, 200, lead.json)
        tag = self.read(self.sato, plan).headers["ETag"]
        refused = self.sato.ask("POST", f"/api/v1/plans/{plan}/agreement", {}, If_Match=tag)
        self.assertEqual(refused.status, 409)
        self.assertIn("重層的支援会議", refused.json["detail"])

    def test_the_same_key_makes_one_plan(self):
        first, again = self.draft("key-1"), self.draft("key-1")
        self.assertEqual(first.json, again.json)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        path = f"/api/v1/cases/{self.case}/plans"
        self.assertEqual(self.sato.create(path, {"planKind": "outreach"}, "key-1").status, 422)
        self.assertEqual(self.sato.ask("POST", path, {"planKind": "sanka"}).status, 428)
        self.assertEqual(len(self.sato.ask("GET", "/api/v1/plans").json["items"]), 1)

    def test_pages_go_on_by_a_cursor_that_is_only_its_readers(self):
        plans = {self.draft().json["items"][0]["plan"] for _ in range(3)}
        seen, address = [], "/api/v1/plans?limit=2"
        while address:
            page = self.sato.ask("GET", address).json
            self.assertLessEqual(len(page["items"]), 2)
            seen += [one["plan"] for one in page["items"]]
            address = page.get("next") and f"/api/v1/plans?limit=2&cursor={page['next']}"
        self.assertEqual((len(seen), set(seen)), (3, plans))
        cursor = self.sato.ask("GET", "/api/v1/plans?limit=2").json["next"]
        self.assertEqual(self.suzuki.ask("GET", f"/api/v1/plans?cursor={cursor}").status, 400)
        self.assertEqual(self.sato.ask("GET", f"/api/v1/cases?cursor={cursor}").status, 400)

    def test_a_body_cannot_say_what_the_address_says(self):
        plan = self.draft().json["items"][0]["plan"]
        tag = self.read(self.sato, plan).headers["ETag"]
        for slipped in ({"plan": plan}, {"verb": "user.add"}, {"seen": "1"}, {"unknown": "1"}):
            answer = self.sato.ask("POST", f"/api/v1/plans/{plan}/rewriting", slipped, If_Match=tag)
            self.assertEqual(answer.status, 400, slipped)


class Rights(ApiTest):
    def test_who_does_not_work_on_it_sees_what_he_sees_of_nothing(self):
        sato, tanaka = self.user("sato", "coordinator"), self.user("tanaka")
        plan = sato.create(f"/api/v1/cases/{self.case}/plans", {"planKind": "sanka"}).json["items"][0]["plan"]
        self.assertEqual(sato.ask("GET", f"/api/v1/cases/{self.case}").status, 200)
        (look, *_) = audit_rows(self.hub, actor="officer/sato", recipient="officer/sato")
        self.assertEqual((look["action"], len(look["persons"])), ("case.looked_at", 1))
        for path, nothing in ((f"/api/v1/cases/{self.case}", f"/api/v1/cases/{plan}"),
                              (f"/api/v1/plans/{plan}", f"/api/v1/plans/{self.case}")):
            hidden, absent = tanaka.ask("GET", path), tanaka.ask("GET", nothing)
            for one in (hidden, absent):
                del one.json["correlationId"]
            self.assertEqual((hidden.status, hidden.json), (404, absent.json))
        self.assertEqual(tanaka.ask("GET", "/api/v1/cases").json["items"], [])
        self.assertEqual(tanaka.ask("GET", "/api/v1/plans").json["items"], [])
        self.assertGreater(len(self.logged("request.refused")), 3)

    def test_no_role_opens_what_the_table_does_not_say(self):
        keeper, auditor = self.user("kanri", "operator"), self.user("kansa", "auditor")
        self.assertEqual(keeper.ask("GET", "/api/v1/sources").status, 200)
        self.assertEqual(auditor.ask("GET", "/api/v1/looks?month=2026-04").status, 200)
        for who in (keeper, auditor):
            self.assertEqual(who.ask("GET", "/api/v1/cases").status, 403)
        self.assertEqual(auditor.ask("GET", "/api/v1/sources").status, 403)
        self.hub.ask("user.role", name="kansa", role="operator")
        self.assertEqual(auditor.ask("GET", "/api/v1/sources").status, 200)
        self.hub.ask("user.role", name="kansa", role="operator", take=True)
        self.assertEqual(auditor.ask("GET", "/api/v1/sources").status, 403)

    def test_each_role_at_each_operation_is_as_the_table_says(self):
        roles = {"desk": "tanaka", "coordinator": "sato", "municipal": "kondo", "operator": "kanri",
                 "auditor": "kansa"}
        stands = {"city_staff": ("kondo",), "decides": ("sato", "kondo")}
        users = {role: self.user(name, role) for role, name in roles.items()}
        users["partner"] = System(self, self.hub, "sakutomo")
        asked = 0
        for pattern, operations in DOCUMENT["paths"].items():
            for method, operation in operations.items():
                if "x-roles" not in operation:
                    continue
                path = "/".join(str(uuid.uuid4()) if part[0:1] == "{" else part for part in pattern.split("/"))
                for role, user in users.items():
                    with self.subTest(operation=operation["operationId"], role=role):
                        more = {} if method == "get" else {"If_Match": '"1"', "Idempotency_Key": str(uuid.uuid4())}
                        answer = user.ask(method.upper(), path, None if method == "get" else {}, **more)
                        asked += 1
                        relation = operation["x-relation"]
                        if role not in operation["x-roles"]:
                            self.assertEqual(answer.status, 403)
                        elif user.name not in stands.get(relation, user.name):
                            self.assertIn(answer.status, (403, 404))
                        else:
                            self.assertNotIn(answer.status, (401, 403, 500), answer.json)
                            self.assertNotEqual((answer.status, relation), (200, "own_case"))
        self.assertGreater(asked, 400)

    def test_nobody_signed_in_gets_nothing_and_unknown_routes_are_refused(self):
        stranger = Client(self, self.hub, "nobody", made={"key": "", "password": ""})
        for pattern, operations in DOCUMENT["paths"].items():
            path = pattern.replace("{", "").replace("}", "")
            for method, operation in operations.items():
                if operation.get("security") != []:
                    with self.subTest(path=path, method=method):
                        body = {} if method in ("post", "put") else None
                        self.assertEqual(stranger.ask(method.upper(), path, body).status, 401)
        self.assertEqual(stranger.ask("GET", "/api/v1/openapi.json").json, DOCUMENT)
        self.assertEqual(stranger.ask("GET", "/api/v1/secrets").status, 404)
        self.assertEqual(stranger.ask("DELETE", "/api/v1/cases").status, 405)


if __name__ == "__main__":
    unittest.main()
