"""The codes that an authenticator shows (RFC 6238)."""

import base64
import hashlib
import hmac
import struct

STEP = 30  # seconds


def code_of(key, step):
    mac = hmac.new(base64.b32decode(key), struct.pack(">Q", step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 10 ** 6:06}"
