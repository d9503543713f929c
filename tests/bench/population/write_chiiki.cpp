// 地域づくり: places to go, in the municipality's own layout; no person stands in it.
#include <array>

#include "tests/bench/population/dice.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/text.hpp"
#include "tests/bench/population/towns.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace bench::population {

namespace {

constexpr std::array<std::string_view, 37> columns = {"resource_id",
                                                      "kind",
                                                      "名称",
                                                      "名称_カナ",
                                                      "団体名",
                                                      "法人番号",
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
                                                      "曜日",
                                                      "特定日",
                                                      "開始時刻",
                                                      "終了時刻",
                                                      "対象_分野",
                                                      "対象_最小年齢",
                                                      "対象_最大年齢",
                                                      "対象_備考",
                                                      "定員",
                                                      "受入可能数",
                                                      "費用区分",
                                                      "費用説明",
                                                      "送迎",
                                                      "バリアフリー",
                                                      "受入配慮",
                                                      "参加支援協力",
                                                      "連絡先_担当",
                                                      "連絡先_電話番号",
                                                      "連絡先_メール",
                                                      "公開範囲",
                                                      "最終確認日"};

struct Kind {
  std::string_view kind;
  std::string_view name;
  std::string_view kana;
};
constexpr std::array<Kind, 6> kinds = {{{"通いの場", "いきいき体操の会", "イキイキタイソウノカイ"},
                                        {"サロン", "ふれあいサロン", "フレアイサロン"},
                                        {"子ども食堂", "みんなの食堂", "ミンナノショクドウ"},
                                        {"居場所", "ひだまりの家", "ヒダマリノイエ"},
                                        {"学習支援", "まなびの広場", "マナビノヒロバ"},
                                        {"フードバンク", "おすそわけ便", "オスソワケビン"}}};
constexpr std::uint32_t persons_a_place = 800;
constexpr std::uint32_t no_capacity_percent = 72;  // DOMAIN 7.1

void put(tsunagu::text::CsvWriter& csv, Dice& dice, const Municipality& municipality,
         std::uint32_t number) {
  const TownName& town = dice.one_of(municipality.towns);
  const Kind& kind = dice.one_of(kinds);
  const std::string lot = std::to_string(dice.between(1, 900));
  const std::string chome = town.chome == 0 ? "" : std::to_string(town.chome) + "-";
  std::array<std::string, columns.size()> cells;
  cells[0] = "GEN-" + padded(number, 5);
  cells[1] = kind.kind;
  cells[2] = town.base + std::string(kind.name);
  cells[3] = kind.kana;
  cells[8] = municipality.city + town.base + chome + lot;
  cells[9] = municipality.prefecture;
  cells[10] = municipality.city;
  cells[16] = dice.percent(50) ? "月火" : "水";
  cells[18] = "10:00";
  cells[19] = "12:00";
  cells[24] = dice.percent(no_capacity_percent) ? "" : std::to_string(dice.between(8, 40));
  cells[35] = dice.percent(90) ? "public" : "staff";
  cells[36] = "2026-10-01";
  for (const std::string& text : cells)
    csv.cell(text);
  csv.end_row();
}

}  // namespace

std::string chiiki_file(const Town& town, const Settings& settings,
                        const std::filesystem::path& config) {
  const Municipality municipality = municipality_of(settings.profile, config);
  Dice dice(settings.seed);
  tsunagu::text::CsvWriter csv;
  for (const std::string_view column : columns)
    csv.cell(column);
  csv.end_row();
  const auto places = static_cast<std::uint32_t>(town.persons.size()) / persons_a_place + 6;
  for (std::uint32_t i = 1; i <= places; ++i)
    put(csv, dice, municipality, i);
  return "\xEF\xBB\xBF" + csv.take();
}

}  // namespace bench::population
