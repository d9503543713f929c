"""The walkthrough's exports, and the ways in which a test spoils them."""

from hub_process import export

KAIGO = ("kaigo", "kaigo")  # drop folder, source
KODOMO = ("kodomo", "kodomo")
SHOGAI = ("shogai", "shogai")
KONKYU = ("konkyu", "konkyu")

PLACE = {"kind": "resource", "schemaVersion": "1", "recordKey": "own:1", "publicRange": "public",
         "resourceKind": {"text": "居場所"}, "name": "架空の縁側", "address": {"fullAddress": "さくら市氏家1-1"},
         "assuredAt": {"date": "2026-04-01"}}  # as an officer registers it


def kaigo_text():
    """The consultation export as text; bytes that CP932 leaves to the user stay what they are."""
    return export("kaigo")[1].decode("cp932", "surrogateescape")


def kaigo_bytes(text):
    return text.encode("cp932", "surrogateescape")


def kaigo_rows():
    """Header and rows, each with its line end; a row may hold line breaks."""
    rows, row = [], ""
    for line in kaigo_text().splitlines(keepends=True):
        row += line
        if row.count('"') % 2 == 0:
            rows.append(row)
            row = ""
    return rows


def one_kaigo_row(**cells):
    """The header and the first row, with some cells replaced: `birthday="…"` by column name."""
    header, row = kaigo_rows()[:2]
    names = [name.strip('"') for name in header.strip().split('","')]
    values = row.rstrip("\r\n")[1:-1].split('","')
    for name, value in cells.items():
        values[names.index(name)] = value
    return kaigo_bytes(header + '"' + '","'.join(values) + '"\r\n')


def many_kaigo_rows(count):
    """Rows of one consultation each, all of one person."""
    header, row = kaigo_rows()[:2]
    row = row.replace("R08-00031", "R{:08d}").replace('"sakutomo"', '""')
    return kaigo_bytes(header + "".join(row.replace("R{:08d}", f"R{n:08d}") for n in range(count)))


REGISTER_HEADER = ("宛名番号,氏名カナ,生年月日,有効開始,有効終了,併せて支援を求める者,"
                   "相手方氏名,相手方氏名カナ,相手方生年月日,相手方宛名番号\r\n")


def empty_register():
    """Nobody is protected: the municipality says so."""
    return REGISTER_HEADER.encode()
