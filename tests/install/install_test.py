"""Installs the build into a folder of its own and uses what is there. Usage: install_test.py SOURCE BUILD"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(argument) for argument in sys.argv[1:3])


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=120,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name) / "usr"
        done = run("/usr/bin/cmake", "--install", BUILD, "--prefix", cls.root)
        assert done.returncode == 0, done.stderr
        cls.share = cls.root / "share/tsunagu"
        settings = (cls.share / "hub.yaml").read_text(encoding="utf-8")
        cls.adapters = cls.root / re.search(r"^adapters: /usr/(.*)$", settings, re.MULTILINE).group(1)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_brings_every_table_and_every_schema(self):
        self.assertEqual(names(self.share / "data"), names(SOURCE / "config/data"))
        self.assertEqual(names(self.share / "schema"), names(SOURCE / "sdk/schema"))
        self.assertIn("person.schema.json", names(self.share / "schema"))

    def test_brings_every_profile_and_the_units(self):
        self.assertEqual(names(self.share / "municipalities"), names(SOURCE / "config/municipalities"))
        self.assertEqual(names(self.root / "lib/systemd/system"), names(SOURCE / "config/systemd"))

    def test_brings_every_user_that_a_unit_runs_as(self):
        units = (SOURCE / "config/systemd").glob("*.service")
        users = {name for unit in units for name in re.findall(r"^User=(\S+)", unit.read_text(encoding="utf-8"), re.MULTILINE)}
        self.assertIn("tsunagu", users)
        machine = pathlib.Path(self.folder.name) / "machine"
        (machine / "etc").mkdir(parents=True)
        done = run("/usr/bin/systemd-sysusers", f"--root={machine}", self.root / "lib/sysusers.d/tsunagu.conf")
        self.assertEqual(done.returncode, 0, done.stderr)
        made = (machine / "etc/passwd").read_text(encoding="utf-8")
        self.assertLessEqual(users, {line.split(":")[0] for line in made.splitlines()})

    def test_becomes_a_package(self):
        folder = pathlib.Path(self.folder.name) / "deb"
        done = run("/usr/bin/cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-D", "CPACK_COMPONENTS_ALL=hub",
                   "-B", folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        (package,) = folder.glob("tsunagu_*.deb")
        out = folder / "out"
        self.assertEqual(run("/usr/bin/dpkg-deb", "--raw-extract", package, out).returncode, 0)
        self.assertEqual(names(out / "usr/lib/systemd/system"), names(SOURCE / "config/systemd"))
        self.assertFalse((out / "usr/include").exists(), "the SDK is a package of its own")
        needs = run("/usr/bin/dpkg-deb", "--field", package, "Depends").stdout
        for need in ("libsqlite3-0", "systemd-standalone-sysusers"):
            self.assertIn(need, needs)
        self.assertEqual(run("/bin/sh", "-n", out / "DEBIAN/postinst").returncode, 0)
        self.assertEqual(self.normalize(out / "usr").returncode, 0)

    def test_brings_every_program_that_a_unit_starts(self):
        started = [re.search(r"^ExecStart=/usr/(\S+)", unit.read_text(encoding="utf-8"), re.MULTILINE).group(1)
                   for unit in (self.root / "lib/systemd/system").glob("*.service")]
        self.assertGreaterEqual(len(started), 3)
        for program in started:
            self.assertTrue((self.root / program).is_file(), program)

    def test_brings_every_adapter_to_where_the_shipped_settings_look(self):
        self.assertEqual(names(self.adapters),
                         sorted(f"adapter_{name}.so" for name in ("chiiki", "kaigo", "kodomo", "konkyu", "shogai", "table")))

    def normalize(self, root):
        return run(root / "bin/tsunagu", "normalize", "address", "栃木県さくら市氏家2771")

    def test_programs_find_the_tables_beside_themselves(self):
        done = self.normalize(self.root)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.strip(), "09214|氏家|2771|")

    def test_control_without_the_tables_they_say_what_is_missing(self):
        bare = pathlib.Path(self.folder.name) / "bare"
        (bare / "bin").mkdir(parents=True)
        shutil.copy2(self.root / "bin/tsunagu", bare / "bin/tsunagu")
        done = self.normalize(bare)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("share/tsunagu/data", done.stderr + done.stdout)

    def test_the_headers_alone_build_an_adapter(self):
        module = pathlib.Path(self.folder.name) / "smallest.so"
        done = run("/usr/bin/g++", "-std=c++20", "-shared", "-fPIC", f"-I{self.root}/include",
                   f"-Wl,--version-script={self.share}/adapter.map",
                   SOURCE / "examples/smallest_adapter/smallest_adapter.cpp", "-o", module)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main(argv=sys.argv[:1]))
