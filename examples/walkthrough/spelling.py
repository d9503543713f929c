"""The same datum in the spellings that real systems use."""

ERAS = [("令和", "R", 5, 2019), ("平成", "H", 4, 1989), ("昭和", "S", 3, 1926), ("大正", "T", 2, 1912)]
WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
HALF_KANA = dict(zip(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー",
    "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ"))
VOICED = dict(zip("ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ", "カキクケコサシスセソタチツテトハヒフヘホウ"))
PLOSIVE = dict(zip("パピプペポ", "ハヒフヘホ"))
VARIANTS = {"高橋": "髙橋", "渡辺": "渡邉", "山崎": "山﨑", "斎藤": "齋藤", "島田": "嶋田", "桜井": "櫻井"}


def half_kana(text):
    def one(letter):
        if letter in VOICED:
            return HALF_KANA[VOICED[letter]] + "ﾞ"
        if letter in PLOSIVE:
            return HALF_KANA[PLOSIVE[letter]] + "ﾟ"
        return HALF_KANA.get(letter, letter)

    return "".join(one(letter) for letter in text)


def hiragana(katakana):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)


def era(date):
    """(long name, letter, digit, year of the era); the first days of an era year 1 are left aside on purpose."""
    year = date[0]
    for name, letter, digit, first in ERAS:
        if year > first or (year == first and letter == "R"):
            return name, letter, digit, year - first + 1
    raise ValueError(date)


def seven_digits(date):
    return "%d%02d%02d%02d" % (era(date)[2], era(date)[3], date[1], date[2])


def dotted(date):
    return "%s%d.%d.%d" % (era(date)[1], era(date)[3], date[1], date[2])


def any_date(date, style):
    """One of the spellings that people type into a spreadsheet."""
    name, letter, _, year = era(date)
    western = "%d/%d/%d" % date
    return [
        dotted(date), "%s%s年%d月%d日" % (name, "元" if year == 1 else year, date[1], date[2]), western,
        "%04d-%02d-%02d" % date, "%s%02d.%02d.%02d" % (letter, year, date[1], date[2]), western.translate(WIDE),
        ("%s%d年%d月%d日" % (name, year, date[1], date[2])).translate(WIDE), "%04d%02d%02d" % date,
    ][style % 8]


def any_address(town, banchi, go, style):
    number = f"{banchi}-{go}" if go else str(banchi)
    return [
        f"栃木県さくら市{town}{number}", f"さくら市{town}{number}", f"栃木県さくら市{town}{number}".translate(WIDE),
        f"さくら市{town}{banchi}番地" + (f"の{go}" if go else ""), f"さくら市大字{town}{banchi}番地{go or ''}",
        f"さくら市{town}{str(banchi).translate(KANJI)}番地", f"さくら市{town}{number}".replace("-", "−" if style % 2 else "－"),
    ][style % 7]
