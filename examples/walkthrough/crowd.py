"""The unremarkable many: some thirty to fifty people for each system, some of them known to two, spelled as each spells."""

from dice import Dice
from layouts import CONSULTED, KAIGO, KONKYU, SHOGAI
import spelling

FAMILIES = [
    ("高橋", "タカハシ"), ("渡辺", "ワタナベ"), ("斎藤", "サイトウ"), ("山崎", "ヤマザキ"), ("島田", "シマダ"), ("桜井", "サクライ"),
    ("加藤", "カトウ"), ("手塚", "テヅカ"), ("小堀", "コボリ"), ("阿久津", "アクツ"), ("増渕", "マスブチ"), ("村上", "ムラカミ"),
    ("大貫", "オオヌキ"), ("石川", "イシカワ"), ("黒崎", "クロサキ"), ("星", "ホシ"), ("長谷川", "ハセガワ"), ("笹沼", "ササヌマ")]
MEN = [("勇", "イサム"), ("正", "タダシ"), ("誠", "マコト"), ("博", "ヒロシ"), ("大輔", "ダイスケ"), ("翔太", "ショウタ"), ("茂", "シゲル")]
WOMEN = [("和子", "カズコ"), ("幸子", "サチコ"), ("恵", "メグミ"), ("由美", "ユミ"), ("さくら", "サクラ"), ("千代", "チヨ"), ("彩", "アヤ")]
TOWNS = [
    ("氏家", "3291311"), ("櫻野", "3291312"), ("鍛冶ケ澤", "3291321"), ("蒲須坂", "3291314"), ("松山", "3291304"), ("草川", "3291305"),
    ("喜連川", "3291412"), ("早乙女", "3291411"), ("鷲宿", "3291402"), ("上阿久津", "3291316"), ("狹間田", "3291323"), ("富野岡", "3291313")]


class Neighbour:
    def __init__(self, dice, number, youngest, oldest):
        family, given = dice.pick(FAMILIES), dice.pick(MEN if (sex := 1 + dice.roll(2)) == 1 else WOMEN)
        self.number, self.sex = number, str(sex)
        self.family, self.family_kana, self.given, self.given_kana = *family, *given
        self.birth = (2026 - youngest - dice.roll(oldest - youngest), 1 + dice.roll(12), 1 + dice.roll(28))
        self.town, self.postal = dice.pick(TOWNS)
        self.banchi, self.go = 100 + dice.roll(4000), dice.roll(9)
        self.phone = "02800%05d" % dice.roll(100000) if dice.chance(60) else "09000%06d" % dice.roll(1000000)

    def family_in(self, dice):
        return spelling.VARIANTS.get(self.family, self.family) if dice.chance(40) else self.family

    def kana(self, gap):
        return self.family_kana + gap + self.given_kana


def people(dice, first, count, youngest, oldest):
    return [Neighbour(dice, first + i, youngest, oldest) for i in range(count)]


def kaigo_rows(dice, crowd):
    return [kaigo_row(dice, i, person) for i, person in enumerate(crowd)]


def kaigo_row(dice, i, person):
    row = dict.fromkeys(KAIGO, "")
    partly_known = dice.chance(8)
    birth = person.birth if not partly_known else (person.birth[0], 0, 0)
    row.update({
        "処理区分": "1", "受付番号": "R08-%05d" % (100 + i), "受付年月日": spelling.seven_digits((2026, 3, 1 + dice.roll(31))),
        "受付方法": dice.pick(["来所", "電話", "訪問", "文書", "メール"]), "相談者続柄": dice.pick(["本人", "長女", "長男", "ケアマネ", "民生委員"]),
        "宛名番号": "%010d" % (1300000 + person.number), "保険者番号": "092148", "被保険者番号": "%010d" % (200000 + person.number),
        "氏名漢字": person.family_in(dice) + " " + person.given, "氏名カナ": spelling.half_kana(person.kana(" ")),
        "生年月日": spelling.seven_digits(birth), "性別": person.sex, "郵便番号": person.postal,
        "住所": spelling.any_address(person.town, person.banchi, person.go, 2 * dice.roll(3)), "電話番号": person.phone,
        "要介護状態区分": dice.pick(["01", "06", "12", "13", "21", "22", "23"]), "世帯構成": dice.pick(["単身", "夫婦のみ", "二人", "三世代"]),
        "主訴": dice.pick(["介護保険の申請をしたい。", "物忘れが増えた。", "足腰が弱った。（改行）買い物が大変。", "デイサービスを知りたい。"]),
        "相談分類": dice.pick(["介護保険・サービス", "介護予防", "認知症", "医療・健康", "住まい", "見守り・安否", "権利擁護・成年後見"]),
        "緊急度": dice.pick(["通常", "通常", "急ぐ"]), "同意区分": dice.pick(["0", "1", "9"]), "担当者": "包括エリム 職員D"})
    if row["同意区分"] == "1":
        row["同意年月日"] = spelling.dotted((2026, 3, 31))
    return row


def konkyu_rows(dice, crowd):
    return [konkyu_row(dice, i, person) for i, person in enumerate(crowd)]


