"""A field system's export on loopback: HTTPS under a CA of its own, answers as a test plans them."""

import http.server
import pathlib
import ssl
import subprocess
import threading

from hub_process import Deadline


def make_ca(folder, name):
    """ca NAME.pem, and a certificate for 127.0.0.1 under it in NAME-server.pem (key included)."""
    folder = pathlib.Path(folder)

    def openssl(*arguments):
        subprocess.run(["/usr/bin/openssl", *arguments], cwd=folder, check=True,
                       capture_output=True)

    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl("req", "-x509", *curve, "-days", "2", "-subj", f"/CN={name}", "-keyout",
            f"{name}.key", "-out", f"{name}.pem")
    openssl("req", *curve, "-subj", "/CN=export", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names.cnf").write_text("subjectAltName=IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", f"{name}.pem", "-CAkey", f"{name}.key",
            "-days", "2", "-extfile", "names.cnf", "-out", "server.pem")
    pair = (folder / "server.pem").read_text() + (folder / "server.key").read_text()
    (folder / f"{name}-server.pem").write_text(pair)
    return folder / f"{name}.pem"


def whole(body, status=200, **fields):
    """An answer with its right length; `Retry_After` becomes Retry-After."""
    def send(handler):
        handler.send_response(status)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
    return send


def cut(body, at):
    """Promises the whole and closes before its end."""
    def send(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[:at])
        handler.close_connection = True
    return send


def cut_chunked(body, at):
    def send(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(f"{at:x}\r\n".encode() + body[:at] + b"\r\n")
        handler.close_connection = True
    return send


def held(body, at, reached, go_on):
    """Stops in the middle until it may go on."""
    def send(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[:at])
        handler.wfile.flush()
        reached.set()
        go_on.wait(60)
        handler.close_connection = True
    return send


class Export:
    """Answers GETs in the planned order, and 304 when the plan is at its end."""

    def __init__(self, test, certificate, plan, port=0):
        self.plan = list(plan)
        self.requests = []  # (path, headers)
        export = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                export.requests.append((self.path, dict(self.headers)))
                answer = export.plan.pop(0) if export.plan else whole(b"", 304)
                try:
                    answer(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass  # a client that leaves is part of the tests

        self.server = Server(("127.0.0.1", port), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                 do_handshake_on_connect=False)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        test.addCleanup(self.stop)

    @property
    def port(self):
        return self.server.server_port

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def asked(self, count):
        """The requests, as soon as there are `count`."""
        for _ in Deadline(f"{count} requests; came: {len(self.requests)}"):
            if len(self.requests) >= count:
                return self.requests
