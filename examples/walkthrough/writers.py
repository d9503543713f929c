"""The bytes of each export format, exactly as the systems write them."""

import json


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def kaigo_csv(columns, rows):
    """CP932, CRLF, every cell quoted."""
    lines = [",".join(quoted(c) for c in columns)]
    lines += [",".join(quoted(row[c]) for c in columns) for row in rows]
    return "".join(line + "\r\n" for line in lines).encode("cp932")


def life_csv(data_type, columns, numbers, rows):
    """Three-line shape: type, ids, data; text quoted, numbers bare; UTF-8 with BOM; no final line end."""
    def cell(name, value):
        return value if name in numbers or value == "" else quoted(value)

    lines = [data_type, ",".join(columns)]
    lines += [",".join(cell(c, row[c]) for c in columns) for row in rows]
    return b"\xef\xbb\xbf" + "\r\n".join(lines).encode("utf-8")


def record_types(insurer, made_at, rows):
    """shogai: control record, type-2 rows (kind, cells), trailer with their number; CP932, LF."""
    lines = [f"1,{insurer},{made_at},3"]
    for kind, columns, row in rows:
        cells = [quoted(row[c]) if c == "本文" else row[c] for c in columns]
        lines.append(",".join(["2", kind] + cells))
    lines.append(f"3,{len(rows)}")
    return "".join(line + "\n" for line in lines).encode("cp932")


def json_lines(objects):
    lines = (json.dumps(o, ensure_ascii=False, separators=(",", ":")) for o in objects)
    return "".join(line + "\n" for line in lines).encode("utf-8")


def unicode_text(title, columns, rows):
    """What Excel calls Unicode text: UTF-16LE with BOM, tabs, CRLF; a title, an empty line, the header."""
    def cell(value):
        return quoted(value) if any(c in value for c in '\t\r\n"') else value

    lines = [title, "", "\t".join(columns)]
    lines += ["\t".join(cell(row[c]) for c in columns) for row in rows]
    return b"\xff\xfe" + "".join(line + "\r\n" for line in lines).encode("utf-16-le")


def bom_csv(columns, rows):
    """UTF-8 with BOM, CRLF, quoted where needed."""
    def cell(value):
        return quoted(value) if any(c in value for c in ',\r\n"') else value

    lines = [",".join(columns)] + [",".join(cell(row[c]) for c in columns) for row in rows]
    return b"\xef\xbb\xbf" + "".join(line + "\r\n" for line in lines).encode("utf-8")
