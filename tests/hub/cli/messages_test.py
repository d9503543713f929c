"""Holds the words of the command line against each other, in the sources themselves.

Every sentence has both languages and each is in its own; everything that the daemon may answer a
command with has a Japanese wording. `python3 messages_test.py SOURCE_FOLDER`.
"""

import pathlib
import re
import sys
import unittest

SOURCE = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else __file__ + "/../../../..").resolve()
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
KANA = re.compile(r"[\u3040-\u30ff]")
LITERAL = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
PAIR = re.compile(r"\{\s*(" + LITERAL + r"),\s*(" + LITERAL + r")\}")
# The same in both languages, or no sentence.
SAME = {"ID", "URL"}
# What the command line shows as it is: statute names have no other.
STATUTES = re.compile(r"番号法20条|支援会議|同意書")
# A failure of these is an answer to a command.
ANSWERING = ("hub/daemon/admin_*.cpp", "hub/daemon/ground.cpp", "hub/http/admin_session.cpp",
             "hub/service/view_*.cpp", "hub/service/receive.cpp", "hub/service/replay.cpp", "hub/service/refer.cpp",
             "hub/service/resend.cpp", "hub/service/person_requests.cpp", "hub/service/erase.cpp",
             "hub/service/odd_looks.cpp", "hub/service/take_up.cpp", "hub/service/sitting*.cpp", "hub/profile/agenda.cpp",
             "hub/service/case_party.cpp", "hub/service/draft_plan.cpp", "hub/service/plan_*.cpp",
             "hub/service/grant_support.cpp", "hub/service/account*.cpp", "hub/service/sign_in.cpp", "hub/service/monitor.cpp", "hub/service/reach_out.cpp",
             "hub/service/take_case_up.cpp", "hub/service/api_keys.cpp",
             "hub/service/say_answer.cpp", "hub/service/count_scope.cpp",
             "hub/service/decide.cpp", "hub/service/decide_link.cpp", "hub/service/two_persons.cpp",
             "hub/service/same_person.cpp", "hub/service/relink.cpp", "hub/daemon/link_keeper.cpp",
             "hub/service/officers.cpp", "hub/service/say_consent.cpp",
             "hub/domain/named_decision.cpp", "hub/service/edit_resource.cpp", "hub/service/needs.cpp",
             "hub/service/match_*.cpp", "hub/service/step_match.cpp", "hub/service/tell_place.cpp",
             "hub/codec/predicate_json.cpp",
             "hub/store/backup.cpp", "hub/store/folder_lock.cpp", "hub/store/reader_pool.cpp",
             "hub/intake/source_runner.cpp", "hub/intake/compare.cpp", "hub/intake/source_asked.cpp",
             "hub/intake/between.cpp", "hub/intake/shelf.cpp", "hub/intake/feed_choice.cpp",
             "hub/adapter/*.cpp", "hub/workshop/*.cpp", "hub/cli/*.cpp", "hub/api/*.cpp")
FAILURE = re.compile(r"fail\(\s*(?:base::)?Kind::\w+\s*,\s*")
# Texts that are put together elsewhere, or a defect that only the log explains.
ELSEWHERE = ("std::string(otherwise)", "std::generic_category().message(errno)", "std::move(text)",
             '"not inspected"', '"the delivery has gone"', '"sync "', '"rename "', "verb failed",
             "parsed.failure().text()", '"/" + std::string(name) + ": " + std::string(what)', "kind_named(", '"/" + std::string(key)', '"poll of ')


def unquoted(literals):
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', literals)
    return "".join(parts).replace('\\"', '"').replace("\\n", "\n")


def without_comments(text):
    return re.sub(r"(?m)^\s*//.*$", "", text)


def sources(*patterns):
    for pattern in patterns:
        for file in sorted(SOURCE.glob(pattern)):
            yield file, without_comments(file.read_text(encoding="utf-8"))


def failures(text):
    """The text of each `fail(Kind::…, text)`, as the source puts it together."""
    for match in FAILURE.finditer(text):
        depth, end, quoted = 1, match.end(), False
        while depth > 0:
            one = text[end]
            quoted ^= one == '"' and text[end - 1] != "\\"
            depth += 0 if quoted else {"(": 1, ")": -1}.get(one, 0)
            end += 1
        yield text[match.end():end - 1]


