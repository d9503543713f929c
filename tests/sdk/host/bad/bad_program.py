#!/usr/bin/python3 -ISB
"""A program on the wire that tries what its setting `fault` says, and tells whether it worked."""

import ctypes
import fcntl
import os
import signal
import socket
import struct

MANIFEST = b"""{"id": "bad_program", "version": "1.0.0", "name": "x", "description": "x", "fields": ["kaigo"],
"feeds": [{"name": "lines", "description": "x", "mode": "full", "order": "received", "encodings": ["utf8"]}],
"writes": ["person"], "config": [{"key": "fault", "type": "text", "help": "x"}, {"key": "path", "type": "text", "help": "x", "default": ""}]}"""
HELLO, CREATED, RECORD, DONE, WALLS = 1, 2, 5, 11, 12
CREATE, DECODE, HEALTH, UNSUPPORTED = 64, 65, 69, 3
PTRACE_ATTACH = 16


def say(kind, body):
    os.write(1, struct.pack("=IB", len(body) + 1, kind) + body)


def text(value):
    return struct.pack("=I", len(value)) + value


def hear():
    size, kind = struct.unpack("=IB", os.read(0, 5))
    return kind, os.read(0, size - 1) if size > 1 else b""


def settings_of(body):
    (count,), at, words = struct.unpack_from("=I", body), 4, []
    for _ in range(2 * count):
        (size,) = struct.unpack_from("=I", body, at)
        words.append(body[at + 4 : at + 4 + size].decode())
        at += 4 + size
    return dict(zip(words[::2], words[1::2]))


def connect(path):
    with socket.socket(socket.AF_UNIX) as other:
        other.connect(path)


def have_child(_):
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def become_another(path):
    os.execve(path, [path], {})


def trace(path):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(PTRACE_ATTACH, int(path), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")
    os.waitpid(int(path), 0)


def signal_by_descriptor(pid):
    fcntl.fcntl(0, fcntl.F_SETOWN, int(pid))
    fcntl.fcntl(0, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(0, fcntl.F_SETFL, os.O_ASYNC)


def list_descriptors(_):
    return ",".join(str(fd) for fd in range(256) if is_open(fd))


def is_open(descriptor):
    try:
        os.fstat(descriptor)
        return True
    except OSError:
        return False


TRIES = {
    "none": lambda _: None,
    "opens_file": lambda path: os.close(os.open(path, os.O_RDONLY)),
    "writes_file": lambda path: os.close(os.open(path, os.O_WRONLY | os.O_CREAT)),
    "connects": connect,
    "opens_socket": lambda _: socket.socket(socket.AF_INET).close(),
    "has_child": have_child,
    "kills_parent": lambda _: os.kill(os.getppid(), 0),
    "traces": trace,
    "signals_by_fcntl": signal_by_descriptor,
    "execs": become_another,
    "descriptors": list_descriptors,
    "environment": lambda _: ",".join(sorted(os.environ)),
}


def attempt(fault, path):
    try:
        return TRIES[fault](path) or "worked"
    except OSError:
        return "refused"


def main():
    say(HELLO, struct.pack("=HI", 1, 0xFFFFFFFF) + text(MANIFEST))
    _, body = hear()
    settings = settings_of(body)
    say(CREATED, struct.pack("=iI", 0, 0xFFFFFFFF) + text(b"") + text(b""))
    while True:
        question, _ = hear()
        if question == HEALTH:
            say(DONE, struct.pack("=iQ", UNSUPPORTED, 0) + text(b""))
            continue
        if question != DECODE:
            return
        if settings["fault"] == "lies":
            say(WALLS, struct.pack("=I", 0xFFFFFFFF))
            continue
        said = attempt(settings["fault"], settings.get("path", ""))
        say(RECORD, struct.pack("=Q", 1) + text(said.encode()))
        say(DONE, struct.pack("=iQ", 0, 1) + text(b""))


main()
