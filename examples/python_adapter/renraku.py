#!/usr/bin/python3 -ISB
"""An adapter without C++: 民生委員の連絡票, a CSV list, over the wire on stdin and stdout.

Nothing but the standard library. sdk/wire/README.md describes the wire; the first half of this file
is all of it that an adapter needs, the second half is the list.
"""

import codecs
import csv
import datetime
import io
import json
import struct
import sys

# The wire -------------------------------------------------------------------------------------

HELLO, CREATED, FATAL, WANT, RECORD, PROBLEM, PROGRESS, FILE, FILE_BYTES, HEALTH_LINE, DONE = range(1, 12)
CREATE, DECODE, BLOCK, STOP, PUSH, HEALTH = range(64, 70)
OK, REFUSED, STOPPED, UNSUPPORTED, FAILED = range(5)
REJECT, WARNING, REFUSAL = range(3)
WORTH_SENDING = 64 * 1024


class Stopped(Exception):
    """The hub wants no more."""


class Refused(Exception):
    """The whole can't be used: code, and a reason for an officer that names no person."""


def text(value):
    data = value if isinstance(value, bytes) else value.encode()
    return struct.pack("=I", len(data)) + data


class Body:
    """Reads the fields of one message in their order."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self, form):
        (value,) = struct.unpack_from("=" + form, self.data, self.at)
        self.at += struct.calcsize("=" + form)
        return value

    def bytes(self):
        size = self.number("I")
        self.at += size
        return self.data[self.at - size : self.at]

    def text(self):
        return self.bytes().decode()


class Wire:
    def __init__(self):
        self.source = sys.stdin.buffer
        self.sink = io.FileIO(1, "w")
        self.waiting = bytearray()

    def say(self, kind, body=b""):
        self.waiting += struct.pack("=IB", len(body) + 1, kind) + body
        if len(self.waiting) >= WORTH_SENDING:
            self.flush()

    def flush(self):
        rest = memoryview(bytes(self.waiting))
        self.waiting.clear()
        while rest:
            rest = rest[self.sink.write(rest) :]

    def hear(self):
        head = self.source.read(5)
        if len(head) < 5:
            sys.exit(0)  # the hub closed its end
        size, kind = struct.unpack("=IB", head)
        return kind, Body(self.source.read(size - 1))

    def problem(self, kind, code, reason, line=0, column="", column_number=0):
        place = struct.pack("=BQI", kind, line, column_number)
        self.say(PROBLEM, place + text(column) + text(code) + text(reason))

    def blocks(self):
        """The delivered bytes, a block at a time. At most one Want is ever open."""
        while True:
            self.say(WANT)
            self.flush()
            kind, body = self.hear()
            if kind != BLOCK:
                raise Stopped
            data = body.bytes()
            if not data:
                return
            yield data

    def done(self, status, rows=0, order_key=""):
        self.say(DONE, struct.pack("=iQ", status, rows) + text(order_key))


def serve(adapter):
    wire = Wire()
    wire.say(HELLO, struct.pack("=HI", 1, 0) + text(json.dumps(adapter.MANIFEST, ensure_ascii=False)))
    wire.flush()
    while True:
        kind, body = wire.hear()
        try:
            answer(wire, adapter, kind, body)
        except Stopped:
            wire.done(STOPPED)
        except Refused as why:
            wire.problem(REFUSAL, *why.args)
            wire.done(REFUSED)
        wire.flush()


def answer(wire, adapter, kind, body):
    if kind == CREATE:
        settings = {body.text(): body.text() for _ in range(body.number("I"))}
        key, why = adapter.create(settings)
        wire.say(CREATED, struct.pack("=iI", REFUSED if why else OK, 0) + text(key) + text(why))
    elif kind == DECODE:
        body.text()  # the feed: this adapter has one
        wire.done(OK, adapter.decode(wire, body.text()))
    elif kind == PUSH:
        adapter.push(wire, body.text(), body.text())
        wire.done(OK)
    elif kind == HEALTH:
        wire.say(HEALTH_LINE, struct.pack("=B", 1) + text("ready") + text("準備ができています"))
        wire.done(OK)


# The list -------------------------------------------------------------------------------------

COLUMNS = ("受付番号", "受付日", "氏名", "住所", "分類", "内容")
CONCERNS = {"見守り": "ISOLATION", "くらし・お金": "POVERTY", "介護": "CARE", "子ども": "CHILDREARING"}


def lines(blocks):
    """UTF-8 with or without a BOM, cut into lines without ever holding the whole."""
    decoder, rest = codecs.getincrementaldecoder("utf-8-sig")(), ""
    try:
        for block in blocks:
            *whole, rest = (rest + decoder.decode(block)).split("\n")
            if len(rest) > csv.field_size_limit():
                raise Refused("line_too_long", "1行が長すぎます。CSVのファイルか確かめてください")
            yield from (line + "\n" for line in whole)
        yield rest + decoder.decode(b"", True)
    except UnicodeDecodeError:
        raise Refused("encoding.malformed", "UTF-8として読めません。UTF-8で保存し直してください") from None


def fiscal_year(day):
    if len(day) != len("2026-04-10"):
        raise ValueError(day)
    date = datetime.date.fromisoformat(day)
    return date.year if date.month >= 4 else date.year - 1


def records(row, extra):
    # The desk counts from 1 each 年度, so the key names the year.
    key = f"{fiscal_year(row['受付日'])}-{row['受付番号']}"
    common = {"schemaVersion": "1"}
    person = {"kind": "person", **common, "recordKey": f"renraku-person:{key}",
              "names": [{"use": "official", "fullName": row["氏名"], "original": row["氏名"]}]}
    if row["住所"]:
        person["addresses"] = [{"fullAddress": row["住所"]}]
    yield person
    consultation = {"kind": "consultation", **common, "recordKey": f"renraku:{key}", "personKey": person["recordKey"],
                    "receiptNumber": row["受付番号"], "receivedAt": {"date": row["受付日"]}}
    if row["内容"]:
        consultation["statement"] = row["内容"]
    if extra:
        consultation["extra"] = extra
    yield consultation
    yield {"kind": "concern", **common, "recordKey": f"renraku:{key}/1", "personKey": person["recordKey"],
           "consultationKey": consultation["recordKey"], "code": CONCERNS.get(row["分類"], "OTHER"),
           "sourceCode": {"system": "renraku", "text": row["分類"] or "なし"}}


class Renraku:
    MANIFEST = {
        "id": "renraku", "version": "1.0.0", "name": "民生委員の連絡票",
        "description": "民生委員から届いた連絡票の一覧（UTF-8のCSV）",
        "fields": ["sogo"],
        "feeds": [{"name": "list", "description": "連絡票の一覧", "mode": "delta", "order": "received",
                   "key_scope": "fiscal_year", "encodings": ["utf8"], "files": ["renraku_*.csv"]}],
        "writes": ["person", "consultation", "concern"],
        "pushes": ["referral_accepted"],
        "config": [{"key": "ward", "type": "text", "default": "", "help": "この語で始まる住所の行だけを読む"}],
    }

    def create(self, settings):
        self.ward = settings.get("ward", "")
        return ("ward", "改行は使えません") if "\n" in self.ward else ("", "")

    def decode(self, wire, _name):
        reader = csv.reader(lines(wire.blocks()))
        try:
            header = next(reader, [])
            self.check_header(header)
            rows, line = 0, reader.line_num + 1
            for cells in filter(None, reader):
                rows += 1
                self.row(wire, header, cells, line)
                line = reader.line_num + 1
            return rows
        except csv.Error:
            raise Refused("csv.malformed", "CSVとして読めません") from None

    def check_header(self, header):
        if any("個人番号" in name or "マイナンバー" in name for name in header):
            raise Refused("my_number", "個人番号の列があります。出力の設定から外してください")
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise Refused("column.missing", "列がありません: " + "、".join(missing))

    def row(self, wire, header, cells, line):
        row = dict(zip(header, (cell.strip() for cell in cells)))
        extra = [{"name": name, "text": value} for name, value in row.items() if name not in COLUMNS and name and value]
        try:
            if len(cells) != len(header) or not row["受付番号"].isalnum() or not row["氏名"]:
                raise ValueError
            fiscal_year(row["受付日"])
            found = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in records(row, extra)]
        except ValueError:
            wire.problem(REJECT, "row.unreadable", "列の数、受付番号、受付日（2026-04-10）、氏名を確かめてください", line)
            return
        if not row["住所"].startswith(self.ward):
            return
        for one in found:
            wire.say(RECORD, struct.pack("=Q", line) + text(one))

    def push(self, wire, kind, message):
        try:
            told = json.loads(message)
            cells = [told["consultationKey"].removeprefix("renraku:"), told["at"], told["agency"], told["text"]]
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Refused("message.unusable", "相談番号、日、機関、内容のどれかがありません") from None
        if kind not in self.MANIFEST["pushes"]:
            raise Refused("message.unknown", "この種類の回答は書き出しません")
        wire.say(FILE, text("_kaito.csv"))
        out = io.StringIO()
        csv.writer(out, quoting=csv.QUOTE_ALL).writerow(cells)
        wire.say(FILE_BYTES, text(out.getvalue().encode("utf-8-sig")))


if __name__ == "__main__":
    serve(Renraku())