def pairs():
    """Where, Japanese and English of each {"…", "…"} that is a sentence in two languages."""
    for file, text in sources("hub/cli/*.cpp", "hub/cli/*.hpp"):
        if file.name in ("answer_words.cpp", "limit_words.cpp", "explain_words.cpp",
                         "demo_rules.cpp", "demo_run.cpp", "demo_places.cpp", "normalize_lines.cpp",
                         "usage_words.cpp", "easy_words.cpp", "disclosure_words.cpp",
                         "record_words.cpp"):
            continue
        for match in PAIR.finditer(text):
            ja, en = unquoted(match.group(1)), unquoted(match.group(2))
            if not re.fullmatch(r"[a-z_]+", ja):  # a list of two words of the command line
                yield file.name, ja, en


def wordings():
    for _, text in sources("hub/wording/*wording.cpp"):
        table = text[text.index("wordings[] = {"):]
        for match in PAIR.finditer(table[:table.index("\n};")]):
            yield unquoted(match.group(1)), unquoted(match.group(2))


def table_of(file):
    text = (SOURCE / "hub/cli" / file).read_text(encoding="utf-8")
    return {unquoted(m.group(1)): unquoted(m.group(2)) for m in PAIR.finditer(text)}


def sample_of(expression):
    """`"no case " + id.text() + "; see"` as one text, an X for whatever is put in."""
    pieces = re.split(r"\+", re.sub(r"\s+", " ", expression))
    out = ""
    for piece in pieces:
        literal = re.findall(r'"((?:[^"\\]|\\.)*)"', piece)
        plain = re.fullmatch(r'\s*(?:std::string\()?(?:"(?:[^"\\]|\\.)*"\s*)+\)?\s*', piece)
        out += "".join(literal) if plain else "X"
    return out


class Sentences(unittest.TestCase):
    def test_are_found_at_all(self):
        self.assertGreater(len(list(pairs())), 150)

    def test_have_both_languages(self):
        for where, ja, en in pairs():
            with self.subTest(where=where, ja=ja, en=en):
                self.assertEqual(bool(ja), bool(en))

    def test_are_japanese_in_japanese(self):
        for where, ja, en in pairs():
            with self.subTest(where=where, ja=ja):
                self.assertTrue(not ja or JAPANESE.search(ja) or ja in SAME or ja == en)
                self.assertIsNone(re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", re.sub(
                    r"tsunagu [a-z ]+|journalctl[^。]*|systemctl[^。]*|(arrival|source|partner|referral|signal|reject|request)"
                    r" [a-z]+( --state held)?", "", ja)))

    def test_are_english_in_english(self):
        for where, _, en in pairs():
            with self.subTest(where=where, en=en):
                self.assertIsNone(JAPANESE.search(STATUTES.sub("", en)))


