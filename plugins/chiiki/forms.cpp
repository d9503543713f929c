// The layouts, column by column, as DOMAIN 5.1 and 5.3 give them.
#include "plugins/chiiki/form.hpp"

namespace chiiki {

namespace {

constexpr feed::Need optional = feed::Need::optional;
constexpr feed::Need required = feed::Need::required;

using Columns = std::vector<RoleColumn>;

Columns joined(std::initializer_list<Columns> blocks) {
  Columns all;
  for (const Columns& block : blocks)
    all.insert(all.end(), block.begin(), block.end());
  return all;
}

// Blocks of columns that several layouts share, in their order.

Columns municipality() {
  return {{Role::prefecture, "都道府県名"}, {Role::city, "市区町村名"}};
}

Columns position() {
  return {{Role::latitude, "緯度"}, {Role::longitude, "経度"}};
}

/// Of a care service: who runs it, and when it is open.
Columns care_service() {
  return {{Role::corporate_number, "法人番号"},
          {Role::organization, "法人の名称"},
          {Role::facility_number, "事業所番号"},
          {Role::days, "利用可能曜日"},
          {Role::day_note, "利用可能曜日特記事項"},
          {Role::capacity, "定員"},
          {Role::url, "URL"}};
}

/// The beginning of the 推奨データセット.
Columns recommended_head() {
  return joined(
      {{{Role::code, "都道府県コード又は市区町村コード"}, {Role::id, "NO"}}, municipality()});
}

Columns recommended_place() {
  return joined({{{Role::address, "住所"}, {Role::building, "方書"}}, position()});
}

Columns recommended_phones() {
  return {{Role::phone, "電話番号"}, {Role::extension, "内線番号"}, {Role::fax, "FAX番号"}};
}

/// The common block of the location of the 自治体標準オープンデータセット.
Columns standard_place(feed::Need need) {
  return {{Role::place_code, "所在地_全国地方公共団体コード", need},
          {Role::town_id, "町字ID", need},
          {Role::address, "所在地_連結表記"},
          {Role::prefecture, "所在地_都道府県", need},
          {Role::city, "所在地_市区町村", need},
          {Role::town, "所在地_町字", need},
          {Role::block, "所在地_番地以下", need},
          {Role::building, "建物名等(方書)", need},
          {Role::latitude, "緯度", need},
          {Role::longitude, "経度", need}};
}

/// 介護サービス情報公表: 24 columns; the service code comes from the file's name and may stand in
/// front.
Form kaigo_kohyo() {
  return {"kohyo",
          {Role::facility_number, Role::service},
          joined({{{Role::service_code, "サービスコード(ファイル名)", optional},
                   {Role::code, "都道府県コード又は市町村コード"},
                   {Role::id, "No"}},
                  municipality(),
                  {{Role::name, "事業所名"},
                   {Role::kana, "事業所名カナ"},
                   {Role::service, "サービスの種類"},
                   {Role::address, "住所"},
                   {Role::building, "方書（ビル名等）"}},
                  position(),
                  {{Role::phone, "電話番号"}, {Role::fax, "FAX番号"}},
                  care_service(),
                  {{Role::shared_use, "高齢者の方と障害者の方が同時一体的に利用できるサービス"},
                   {Role::care_standard, "介護保険の通常の指定基準を満たしている"},
                   {Role::disability_standard, "障害福祉の通常の指定基準を満たしている"},
                   {Role::note, "備考"}}})};
}

/// WAM NET 障害福祉サービス等情報: 29 columns. The first column's name varies.
Form wam_net() {
  return {"wam",
          {Role::facility_number, Role::service},
          {{Role::code, "都道府県コード", optional},
           {Role::id, "NO"},
           {Role::designated_by, "指定機関名"},
           {Role::organization, "法人の名称"},
           {Role::organization_kana, "法人の名称_かな"},
           {Role::corporate_number, "法人番号"},
           {Role::organization_city, "法人住所（市区町村）"},
           {Role::organization_rest, "法人住所（番地以降）"},
           {Role::organization_phone, "法人電話番号"},
           {Role::organization_fax, "法人FAX番号"},
           {Role::organization_url, "法人URL"},
           {Role::service, "サービス種別"},
           {Role::name, "事業所の名称"},
           {Role::kana, "事業所の名称_かな"},
           {Role::facility_number, "事業所番号"},
           {Role::city, "事業所住所（市区町村）"},
           {Role::block, "事業所住所（番地以降）"},
           {Role::phone, "事業所電話番号"},
           {Role::fax, "事業所FAX番号"},
           {Role::url, "事業所URL"},
           {Role::latitude, "事業所緯度"},
           {Role::longitude, "事業所経度"},
           {Role::weekday_hours, "利用可能な時間帯（平日）"},
           {Role::saturday_hours, "利用可能な時間帯（土曜）"},
           {Role::sunday_hours, "利用可能な時間帯（日曜）"},
           {Role::holiday_hours, "利用可能な時間帯（祝日）"},
           {Role::closed_days, "定休日"},
           {Role::day_note, "利用可能曜日特記事項（留意事項）"},
           {Role::capacity, "定員"}}};
}

/// 推奨データセット (the old edition): 介護サービス事業所一覧, 22 columns.
Form recommended_kaigo() {
  return {"suisho-kaigo",
          {Role::code, Role::id},
          joined({recommended_head(),
                  {{Role::name, "介護サービス事業所名称"},
                   {Role::kana, "介護サービス事業所名称_カナ"},
                   {Role::service, "実施サービス"}},
                  recommended_place(),
                  recommended_phones(),
                  care_service(),
                  {{Role::note, "備考"}}})};
}

/// 推奨データセット (the old edition): 子育て施設一覧, 28 columns.
Form recommended_childcare() {
  return {"suisho-kosodate",
          {Role::code, Role::id},
          joined({recommended_head(),
                  {{Role::name, "名称"}, {Role::kana, "名称_カナ"}, {Role::kind, "種別"}},
                  recommended_place(),
                  {{Role::access, "アクセス方法"}, {Role::parking, "駐車場情報"}},
                  recommended_phones(),
                  {{Role::corporate_number, "法人番号"},
                   {Role::organization, "団体名"},
                   {Role::approved_on, "認可等年月日"},
                   {Role::capacity, "収容定員"},
                   {Role::age_range, "受入年齢"},
                   {Role::days, "利用可能曜日"},
                   {Role::opens, "開始時間"},
                   {Role::closes, "終了時間"},
                   {Role::day_note, "利用可能日時特記事項"},
                   {Role::temporary_care, "一時預かりの有無"},
                   {Role::url, "URL"},
                   {Role::note, "備考"}}})};
}

/// 自治体標準オープンデータセット (the current edition): the common head and the common block of
/// the location, which twelve sets share. Only the joined address must be there.
Form standard() {
  return {"hyojun",
          {Role::code, Role::id},
          joined({{{Role::code, "全国地方公共団体コード"},
                   {Role::id, "ID"},
                   {Role::publisher, "地方公共団体名", optional},
                   {Role::name, "名称"},
                   {Role::kana, "名称_カナ", optional},
                   {Role::english, "名称_英字", optional},
                   {Role::kind, "種別", optional},
                   {Role::service, "実施サービス", optional}},
                  standard_place(optional),
                  {{Role::access, "アクセス方法", optional},
                   {Role::parking, "駐車場情報", optional},
                   {Role::phone, "電話番号", optional},
                   {Role::extension, "内線番号", optional},
                   {Role::fax, "FAX番号", optional},
                   {Role::email, "連絡先メールアドレス", optional},
                   {Role::corporate_number, "法人番号", optional},
                   {Role::organization, "団体名", optional},
                   {Role::facility_number, "事業所番号", optional},
                   {Role::approved_on, "認可等年月日", optional},
                   {Role::capacity, "収容定員", optional},
                   {Role::age_range, "受入年齢", optional},
                   {Role::days, "利用可能曜日", optional},
                   {Role::opens, "開始時間", optional},
                   {Role::closes, "終了時間", optional},
                   {Role::day_note, "利用可能日時特記事項", optional},
                   {Role::temporary_care, "一時預かりの有無", optional},
                   {Role::url, "URL", optional},
                   {Role::note, "備考", optional}}})};
}

/// Our own list of community resources: 通いの場, サロン, 就労体験 …
Form community() {
  return {"shigen",
          {Role::id},
          joined({{{Role::id, "resource_id"},
                   {Role::kind, "kind"},
                   {Role::name, "名称"},
                   {Role::kana, "名称_カナ"},
                   {Role::organization, "団体名"},
                   {Role::corporate_number, "法人番号"}},
                  standard_place(required),
                  {{Role::days, "曜日"},
                   {Role::specific_days, "特定日"},
                   {Role::opens, "開始時刻"},
                   {Role::closes, "終了時刻"},
                   {Role::target_fields, "対象_分野"},
                   {Role::minimum_age, "対象_最小年齢"},
                   {Role::maximum_age, "対象_最大年齢"},
                   {Role::eligibility, "対象_備考"},
                   {Role::capacity, "定員"},
                   {Role::available, "受入可能数"},
                   {Role::fee_kind, "費用区分"},
                   {Role::fees, "費用説明"},
                   {Role::transport, "送迎"},
                   {Role::accessibility, "バリアフリー"},
                   {Role::acceptance, "受入配慮"},
                   {Role::participation, "参加支援協力"},
                   {Role::contact_person, "連絡先_担当"},
                   {Role::phone, "連絡先_電話番号"},
                   {Role::email, "連絡先_メール"},
                   {Role::public_range, "公開範囲"},
                   {Role::assured_on, "最終確認日"}}})};
}

}  // namespace

std::map<std::string, Form, std::less<>> forms() {
  return {{"kaigo_kohyo", kaigo_kohyo()},
          {"wam_net", wam_net()},
          {"recommended_kaigo", recommended_kaigo()},
          {"recommended_childcare", recommended_childcare()},
          {"standard", standard()},
          {"community", community()}};
}

}  // namespace chiiki