def konkyu_row(dice, i, person):
    row = dict.fromkeys(KONKYU, "")
    phone = person.phone
    if phone.startswith("090"):
        phone = dice.pick([phone, "ー".join((phone[:3], phone[3:7], phone[7:])), phone.translate(spelling.WIDE)])
    row.update({
        "ID": "K-%04d" % (200 + i), "受付日": spelling.any_date((2026, 3, 1 + dice.roll(31)), dice.roll(8)), "受付者": "相談支援員B",
        "相談経路": dice.pick(["本人来所", "家族", "民生委員", "市の他課"]), "ふりがな": spelling.hiragana(person.kana("　")),
        "氏名": person.family_in(dice) + "　" + person.given, "性別": person.sex,
        "生年月日": spelling.any_date(person.birth, dice.roll(8)), "年齢": str(2025 - person.birth[0]),
        "郵便番号": person.postal[:3] + "-" + person.postal[3:],
        "住所": spelling.any_address(person.town, person.banchi, person.go, dice.roll(7)),
        "電話(携帯)" if person.phone.startswith("090") else "電話(自宅)": phone,
        dice.pick(CONSULTED[:13]): "◎", "具体的内容": dice.pick(["収入が減り、家賃が心配。", "仕事を探したい。", "借入が重なっている。"]),
        "住居形態": dice.pick(["持家", "借家", "公営"]), "就労状況": dice.pick(["無職", "非正規", "正社員"])})
    if dice.chance(50):
        row["同意署名日"] = spelling.any_date((2026, 4, 1), dice.roll(8))
    return row


def tax_rows(dice, crowd):
    rows = []
    for i, person in enumerate(crowd):
        row = dict.fromkeys(KONKYU, "")
        row.update({
            "ID": "Z-%04d" % (100 + i), "受付日": "2026/4/3", "受付者": "収納担当", "ふりがな": spelling.hiragana(person.kana("　")),
            "氏名": person.family + "　" + person.given, "性別": person.sex, "生年月日": spelling.dotted(person.birth),
            "住所": spelling.any_address(person.town, person.banchi, person.go, 3), "滞納(税)": f"{10000 + 100 * dice.roll(3000):,}円"})
        rows.append(row)
    return rows


def shogai_rows(dice, crowd):
    rows = []
    for i, person in enumerate(crowd):
        number = str(1300000 + person.number)  # equal to 介護's numbers of other people, as it happens
        known = dict.fromkeys(SHOGAI["K"], "") | {
            "宛名番号": number, "受給者証番号": "%010d" % (710000 + i), "氏名漢字": person.family_in(dice) + " " + person.given,
            "氏名カナ": spelling.half_kana(person.kana(" ")), "生年月日": "%04d%02d%02d" % person.birth, "性別": person.sex,
            "郵便番号": person.postal, "住所": spelling.any_address(person.town, person.banchi, person.go, 0),
            "手帳": dice.pick(["S2", "S4", "R-A", "R-B1", "M2", "M3", ""]), "支援区分": str(21 + dice.roll(6))}
        asked = dict.fromkeys(SHOGAI["S"], "") | {
            "受付番号": "S08-%04d" % (200 + i), "宛名番号": number, "受付日": "202603%02d" % (1 + dice.roll(31)),
            "経路": dice.pick(["本人", "家族", "医療機関"]), "相談者": dice.pick(["本人", "母", "相談支援専門員"]),
            "内容コード": "%02d" % (1 + dice.roll(12)), "本文": "利用できるサービスを知りたい。", "緊急度": "通常", "同意": dice.pick(["0", "1", "9"])}
        rows += [("K", SHOGAI["K"], known), ("S", SHOGAI["S"], asked)]
    return rows


def kodomo_objects(dice, crowd):
    return [kodomo_object(dice, i, person) for i, person in enumerate(crowd)]


def kodomo_object(dice, i, person):
    address = {"postalCode": person.postal, "fullAddress": spelling.any_address(person.town, person.banchi, person.go, dice.roll(2))}
    child = {"atenaNo": "%010d" % (3000 + person.number), "familyName": person.family, "givenName": person.given,
             "familyNameKana": person.family_kana, "givenNameKana": person.given_kana, "sex": person.sex,
             "dateOfBirth": "%04d-%02d-%02d" % person.birth, "address": address}
    mother = {"atenaNo": "%010d" % (5000 + person.number), "familyName": person.family, "givenName": "由美",
              "familyNameKana": person.family_kana, "givenNameKana": "ユミ", "sex": "2", "relation": "母", "cohabiting": True,
              "contactPointInformation": {"contactPointPhoneNumber": person.phone}}
    return {"receiptNo": "C08-%04d" % (100 + i), "receivedAt": "2026-03-%02dT10:00:00+09:00" % (1 + dice.roll(31)),
            "route": dice.pick(["家族親戚", "保健センター", "保育所"]), "child": child, "guardians": [mother],
            "consultationType": dice.pick(["保健", "育成(育児・しつけ)", "育成(不登校)", "障害(言語発達)"]),
            "statement": "子育ての相談。", "consent": {"status": dice.pick(["never_asked", "given"]), "givenAt": "2026-04-01"}}


def everybody():
    """The rows of all systems; a few people stand in two of them."""
    dice = Dice(20260410)
    old, poor = people(dice, 1, 48, 66, 96), people(dice, 101, 34, 22, 70)
    able, young = people(dice, 1, 30, 18, 64), people(dice, 301, 36, 0, 17)
    return {"kaigo": kaigo_rows(dice, old + poor[:3]), "konkyu": konkyu_rows(dice, poor + old[:4] + able[:3]),
            "zeimu": tax_rows(dice, poor[5:15]), "shogai": shogai_rows(dice, able), "kodomo": kodomo_objects(dice, young)}
