// The common head and block of the 自治体標準オープンデータセット: what plugins/chiiki reads as its
// feed `standard`. Several hours are told in the note, for the layout has room for one.
#include <algorithm>
#include <array>

#include "hub/service/export_resources.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace hub::service {
namespace {

constexpr std::string_view header[] = {"全国地方公共団体コード",
                                       "ID",
                                       "地方公共団体名",
                                       "名称",
                                       "名称_カナ",
                                       "名称_英字",
                                       "種別",
                                       "実施サービス",
                                       "所在地_全国地方公共団体コード",
                                       "町字ID",
                                       "所在地_連結表記",
                                       "所在地_都道府県",
                                       "所在地_市区町村",
                                       "所在地_町字",
                                       "所在地_番地以下",
                                       "建物名等(方書)",
                                       "緯度",
                                       "経度",
                                       "アクセス方法",
                                       "駐車場情報",
                                       "電話番号",
                                       "内線番号",
                                       "FAX番号",
                                       "連絡先メールアドレス",
                                       "法人番号",
                                       "団体名",
                                       "事業所番号",
                                       "認可等年月日",
                                       "収容定員",
                                       "受入年齢",
                                       "利用可能曜日",
                                       "開始時間",
                                       "終了時間",
                                       "利用可能日時特記事項",
                                       "一時預かりの有無",
                                       "URL",
                                       "備考"};

struct DayLetter {
  std::string_view code;
  std::string_view letter;
};
constexpr std::array<DayLetter, 8> letters{{{"Mo", "月"},
                                            {"Tu", "火"},
                                            {"We", "水"},
                                            {"Th", "木"},
                                            {"Fr", "金"},
                                            {"Sa", "土"},
                                            {"Su", "日"},
                                            {"Ho", "祝"}}};

std::string degrees(const std::optional<double>& value) {
  std::string out;
  if (value) tsunagu::json::Writer(out).coordinate(*value);
  return out;
}

std::string days_of(const ResourceHours& hours) {
  std::string out;
  for (const auto& [code, letter] : letters) {
    if (std::find(hours.days.begin(), hours.days.end(), code) != hours.days.end()) out += letter;
  }
  return out;
}

std::string ages_of(const ResourceFacts& facts) {
  if (!facts.age_range.empty()) return facts.age_range;
  const auto text = [](const std::optional<std::int64_t>& age) {
    return age ? std::to_string(*age) : std::string();
  };
  const auto from = text(facts.minimum_age);
  const auto until = text(facts.maximum_age);
  return from.empty() && until.empty() ? std::string() : from + "-" + until;
}

void add_note(std::string& note, const std::string& more) {
  if (more.empty()) return;
  note += (note.empty() ? "" : " ") + more;
}

/// 1Th stands in no column, nor do other hours than the first.
std::string day_note(const ResourceFacts& facts) {
  std::string note = facts.schedule_note;
  for (std::size_t at = 0; at < facts.hours.size(); ++at) {
    const auto& hours = facts.hours[at];
    for (const auto& special : hours.specific)
      add_note(note, special);
    if (at > 0) add_note(note, days_of(hours) + " " + hours.opens + "-" + hours.closes);
  }
  return note;
}

std::string capacity_of(const ResourceFacts& facts) {
  return facts.capacity ? std::to_string(*facts.capacity) : facts.capacity_text;
}

std::string types_of(const ResourceFacts& facts) {
  std::string out;
  for (const auto& type : facts.service_types)
    out += (out.empty() ? "" : ";") + type;
  return out;
}

void put_row(const ResourceFacts& facts, const std::string& code, const std::string& municipality,
             tsunagu::text::CsvWriter& csv) {
  static const ResourceHours none;
  const auto& hours = facts.hours.empty() ? none : facts.hours.front();
  const auto& at = facts.address;
  for (const auto& cell : {code,
                           facts.id.text(),
                           municipality,
                           facts.name,
                           facts.kana,
                           facts.english,
                           facts.kind,
                           types_of(facts),
                           at.code,
                           at.town_id,
                           at.full,
                           at.prefecture,
                           at.city,
                           at.town,
                           at.block,
                           at.building,
                           degrees(facts.latitude),
                           degrees(facts.longitude),
                           facts.access,
                           facts.parking,
                           facts.voice,
                           facts.extension,
                           facts.fax,
                           facts.email,
                           facts.corporate_number,
                           facts.operator_name,
                           facts.facility_number,
                           facts.approved_day,
                           capacity_of(facts),
                           ages_of(facts),
                           days_of(hours),
                           hours.opens,
                           hours.closes,
                           day_note(facts),
                           facts.temporary_care,
                           facts.url,
                           facts.note})
    csv.cell(cell);
  csv.end_row();
}

}  // namespace

std::string to_standard_csv(const std::vector<ResourceFacts>& resources,
                            const std::string& municipality_code,
                            const std::string& municipality_name) {
  tsunagu::text::CsvWriter csv;
  for (const auto name : header)
    csv.cell(name);
  csv.end_row();
  for (const auto& facts : resources) {
    if (!facts.staff_only) put_row(facts, municipality_code, municipality_name, csv);
  }
  return "\xEF\xBB\xBF" + csv.take();
}

}  // namespace hub::service
