"""The control of check.py: a tree with one offence of each kind, each of which it must name."""

import pathlib
import tempfile
import unittest

import check

OFFENCES = {
    "hub/domain/a.cpp": ('#include "hub/store/database.hpp"\n', "must not include hub/store"),
    "hub/base/b.cpp": ('#include "hub/domain/gate.hpp"\n', "must not include hub/domain"),
    "plugins/kaigo/c.cpp": ('#include "hub/base/ids.hpp"\n', "must not include hub/base"),
    "sdk/wire/d.cpp": ('#include "hub/base/ids.hpp"\n', "must not include hub/base"),
    "hub/service/e.cpp": ("#include <curl/curl.h>\n", "belongs in hub/egress"),
    "hub/domain/f.cpp": ("#include <nlohmann/json.hpp>\n", "belongs in hub/codec"),
    "hub/codec/g.cpp": ("auto x = json::parse(text);\n", "parse_untrusted"),
    "hub/http/h.cpp": ("thread.detach();\n", "joins it"),
    "hub/service/j.cpp": ("auto text = body.look_inside();\n", "looks inside what is sealed"),
    "hub/delivery/k.cpp": ("auto view = SealedAccess::root(record);\n", "looks inside what is sealed"),
    "hub/http/i.cpp": ("int x;\n" * 501, "the wall is 500"),
}


class Check(unittest.TestCase):
    def offences_of(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return list(check.offences(root))

    def test_names_each_offence(self):
        for name, (text, words) in OFFENCES.items():
            with self.subTest(name):
                self.assertRegex(" ".join(self.offences_of({name: text})), words)

    def test_names_a_link_line_against_the_arrows(self):
        found = self.offences_of({"hub/domain/CMakeLists.txt": "tsunagu_library(hub_domain DEPS hub_store)"})
        self.assertRegex(" ".join(found), "must not link hub_store")

    def test_passes_what_the_plan_allows(self):
        self.assertEqual(self.offences_of({
            "hub/service/a.cpp": '#include "hub/domain/gate.hpp"\n#include "tsunagu/text/date.hpp"\n',
            "hub/http/b.cpp": "#include <boost/beast.hpp>\n",
            "plugins/kaigo/c.cpp": '#include "plugins/kaigo/mapping.hpp"\n#include <tsunagu/adapter.hpp>\n',
        }), [])


if __name__ == "__main__":
    unittest.main()
