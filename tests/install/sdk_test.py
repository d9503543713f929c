"""A project outside the tree builds against the installed SDK alone. Usage: sdk_test.py SOURCE BUILD"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])


def run(*command, cwd=None, **more):
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", **more}
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False,
                          timeout=280, env=environment)


class Sdk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name) / "usr"
        done = run("/usr/bin/cmake", "--install", BUILD, "--prefix", cls.root, "--component", "dev")
        assert done.returncode == 0, done.stderr
        cls.project = pathlib.Path(cls.folder.name) / "sample_list"
        shutil.copytree(SOURCE / "sdk/scaffold/csv", cls.project)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def good(self, *command, **more):
        done = run(*command, **more)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_builds_a_project_that_passes_its_golden_test(self):
        build = self.project / "build"
        self.good("/usr/bin/cmake", "-S", self.project, "-B", build, "-DCMAKE_PREFIX_PATH=" + str(self.root),
                  "-DCMAKE_BUILD_TYPE=Release")
        self.good("/usr/bin/cmake", "--build", build)
        self.good("/usr/bin/ctest", "--test-dir", build, "--output-on-failure")
        symbols = self.good("/usr/bin/nm", "-D", "--defined-only", build / "adapter_sample_list.so").split("\n")
        self.assertEqual([line.split()[-1] for line in symbols if line], ["tsunagu_adapter_v1"])
        with open(self.project / "testdata/expected/sample_list_20260410.csv.jsonl", "a", encoding="utf-8") as file:
            file.write("{}\n")
        self.assertNotEqual(run("/usr/bin/ctest", "--test-dir", build).returncode, 0, "control: it would notice")

    def test_tells_pkg_config_where_it_is(self):
        place = next(self.root.rglob("tsunagu.pc")).parent
        flags = self.good("/usr/bin/pkg-config", "--cflags", "--libs", "tsunagu", PKG_CONFIG_PATH=str(place)).split()
        source = pathlib.Path(self.folder.name) / "uses.cpp"
        source.write_text('#include "tsunagu/text/kana.hpp"\n#include "tsunagu/json/parse.hpp"\nint main() { return '
                          'tsunagu::json::parse_untrusted("{}").ok() && tsunagu::text::is_katakana("カ") ? 0 : 1; }\n',
                          encoding="utf-8")
        program = source.with_suffix("")
        self.good("/usr/bin/g++", "-std=c++20", source, "-o", program, *flags)
        self.good(program)

    def test_becomes_a_development_package(self):
        folder = pathlib.Path(self.folder.name) / "deb"
        self.good("/usr/bin/cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-D",
                  "CPACK_COMPONENTS_ALL=dev", "-B", folder)
        package = next(folder.glob("libtsunagu-dev_*.deb"))
        names = self.good("/usr/bin/dpkg-deb", "--contents", package)
        for part in ("/usr/include/tsunagu/adapter.h", "TsunaguConfig.cmake", "tsunagu.pc", "libsdk_text.a",
                     "/usr/share/tsunagu/scaffold/csv/mapping.hpp", "/usr/share/tsunagu/adapter.map",
                     "/usr/share/doc/libtsunagu-dev/reference/ja/index.html"):
            self.assertIn(part, names)
        self.assertNotIn("tsunagu-hub", names)
        self.assertIn("libicu-dev", self.good("/usr/bin/dpkg-deb", "--field", package, "Depends"))


if __name__ == "__main__":
    sys.exit(unittest.main(argv=sys.argv[:1]))
