"""A packet pulled over TLS by who shows the certificate that the profile names; every other
certificate, and none, is refused and told in the log."""

import hashlib
import http.client
import ssl
import subprocess
import sys
import unittest

import sakura_files as files
from audit_rows import audit_rows
from hub_process import REGISTER, Deadline, Hub, export, free_port
from partner import Partner
from referred import AGREED


class Certificates:
    """CAs and what they sign, made by the openssl program in a folder of the test."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        (folder / "names.cnf").write_text("subjectAltName=IP:127.0.0.1\n")

    def openssl(self, *arguments):
        subprocess.run(["/usr/bin/openssl", *arguments], cwd=self.folder, check=True,
                       capture_output=True)

    def authority(self, name):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                     "-days", "2", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")

    def issue(self, name, authority, subject=None):
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                     f"/CN={subject or name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem", "-CAkey",
                     f"{authority}.key", "-days", "2", "-extfile", "names.cnf", "-out", f"{name}.pem")

    def text(self, name):
        return (self.folder / name).read_text()

    def fingerprint(self, name):
        """As `openssl x509 -fingerprint -sha256` prints it."""
        digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(self.text(f"{name}.pem"))).hexdigest().upper()
        return ":".join(digest[at:at + 2] for at in range(0, len(digest), 2))


class PullByCertificate(unittest.TestCase):
    def setUp(self):
        self.coordinator, self.elim = Partner(self, "sakutomo"), Partner(self, "elim")
        self.tls_port = free_port()
        lines = "".join(f"\n  - {one.endpoint}" for one in (self.coordinator, self.elim))
        self.hub = Hub(self, ["kaigo"], endpoints=lines)
        self.coordinator.hub = self.elim.hub = self.hub
        self.made = Certificates(self.hub.root / "certificates")
        for authority in ("partners", "strangers"):
            self.made.authority(authority)
        for name, authority in (("hub", "partners"), ("sakutomo", "partners"), ("elim", "partners"),
                                ("nobody", "partners")):
            self.made.issue(name, authority)
        self.made.issue("forged", "strangers", "sakutomo")
        self.configure()

    # -- configuration ---------------------------------------------------------------------------

    def configure(self):
        """A second port, with TLS, and the certificates in the place of the API keys."""
        folder = self.hub.root / "secrets"
        for secret, file in (("hub-cert", "hub.pem"), ("hub-key", "hub.key"),
                             ("partners-ca", "partners.pem")):
            (folder / secret).write_text(self.made.text(file))
            (folder / secret).chmod(0o600)
        self.edit(self.hub.root / "hub.yaml", "admin_socket:",
                  f"  - {{address: 127.0.0.1, port: {self.tls_port}, tls_cert: hub-cert, "
                  "tls_key: hub-key, client_ca: partners-ca}\nadmin_socket:")
        for code in ("sakutomo", "elim"):
            self.edit(self.hub.shared / "municipalities/sakura/partners.yaml",
                      f"pull_api_key: {code}-api-key",
                      f"pull_certificates: [\"{self.made.fingerprint(code)}\"]")

    @staticmethod
    def edit(file, old, new):
        text = file.read_text(encoding="utf-8")
        assert old in text, (file, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def check(self):
        return self.hub.command("config", "check", config=True)

    # -- the pull --------------------------------------------------------------------------------

    def noticed(self):
        """The notice of one referral to the coordinator."""
        self.hub.start()
        name, register = export("shien-sochi")
        self.hub.bring("shien-sochi", REGISTER, register, name)
        row = files.one_kaigo_row(つなぎ先機関コード="SAKUTOMO", **AGREED)
        self.hub.bring("kaigo", "kaigo", row, "KAIGO_SODAN_20260411083000.csv", 1)
        return self.coordinator.told("notice")[0]["data"]["packetUrl"]

    def pull(self, path, shown=None, **headers):
        """Status and body; the certificate `shown`, or none. The error where TLS itself ends it."""
        context = ssl.create_default_context(cafile=self.made.folder / "partners.pem")
        if shown:
            context.load_cert_chain(self.made.folder / f"{shown}.pem", self.made.folder / f"{shown}.key")
        connection = http.client.HTTPSConnection("127.0.0.1", self.tls_port, timeout=30, context=context)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (ssl.SSLError, OSError) as error:
            return type(error).__name__, str(error)
        finally:
            connection.close()

    def logged(self, event):
        for _ in Deadline(f"{event} in the log\n{self.hub.log[-2000:]}"):
            if f'"{event}"' in self.hub.log:
                return

    def test_the_certificate_of_the_profile_pulls_and_no_other(self):
        path = self.noticed()
        status, packet = self.pull(path, "sakutomo")
        self.assertEqual(status, 200, (packet, self.hub.log[-2000:]))
        self.assertIn("referral", packet)
        for shown in (None, "nobody"):
            status, said = self.pull(path, shown)
            self.assertEqual(status, 401, (shown, said))
            self.assertNotIn("sakutomo", said)
        self.assertEqual(self.pull(path, "nobody", Authorization="Bearer none")[0], 401)
        self.logged("stranger_refused")

    def test_a_certificate_of_another_authority_ends_the_handshake(self):
        path = self.noticed()
        status, _ = self.pull(path, "forged")
        self.assertIn("Error", str(status), "the subject alone is nothing")
        self.logged("handshake_refused")
        self.assertEqual(self.pull(path, "sakutomo")[0], 200)

    def test_a_known_partner_gets_no_other_partners_packet_and_the_audit_log_says_so(self):
        path = self.noticed()
        self.assertEqual(self.pull(path, "elim")[0], 404)
        (row,) = audit_rows(self.hub, action="request.refused")
        self.assertEqual((row["actor"], row["rule"]), ("partner/elim", "not_found"))

    # -- the configuration -----------------------------------------------------------------------

    def test_config_check_tells_when_no_port_asks_for_certificates_or_the_ca_is_unreadable(self):
        self.assertEqual(self.check().returncode, 0, self.check().stderr)
        (self.hub.root / "secrets/partners-ca").rename(self.hub.root / "secrets/elsewhere")
        unreadable = self.check()
        self.assertEqual(unreadable.returncode, 1)
        self.assertIn("no CA certificate (PEM) can be read", unreadable.stdout + unreadable.stderr)
        self.edit(self.hub.root / "hub.yaml", ", client_ca: partners-ca", "")
        missing = self.check()
        self.assertEqual(missing.returncode, 1)
        self.assertIn("no port asks for one", missing.stdout + missing.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
