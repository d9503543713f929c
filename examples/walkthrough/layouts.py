"""The columns of the example exports, in their order. DOMAIN names them; an adapter's README repeats them."""

KAIGO = (
    "処理区分 受付番号 受付年月日 受付方法 相談者氏名 相談者続柄 宛名番号 世帯番号 保険者番号 被保険者番号 "
    "氏名漢字 氏名カナ 生年月日 性別 郵便番号 住所 方書 電話番号 要介護状態区分 認定有効開始 認定有効終了 "
    "障害自立度 認知症自立度 世帯構成 同居家族 主訴 相談分類 緊急度 支援経過 同意区分 同意年月日 同意先 "
    "つなぎ先機関コード 担当者 終結年月日"
).split()

LIFE = (
    "care_facility_id service_code external_system_management_number insurer_no insured_no last_name first_name "
    "last_name_kana first_name_kana gender birthday certified_date care_period_start care_period_end care_level "
    "impaired_elderly_independence_degree dementia_elderly_independence_degree start_date end_date death_date remarks"
).split()
LIFE_NUMBERS = {"gender"}  # numbers stand bare, text is quoted

CARE_PLAN = (
    "CSVバージョン 保険者番号 被保険者番号 居宅計画書作成年月日 居宅サービス計画作成(変更)日 課題NO 課題 援助目標NO "
    "長期目標 短期目標 長期期間 短期期間 援助内容NO サービス内容 保険対象区分 サービス種別 サービス事業者コード "
    "サービス事業所名 頻度 実施期間 更新業者コード 識別子"
).split()

CONSULTED = (
    "病気や健康、障害のこと|住まいについて|収入・生活費のこと|家賃やローンの支払いのこと|税金や公共料金等の支払いについて|"
    "債務について|仕事探し、就職について|仕事上の不安やトラブル|地域との関係について|家族との関係について|子育てのこと|"
    "介護のこと|ひきこもり・不登校|DV・虐待|食べるものがない|その他"
).split("|")

ISSUES = (
    "病気|けが|障害(手帳有)|障害(疑い)|自死企図|その他メンタルヘルス|住まい不安定|ホームレス|経済的困窮|多重・過重債務|"
    "家計管理|就職活動困難|就職定着困難|生活習慣の乱れ|社会的孤立|家族関係|不登校|非行|中卒・高校中退|ひとり親|DV・虐待|"
    "外国籍|刑余者|コミュニケーション|本人の能力(識字等)|被災|その他"
).split("|")

KONKYU = (
    "ID 受付日 受付者 相談経路 ふりがな 氏名 性別 生年月日 年齢 郵便番号 住所 電話(自宅) 電話(携帯) 来談者氏名 来談者続柄".split()
    + CONSULTED
    + "具体的内容 希望 同居者 世帯収入(月) 滞納(税) 滞納(その他) 債務 住居形態 就労状況 健康保険 年金 手帳 緊急支援".split()
    + ["課題まとめ_" + word for word in ISSUES]
    + "支援方針 プラン作成日 プラン期間 支援調整会議日 評価 評価日 同意署名日 同意書コード つなぎ先機関コード".split()
)

SHOGAI = {
    "K": "宛名番号 受給者証番号 氏名漢字 氏名カナ 生年月日 性別 郵便番号 住所 手帳 支援区分 有効開始 有効終了".split(),
    "S": "受付番号 宛名番号 受付日 経路 相談者 内容コード 本文 緊急度 同意 同意日 同意書コード つなぎ先機関コード".split(),
    "P": "計画番号 宛名番号 作成日 モニタリング期間 総合的な援助の方針 長期目標 短期目標".split(),
}

REGISTER = (
    "宛名番号 氏名カナ 生年月日 有効開始 有効終了 併せて支援を求める者 相手方氏名 相手方氏名カナ 相手方生年月日 相手方宛名番号"
).split()

RESOURCES = (
    "resource_id kind 名称 名称_カナ 団体名 法人番号 所在地_全国地方公共団体コード 町字ID 所在地_連結表記 所在地_都道府県 "
    "所在地_市区町村 所在地_町字 所在地_番地以下 建物名等(方書) 緯度 経度 曜日 特定日 開始時刻 終了時刻 対象_分野 "
    "対象_最小年齢 対象_最大年齢 対象_備考 定員 受入可能数 費用区分 費用説明 送迎 バリアフリー 受入配慮 参加支援協力 "
    "連絡先_担当 連絡先_電話番号 連絡先_メール 公開範囲 最終確認日"
).split()
