"""`tsunagu adapter mask` writes nothing of a file whose encoding is not sure, and asks for it."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
# In EUC-JP; as CP932 it is half-width kana.
DELIVERY = "氏名\n阿部愛\n".encode("euc_jp")


class Mask(unittest.TestCase):
    def setUp(self):
        self.file = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "real.csv"
        self.file.write_bytes(DELIVERY)

    def mask(self, *more, language="C"):
        return subprocess.run([BUILD / "tsunagu", "adapter", "mask", self.file, *more], capture_output=True,
                              check=False, env={"LANG": language, "PATH": "/usr/bin"})

    def test_asks_for_the_encoding_and_writes_nothing(self):
        for language, said in (("C", "say --encoding cp932 or --encoding euc_jp"),
                               ("ja_JP.UTF-8", "--encoding cp932 か --encoding euc_jp を指定してください")):
            done = self.mask(language=language)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(said, done.stderr.decode())

    def test_masks_in_the_encoding_that_was_said(self):
        done = self.mask("--encoding", "euc_jp")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        header, name, _ = done.stdout.decode("euc_jp").split("\n")
        self.assertEqual((header, len(name)), ("氏名", 3))
        self.assertFalse(set(name) & set("阿部愛"))

    def test_knows_no_other_encoding(self):
        done = self.mask("--encoding", "sjis")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("utf8, cp932, euc_jp", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
