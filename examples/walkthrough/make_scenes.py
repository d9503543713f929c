"""The exports of the scenes: in each municipality one invented person whom the 地域包括支援センター refers, as a row
of the walkthrough's own layout, and a protection register that names nobody. `--check` compares with the files."""

import csv
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
KAIGO = HERE / "exports/kaigo"
REGISTER = HERE / "exports/shien-sochi"
AGREED = {"同意区分": "1", "同意年月日": "R8.4.9", "同意先": "J1"}
NOT_ASKED = {"同意区分": "0", "同意年月日": "", "同意先": ""}
ALIKE = {"受付番号": "R08-00101", "受付年月日": "5080409", "宛名番号": "0009900001", "世帯番号": "0099001",
         "被保険者番号": "0000990001", "世帯構成": "高齢者と子", "同居家族": "長男:54", "緊急度": "急ぐ",
         "相談分類": "介護保険・サービス;生活・経済", "方書": "", "終結年月日": ""}
PEOPLE = {
    "chigasaki": {**AGREED, "氏名漢字": "浜野 キヨ", "氏名カナ": "ﾊﾏﾉ ｷﾖ", "住所": "神奈川県茅ヶ崎市茅ヶ崎九丁目９９番９号",
                  "郵便番号": "2530041", "電話番号": "0467-099-0101", "保険者番号": "142075", "つなぎ先機関コード": "sogo-takikan",
                  "主訴": "同居の長男が職を失い、家賃が払えない。", "担当者": "包括 職員A"},
    "kobayashi": {**AGREED, "氏名漢字": "霧山 ハル", "氏名カナ": "ｷﾘﾔﾏ ﾊﾙ", "住所": "宮崎県小林市細野９９９番地９",
                  "郵便番号": "8860004", "電話番号": "0984-099-0101", "保険者番号": "452052", "つなぎ先機関コード": "takikan-shi",
                  "主訴": "長男が家から出ず、食事のほかは話さない。", "担当者": "包括 職員B"},
    "iga": {**NOT_ASKED, "氏名漢字": "柘植野 ヨネ", "氏名カナ": "ﾂｹﾞﾉ ﾖﾈ", "住所": "三重県伊賀市上野丸之内９９９番地",
            "郵便番号": "5180873", "電話番号": "0595-099-0101", "保険者番号": "242164", "つなぎ先機関コード": "takikan",
            "主訴": "長男のことは話したくないと言う。郵便がたまっている。", "担当者": "相談支援室 職員C"},
    "oda": {**NOT_ASKED, "氏名漢字": "石見野 スミ", "氏名カナ": "ｲﾜﾐﾉ ｽﾐ", "住所": "島根県大田市大田町大田イ９９９番地",
            "郵便番号": "6940064", "電話番号": "0854-099-0101", "保険者番号": "322057", "つなぎ先機関コード": "takikan-shi",
            "主訴": "どこに相談すればよいか分からない。長男が働けず、家賃と医療費が払えない。", "担当者": "包括 職員D"},
}


def kaigo(cells):
    (source,) = KAIGO.iterdir()
    header, first = list(csv.reader(io.StringIO(source.read_bytes().decode("cp932", "surrogateescape"))))[:2]
    row = {**dict(zip(header, first)), **ALIKE, **cells, "相談者氏名": cells["氏名漢字"], "支援経過": "多機関協働につなぐ。"}
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([header, [row[name] for name in header]])
    return out.getvalue().encode("cp932")


def register():
    (source,) = REGISTER.iterdir()
    return source.read_bytes().splitlines(keepends=True)[0]


def files():
    for municipality, cells in PEOPLE.items():
        folder = HERE / "scenes" / municipality
        yield folder / "shien-sochi/SHIENSOCHI_20260410.csv", register()
        yield folder / "kaigo/KAIGO_SODAN_20260410083000.csv", kaigo(cells)


def main():
    stale = 0
    for path, content in files():
        if "--check" in sys.argv:
            if not path.exists() or path.read_bytes() != content:
                print(f"{path.relative_to(HERE)} is not what make_scenes.py makes")
                stale += 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
