"""Finds a token in bytes, however they were encoded on their way.

A token is a value that stands nowhere else, such as a name made up for one cell of one row.
"""

import base64
import gzip
import unicodedata
import urllib.parse
import zlib

CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp")
SHORTEST = 5  # bytes: shorter ones would be found by chance in what is sealed


def spellings(token):
    """The token, and as width, kana and digits may have been folded on the way."""
    wide = token.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})
    return {token, unicodedata.normalize("NFKC", token), wide, token.replace("-", "")}


def in_charsets(token):
    for text in spellings(token):
        for charset in CHARSETS:
            try:
                yield text.encode(charset)
            except UnicodeEncodeError:
                continue


def base64_forms(plain):
    """What stays the same of the base64 of any text that holds it, at each of three offsets."""
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + plain)
        first = (0, 2, 3)[shift]
        last = len(whole) - (4 if (shift + len(plain)) % 3 else 0)
        yield whole[first:last]
        yield whole[first:last].replace(b"+", b"-").replace(b"/", b"_")


def escapes(token):
    for text in spellings(token):
        units = text.encode("utf-16-be")
        codes = [units[at:at + 2].hex() for at in range(0, len(units), 2)]
        for code in (str.lower, str.upper):
            yield "".join("\\u" + code(one) for one in codes).encode()
            mixed = (one if len(one) == 1 and ord(one) < 128 else "\\u" + code(one.encode("utf-16-be").hex())
                     for one in text)
            yield "".join(mixed).encode()


def forms(token):
    """Every sequence of bytes that gives the token away."""
    found = set(escapes(token))
    for plain in in_charsets(token):
        found.add(plain)
        found.update(base64_forms(plain))
        found.update((plain.hex().encode(), plain.hex().upper().encode()))
        percent = urllib.parse.quote_from_bytes(plain, safe="").encode()
        found.update((percent, percent.lower(),
                      b"".join(b"%%%02x" % one for one in plain),
                      b"".join(b"%%%02X" % one for one in plain)))
    return {one for one in found if len(one) >= SHORTEST}


def unpacked(content):
    """The bytes themselves, and whatever gzip and zlib streams in them hold."""
    yield content
    for magic, bits in ((b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15), (b"\x78\xda", 15), (b"\x78\x01", 15)):
        at = content.find(magic)
        while at >= 0:
            try:
                plain = zlib.decompressobj(bits).decompress(content[at:])
                if len(plain) >= SHORTEST:
                    yield plain
            except zlib.error:
                pass
            at = content.find(magic, at + 1)


class Scanner:
    def __init__(self, tokens):
        self.forms = {token: forms(token) for token in tokens}

    def found_in(self, content):
        """The tokens that these bytes hold."""
        parts = list(unpacked(content))
        return {token for token, known in self.forms.items()
                if any(form in part for part in parts for form in known)}

    def leaks(self, outputs):
        """(channel, token) of all that the outputs hold."""
        return {(channel, token) for channel, content in outputs.items()
                for token in self.found_in(content)}


def packed(text, charset="utf-8"):
    return gzip.compress(text.encode(charset))
