"""`network.py BUILD`: what the object files themselves reach. Only hub/egress goes outward over the
network; hub/http listens; the command line and the adapters' pipes use local sockets alone.

It reads the undefined C symbols of every static library and adapter, so that no header, macro or
template hides a call."""

import pathlib
import re
import subprocess
import sys

NETWORK = re.compile(
    r"^(socket|socketpair|connect|bind|listen|accept4?|send|sendto|sendmsg|sendmmsg|recv|recvfrom|recvmsg"
    r"|recvmmsg|getaddrinfo(_a)?|getnameinfo|gethostby\w+|res_n?\w*(query|search|send)|curl_\w+|ares_\w+"
    r"|SSL_connect|SSL_set_connect_state|SSL_accept|BIO_\w*connect)$")

LISTENS = "socket|bind|listen|accept|recv|send"

# Library: what it may reach, and the object files that may reach more, with the reason.
MAY = {
    "hub_egress": ("socket|curl_.*", {}),
    "hub_http": (LISTENS, {
        "admin_socket": ("accept4|connect", "asks a Unix socket whether a daemon holds it"),
        "tls_transport": ("SSL_accept|SSL_connect", "one Asio engine serves both; no connect stands here"),
    }),
    "hub_cli": ("", {
        "admin_client": ("socket|connect|recv|send", "a Unix socket to the daemon"),
        "demo_folder": ("socket|bind", "a free port on the loopback for the demonstration"),
    }),
    "hub_daemon": ("", {"signer_client": ("socket|connect|recv|send", "a Unix socket to the audit's signer")}),
    "hub_signer": ("", {"signer_socket": (LISTENS + "|accept4", "the Unix socket that the hub asks")}),
    "hub_adapter": ("", {
        "own_child": ("socketpair", "the pipe to an adapter's process"),
        "kept_child": ("socketpair", "the same, of a process that the keeper starts"),
    }),
    "hub_keeper": ("", {"line": ("socket|connect|sendmsg|recvmsg", "the Unix socket between the hub and a keeper")}),
    "sdk_conformance": ("", {"guest": ("socketpair", "the pipe to the adapter that is asked")}),
    "sdk_wire": ("", {"channel": ("recv|send", "frames over that pipe")}),
}


def symbols(path):
    """(object file, undefined C symbol) of a library."""
    dynamic = ["-D"] if path.suffix == ".so" else []
    listed = subprocess.run(["nm", *dynamic, "-A", "--undefined-only", str(path)], check=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    for line in listed.splitlines():
        where, symbol = line.split()[0], line.split()[-1]
        yield where.rstrip(":").split(":")[-1].removesuffix(".cpp.o"), symbol.split("@")[0]


def offences(build):
    libraries = sorted(path for top in ("hub", "sdk", "plugins", "adapters")
                       for kind in ("*.a", "*.so") for path in (build / top).rglob(kind))
    assert libraries, f"no library stands under {build}"
    for path in libraries:
        allowed, objects = MAY.get(path.stem.removeprefix("lib"), ("", {}))
        for unit, symbol in sorted(set(symbols(path))):
            more = objects.get(unit, ("", ""))[0]
            if NETWORK.match(symbol) and not re.fullmatch(f"{allowed}|{more}", symbol):
                yield f"{path.relative_to(build)}: {unit} reaches {symbol}: only hub/egress goes outward"


def main():
    found = list(offences(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    print("only hub/egress reaches the network outward" if not found else f"{len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