class Wordings(unittest.TestCase):
    def test_put_every_part_into_the_japanese(self):
        for pattern, ja in wordings():
            with self.subTest(pattern=pattern):
                marks = {int(n) for n in re.findall(r"\{(\d)\}", ja)}
                self.assertTrue(KANA.search(ja))
                self.assertLessEqual(max(marks, default=0), pattern.count("*"))

    def test_stand_for_every_failure_that_answers_a_command(self):
        known = [re.compile(".+".join(map(re.escape, pattern.split("*"))))
                 for pattern, _ in wordings()]
        seen = 0
        for file, text in sources(*ANSWERING):
            for failure in failures(text):
                if any(word in failure for word in ELSEWHERE):
                    continue
                sample = sample_of(failure)
                if sample.strip("X: ") == "" or JAPANESE.search(sample):
                    continue
                seen += 1
                with self.subTest(file=file.name, text=sample):
                    self.assertTrue(any(one.fullmatch(sample) or one.fullmatch("X: " + sample)
                                        for one in known))
        self.assertGreater(seen, 40)


    def test_stand_for_everything_that_the_api_says_beside(self):
        """What it refuses before any verb is asked, and what it expected of a member."""
        said = []
        for _, text in sources("hub/api/*.cpp"):
            said += re.findall(r'refuse\(\d+, "\w+",\s*(' + LITERAL + r")\)", text)
        (_, text), = sources("hub/api/members.cpp")
        body = text[text.index("std::string expected("):]
        said += ['"/X: " + ' + one for one in re.findall(r"return ([^;]+|\"[^\"]+\")(?=;\n)", body[:body.index("\n}")])]
        said += re.findall(r'bad\("", (' + LITERAL + r")\)", text)
        (_, text), = sources("hub/api/tags.hpp")
        said += re.findall(r"missing_tag =\s*(" + LITERAL + ")", text)
        self.assertGreater(len(said), 12)
        known = [re.compile(".+".join(map(re.escape, pattern.split("*")))) for pattern, _ in wordings()]
        for sample in filter(None, map(sample_of, said)):
            with self.subTest(text=sample):
                self.assertTrue(any(pattern.fullmatch(sample) or pattern.fullmatch("/: " + sample) for pattern in known))

    def test_stand_for_every_fault_of_an_adapter(self):
        """What a process did, what its host says of the file, what is wrong with a manifest or with settings."""
        known = [re.compile(".+".join(map(re.escape, pattern.split("*"))))
                 for pattern, _ in wordings()]
        said = []
        for _, text in sources("hub/adapter/*.cpp"):
            said += re.findall(r"Cause::\w+,\s*[\w.]+,\s*((?:[^{}])+?)\}", text)
            said += re.findall(r"nonsense\((" + LITERAL + r")\)", text)
        for _, text in sources("sdk/host/*.cpp"):
            said += re.findall(r'LoadError\(\s*"\w+",\s*((?:"(?:[^"\\]|\\.)*"|[A-Z_]+|\s)+)\)', text)
        for _, text in sources("sdk/wire/manifest.cpp"):
            said += re.findall(r"errors\.push_back\(((?:[^;])+?)\);", text)
        said = [one for one in said if '"' in one and "error.line()" not in one]
        text = (SOURCE / "sdk/wire/schema_version.cpp").read_text(encoding="utf-8")
        said += re.findall(r"return (\"[^;]+?;[^;]+?);", text)
        self.assertGreater(len(said), 30)
        for one in said:
            sample = sample_of(re.sub(r'\b[A-Z]{3,}(?:_[A-Z]+)+\b', ' + x + ', one))
            with self.subTest(text=sample):
                self.assertTrue(any(pattern.fullmatch(sample) for pattern in known))

    def test_stand_for_everything_that_a_step_of_a_plan_may_lack(self):
        known = dict(wordings())
        text = (SOURCE / "hub/domain/plan_course.cpp").read_text(encoding="utf-8")
        table = text[text.index("sentences{"):]
        said = re.findall(LITERAL + r"(?=,|\})", table[:table.index("};")])
        said += re.findall(r"return (" + LITERAL + r");", text[text.index("not_adopted("):])
        sentences = [unquoted(one) for one in said if len(unquoted(one)) > 10]
        self.assertGreater(len(sentences), 15)
        for sentence in sentences:
            with self.subTest(sentence=sentence):
                self.assertIn(sentence, known)
        for names in ("event_names{", "plan_names[] = {"):
            source = "hub/domain/plan_course.cpp" if "event" in names else "hub/domain/states.cpp"
            text = (SOURCE / source).read_text(encoding="utf-8")
            table = text[text.index(names):]
            for word in re.findall(r'"([a-z_]+)"', table[:table.index("};")]):
                with self.subTest(word=word):
                    self.assertTrue(word in known or word == "create")


class Codes(unittest.TestCase):
    """Words of the hub that a column shows."""

    def words_in(self, file, function):
        text = (SOURCE / file).read_text(encoding="utf-8")
        body = text[text.index(function):]
        return re.findall(r'"([a-z_]+)"', body[:body.index("\n}")])

    def test_have_a_japanese_word(self):
        words = table_of("answer_words.cpp")
        for file, function in (("hub/adapter/fault.cpp", "name_of(Cause"),
                               ("hub/adapter/fault.cpp", "name_of(State"),
                               ("hub/audit/chain.cpp", "name_of(Break::What"),
                               ("hub/service/judge.cpp", "name_of(Judgement")):
            for code in self.words_in(file, function):
                with self.subTest(file=file, code=code):
                    self.assertTrue(code in words)

    def test_of_the_gate_have_a_word_and_a_next_step(self):
        text = (SOURCE / "hub/domain/gate_names.cpp").read_text(encoding="utf-8")
        names = text[text.index("reason_names"):]
        reasons = re.findall(r'"([a-z_]+)"', names[:names.index(";")])
        words, steps = table_of("answer_words.cpp"), table_of("explain_words.cpp")
        self.assertGreater(len(reasons), 20)
        # That somebody hides is shown to nobody here.
        for reason in set(reasons) - {"ok", "hidden_person"}:
            with self.subTest(reason=reason):
                self.assertTrue(reason in words)
                self.assertTrue(reason in steps or reason == "informant")


if __name__ == "__main__":
    sys.exit(unittest.main())
