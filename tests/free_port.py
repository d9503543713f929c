"""Where a server under test may listen."""

import contextlib
import random
import socket


def free_port():
    """Of the loopback, and below the ports of outgoing connections, which could take it before somebody listens there."""
    for port in random.sample(range(20000, 32768), 64):
        with contextlib.suppress(OSError), socket.socket() as one:
            one.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port")
