"""What the C headers promise of their comments: every function is tagged for thread, state, ownership and errors, and half of
adapter.h is comment. `python3 tags_test.py SOURCE_FOLDER`"""

import pathlib
import re
import sys
import unittest

HEADERS = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else __file__ + "/../../../..").resolve() / "sdk/include/tsunagu"
TAGS = ("[thread]", "[state]", "[ownership]", "[errors]")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A comment and the function, or pointer to one, behind it; whatever stands between has neither.
FUNCTION = re.compile(r"(/\*(?:(?!\*/).)*\*/)?\s*[\w\s*]+?(?:\(\*(\w+)\)|\b(tsunagu_adapter_v1))\(", re.DOTALL)


def functions(text):
    """Name and comment of each."""
    for comment, pointer, exported in FUNCTION.findall(text):
        yield pointer or exported, comment


class Tags(unittest.TestCase):
    def test_stand_at_every_function(self):
        seen = 0
        for header in (HEADERS / "adapter.h", HEADERS / "draft/recognize.h"):
            for name, comment in functions(header.read_text(encoding="utf-8")):
                seen += 1
                for tag in TAGS:
                    with self.subTest(header=header.name, function=name, tag=tag):
                        self.assertIn(tag, comment)
        self.assertEqual(seen, 22)

    def test_control_a_function_without_one_is_found(self):
        (name, comment), = functions("/* Reads.\n * [thread] main */\n  int (*read)(void);")
        self.assertEqual((name, [tag in comment for tag in TAGS]), ("read", [True, False, False, False]))
        self.assertEqual(list(functions("int (*bare)(void);")), [("bare", "")])

    def test_and_what_they_belong_to_are_half_of_it(self):
        text = (HEADERS / "adapter.h").read_text(encoding="utf-8")
        comments = sum(found.count("\n") + 1 for found in COMMENT.findall(text))
        code = sum(1 for line in COMMENT.sub("", text).splitlines() if line.strip())
        self.assertGreaterEqual(comments, code)


if __name__ == "__main__":
    sys.exit(unittest.main())
