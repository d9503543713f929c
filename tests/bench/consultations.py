"""A consultation export of a 地域包括支援センター as its system writes it (CP932, CRLF, all cells quoted). All people are
invented; the same seed makes the same bytes."""

import random

COLUMNS = ("処理区分,受付番号,受付年月日,受付方法,相談者氏名,相談者続柄,宛名番号,世帯番号,保険者番号,被保険者番号,氏名漢字,氏名カナ,"
           "生年月日,性別,郵便番号,住所,方書,電話番号,要介護状態区分,認定有効開始,認定有効終了,障害自立度,認知症自立度,世帯構成,"
           "同居家族,主訴,相談分類,緊急度,支援経過,同意区分,同意年月日,同意先,つなぎ先機関コード,担当者,終結年月日").split(",")
FAMILIES = [("佐藤", "ｻﾄｳ"), ("渡邉", "ﾜﾀﾅﾍﾞ"), ("塚原", "ﾂｶﾊﾗ"), ("髙橋", "ﾀｶﾊｼ"), ("小林", "ｺﾊﾞﾔｼ"), ("手塚", "ﾃﾂﾞｶ"),
            ("大森", "ｵｵﾓﾘ"), ("黒須", "ｸﾛｽ"), ("加藤", "ｶﾄｳ"), ("永井", "ﾅｶﾞｲ"), ("村上", "ﾑﾗｶﾐ"), ("岡田", "ｵｶﾀﾞ")]
GIVEN = [("トミ", "ﾄﾐ", 2), ("清", "ｷﾖｼ", 1), ("ハル", "ﾊﾙ", 2), ("房江", "ﾌｻｴ", 2), ("正一", "ｼｮｳｲﾁ", 1), ("和子", "ｶｽﾞｺ", 2),
         ("勇", "ｲｻﾑ", 1), ("千代", "ﾁﾖ", 2), ("茂", "ｼｹﾞﾙ", 1), ("ヨシ子", "ﾖｼｺ", 2)]
TOWNS = ["氏家", "櫻野", "馬場", "喜連川", "下河戸", "鍛冶ケ澤", "蒲須坂", "草川"]
STATEMENTS = ["腰が痛く、買い物と風呂がつらい。\r\n同居の長男がいる（本人の申告）。食事の支度は孫が手伝っている。",
              "夜に外へ出ようとする。保育園の送りと重なり、目が離せない。", "膝が痛い。階段の上り下りができない。", "最近見かけない。"]
CLASSES = ["介護保険・サービス;生活・経済", "認知症;介護方法;家族関係", "介護予防", "見守り・安否"]
COURSES = ["訪問を約束。（改行）本人は関係機関への相談を希望した。", "夜間の見守りについて説明。", "パンフレットを渡した。", "民生委員に確認した。"]


def person_of(number, seed):
    dice = random.Random(seed * 10_000_000 + number)
    family, kana = dice.choice(FAMILIES)
    given, given_kana, sex = dice.choice(GIVEN)
    birthday = f"3{dice.randint(2, 30):02}{dice.randint(1, 12):02}{dice.randint(1, 28):02}"
    home = number // 2  # two of a household
    return {
        "宛名番号": f"{10_000_000 + number:010}", "世帯番号": f"{home:07}", "保険者番号": "092148",
        "被保険者番号": f"{number:010}", "氏名漢字": f"{family}　{given}", "氏名カナ": f"{kana} {given_kana}", "生年月日": birthday,
        "性別": str(sex), "郵便番号": "3291312", "住所": f"さくら市{TOWNS[home % 8]}{home // 8 % 3000 + 1}番地{home // 24_000 + 1}",
        "電話番号": f"028-099-{number % 10_000:04}", "要介護状態区分": dice.choice(["12", "13", "21", "22"]),
        "認定有効開始": "5070701", "認定有効終了": "5090630", "障害自立度": "A1", "認知症自立度": "Ⅱa", "世帯構成": "二人",
        "同居家族": "長男:52"}


def row_of(number, seed):
    dice = random.Random(seed * 10_000_000 + 5_000_000 + number)
    person = person_of(number - number % 10 if number % 10 == 9 else number, seed)  # some come twice
    kind = dice.randrange(4)
    row = {**person, "処理区分": "1", "受付番号": f"R08-{number:07}", "受付年月日": f"508{dice.randint(1, 3):02}{dice.randint(1, 28):02}",
           "受付方法": dice.choice(["来所", "電話", "訪問"]), "相談者氏名": person["氏名漢字"], "相談者続柄": "本人", "主訴": STATEMENTS[kind],
           "相談分類": CLASSES[kind], "緊急度": "通常", "支援経過": COURSES[kind], "担当者": f"包括エリム 職員{chr(65 + kind)}"}
    if number % 5 == 0:
        row.update({"同意区分": "1", "同意年月日": "R8.3.2", "同意先": "J1"})
    else:
        row["同意区分"] = "9"
    return row


def write_export(path, rows, seed=1, refer_to=""):
    """Whoever agreed is referred to that agency, where one is named. Returns the bytes written."""
    line = lambda cells: ",".join('"' + cell + '"' for cell in cells) + "\r\n"
    with open(path, "w", encoding="cp932", newline="") as out:
        out.write(line(COLUMNS))
        for number in range(rows):
            row = row_of(number, seed)
            if row["同意区分"] == "1":
                row["つなぎ先機関コード"] = refer_to
            out.write(line([row.get(column, "") for column in COLUMNS]))
    return path.stat().st_size
