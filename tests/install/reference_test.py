"""Each public header of the SDK has a page of its own, in English and in Japanese, that says what it is for.

usage: reference_test.py SOURCE BUILD
"""

import html
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
HEADERS = SOURCE / "sdk/include"
PUBLIC = {str(path.relative_to(HEADERS)) for path in (HEADERS / "tsunagu").rglob("*.h*") if "detail" not in path.parts}


def pages(code):
    """Of each header that has a page: what stands there."""
    out = {}
    for file in ElementTree.parse(BUILD / f"reference/{code}.tags").iterfind("compound[@kind='file']"):
        page = file.findtext("filename")
        page += "" if page.endswith(".html") else ".html"
        header = pathlib.Path(file.findtext("path"), file.findtext("name")).relative_to(HEADERS)
        out[str(header)] = read(code, page)
    return out


def read(code, page):
    text = (BUILD / "reference" / code / page).read_text(encoding="utf-8")
    return plain(html.unescape(re.sub(r"<[^>]*>", "", text)))


def plain(text):
    """Without marks and spaces."""
    return re.sub(r"[\s`*]", "", text)


class Reference(unittest.TestCase):
    def test_has_a_page_for_each_header_in_both_languages(self):
        for code in ("en", "ja"):
            self.assertEqual(set(pages(code)), PUBLIC, code)

    def test_says_in_japanese_what_a_header_is_for(self):
        found = pages("ja")
        for line in (SOURCE / "tools/header_words.tsv").read_text(encoding="utf-8").splitlines():
            header, _, words = line.split("\t")
            self.assertIn(plain(words), found[header], header)

    def test_shows_code_as_code(self):
        page = (BUILD / "reference/en/record_8hpp.html").read_text(encoding="utf-8")
        code = re.search(r'<div class="fragment">(.*?)</div><!-- fragment -->', page, re.DOTALL)
        self.assertIsNotNone(code)
        self.assertIn("sink.record(person);", re.sub(r"<[^>]*>", "", code.group(1)))

    def test_says_of_a_function_of_c_what_it_may_answer(self):
        self.assertIn("[errors]none:createanswers", read("en", "structtsunagu__host.html"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
