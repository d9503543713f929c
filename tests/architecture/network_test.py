"""The control of network.py: compiled libraries that call out where they may not, each named."""

import pathlib
import subprocess
import tempfile
import unittest

import network

CALLS = {
    "connect": "#include <sys/socket.h>\nint go(int fd) { return connect(fd, 0, 0); }\n",
    "getaddrinfo": "#include <netdb.h>\nint go() { return getaddrinfo(\"a\", \"b\", 0, 0); }\n",
    "sendto": "#include <sys/socket.h>\nlong go(int fd) { return sendto(fd, \"\", 0, 0, 0, 0); }\n",
    "curl_easy_init": "extern \"C\" void* curl_easy_init();\nvoid* go() { return curl_easy_init(); }\n",
}


class Network(unittest.TestCase):
    def offences_of(self, library, unit, text):
        with tempfile.TemporaryDirectory() as folder:
            build = pathlib.Path(folder)
            source, built = build / f"{unit}.cpp", build / f"{unit}.cpp.o"
            archive = build / library
            archive.parent.mkdir(parents=True)
            source.write_text(text, encoding="utf-8")
            subprocess.run(["g++", "-c", "-o", str(built), str(source)], check=True)
            subprocess.run(["ar", "rc", str(archive), str(built)], check=True)
            return list(network.offences(build))

    def test_names_each_call_outward(self):
        for symbol, text in CALLS.items():
            for library in ("hub/service/libhub_service.a", "hub/domain/libhub_domain.a",
                            "hub/delivery/libhub_delivery.a"):
                with self.subTest(symbol=symbol, library=library):
                    self.assertRegex(" ".join(self.offences_of(library, "a", text)), f"reaches {symbol}:")

    def test_names_a_client_on_the_listening_side(self):
        found = self.offences_of("hub/http/libhub_http.a", "session", CALLS["connect"])
        self.assertRegex(" ".join(found), "session reaches connect:")

    def test_passes_egress(self):
        self.assertEqual(self.offences_of("hub/egress/libhub_egress.a", "client", CALLS["curl_easy_init"]),
                         [])


if __name__ == "__main__":
    unittest.main()
