"""Who may include whom, and which library stands in which folder.

The arrows are transitive: a folder may include what its neighbours may include.
A folder is the longest prefix listed here."""

ARROWS = {
    "sdk/include": [],
    "sdk/json": ["sdk/include"],
    "sdk/text": ["sdk/include"],
    "sdk/schema": [],
    "sdk/wire": ["sdk/json", "sdk/text"],
    "sdk/host": ["sdk/wire"],
    "sdk/conformance": ["sdk/wire"],
    "plugins": ["sdk/include"],
    "examples/smallest_adapter": ["sdk/include"],
    "examples/counter_export": ["sdk/include"],
    "examples/consultation_list": [],
    "examples/python_adapter": [],
    "examples/coordinator": [],
    "examples/walkthrough": [],
    "hub/base": [],
    "hub/crypto": ["hub/base", "sdk/text", "sdk/json"],
    "hub/normalize": ["hub/base", "sdk/text", "sdk/json"],
    "hub/domain": ["hub/base", "sdk/text", "sdk/json"],
    "hub/profile": ["hub/domain"],
    "hub/linkage": ["hub/domain", "hub/normalize"],
    "hub/matching": ["hub/domain"],
    "hub/codec": ["hub/domain", "hub/normalize", "hub/crypto"],
    "hub/audit": ["hub/domain", "hub/normalize", "hub/crypto"],
    "hub/store": ["hub/audit", "hub/codec"],
    "hub/service": ["hub/store", "hub/linkage", "hub/matching", "hub/profile"],
    "hub/keeper": ["hub/base", "sdk/wire"],
    "hub/adapter": ["hub/keeper", "hub/crypto"],
    "hub/workshop": ["hub/adapter", "hub/codec", "hub/profile", "hub/linkage", "hub/normalize", "hub/crypto"],
    "hub/egress": ["hub/base"],
    "hub/wording": ["hub/base"],
    "hub/http": ["hub/service", "hub/wording"],
    "hub/intake": ["hub/service", "hub/adapter", "hub/egress"],
    "hub/delivery": ["hub/service", "hub/adapter", "hub/egress"],
    "hub/api": ["hub/http"],
    "hub/daemon": ["hub/api", "hub/http", "hub/intake", "hub/delivery"],
    # Who doubts the hub need not trust its code: the verifier shares none of it. The signer holds the
    # only key that signs, and nothing of the store.
    "hub/verify": [],
    "hub/signer": ["hub/audit"],
    "hub/cli": ["hub/wording", "hub/workshop", "hub/normalize", "hub/domain", "hub/codec"],
}

# A header of a library, and the only folders that may name it.
LIBRARIES = {
    r"boost/(beast|asio)\b": ["hub/http", "examples/coordinator"],
    r"(SQLiteCpp/|sqlite3\.h)": ["hub/store", "hub/verify"],
    r"libpq": ["hub/store"],
    r"curl/": ["hub/egress", "examples/coordinator"],
    r"unicode/": ["sdk/text"],
    r"nlohmann/json\.hpp": ["hub/codec", "sdk/json"],
    r"simdjson": ["sdk/json"],
    r"yaml-cpp": ["hub/profile"],
    r"CLI/": ["hub/cli", "hub/daemon", "hub/signer", "hub/keeper", "sdk/host", "sdk/conformance", "examples/coordinator"],
    r"prometheus/": ["hub/http", "hub/daemon"],
    r"spdlog": ["hub/base"],
    r"sodium": ["hub/crypto"],
    r"seccomp": ["sdk/host"],
    r"qrencode": ["hub/cli"],
    r"xlsxwriter": ["hub/cli"],
    r"csv\.h": ["sdk/text"],
    r"regex": [],
}

# Words that must not stand in a source, and why.
BANNED = {
    r"\bco_(await|return|yield)\b": "g++ 12.2 destroys some temporaries of a coroutine twice",
    r"\bstd::regex\b": "std::regex recurses; RE2 reads outside input",
    r"\bjson::parse\(": "parse_untrusted is the one reader of JSON",
    r"\.detach\(\)": "every thread has an owner that joins it",
}

# The only files that look inside what is sealed: where keys are declared and bodies opened, and what
# receives, takes apart and compares. Everybody else gets only what the gate cleared.
LOOKS_INSIDE = r"\b(SealedAccess\b|look_inside\()"
LOOKERS = {
    "hub/crypto/sealer.hpp",
    "hub/crypto/sealer.cpp",  # to seal it anew with another key
    "hub/crypto/keys.cpp",  # a data key out of its wrapping
    "hub/store/rotation.cpp",  # to seal it anew with another key
    "hub/domain/sealed_keys.hpp",
    "hub/codec/sealed_access.hpp",
    "hub/codec/fields.cpp",
    "hub/codec/items.cpp",
    "hub/codec/labelled.cpp",
    "hub/codec/merge.cpp",
    "hub/codec/typed_process.cpp",
    "hub/store/attendance.cpp",
    "hub/store/arrivals.cpp",  # a file's order key, to know which file is newer
    "hub/store/sources.cpp",
    "hub/store/legal_holds.cpp",
    "hub/store/link_models.cpp",
    "hub/store/matches.cpp",
    "hub/store/named_decisions.cpp",
    "hub/store/person_requests.cpp",
    "hub/store/releases.cpp",
    "hub/store/sittings.cpp",
    "hub/store/sealed_access.hpp",
    "hub/service/sealed_access.hpp",
    "hub/api/page_cursor.cpp",  # the number of a row, of which a cursor is made
    "hub/service/sign_in.cpp",  # a password's verifier, to compare with it
    "hub/service/answer.cpp",
    "hub/service/case_text.cpp",
    "hub/service/door.cpp",
    "hub/service/linkage_facts.cpp",  # match keys, to compare them
    "hub/service/person_tokens.cpp",
    "hub/service/meeting_forum.cpp",  # which forum a meeting was, to label its record
    "hub/service/received.cpp",
    "hub/service/referral_body.cpp",
    "hub/service/resource_facts.cpp",  # about no person; what is for staff stays marked
    "hub/service/told_of.cpp",  # ages, codes and 続柄, of which a pattern carries none
    "hub/service/consent_events.cpp",
    "hub/service/webhook.cpp",
    "hub/intake/compare.cpp",  # a file's name, for an adapter
    "hub/intake/decode.cpp",
    "hub/intake/kept_input.cpp",
}

LINES_WALL = 500


def folder_of(path):
    """The listed folder that holds `path`, or None (tests, tools)."""
    parts = path.split("/")
    for length in range(len(parts) - 1, 0, -1):
        prefix = "/".join(parts[:length])
        if prefix in ARROWS:
            return prefix
    return None


def reachable(folder):
    """All folders that `folder` may include, itself among them."""
    seen, todo = set(), [folder]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += ARROWS[here]
    return seen
