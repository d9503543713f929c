// 介護: the consultations, and LIFE's SERVICE_USER_INFO.
#include <array>

#include "tests/bench/population/cells.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/text.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace bench::population {

namespace {

using tsunagu::text::CsvWriter;

constexpr std::array<std::string_view, 35> columns = {
    "処理区分",       "受付番号",     "受付年月日",
    "受付方法",       "相談者氏名",   "相談者続柄",
    "宛名番号",       "世帯番号",     "保険者番号",
    "被保険者番号",   "氏名漢字",     "氏名カナ",
    "生年月日",       "性別",         "郵便番号",
    "住所",           "方書",         "電話番号",
    "要介護状態区分", "認定有効開始", "認定有効終了",
    "障害自立度",     "認知症自立度", "世帯構成",
    "同居家族",       "主訴",         "相談分類",
    "緊急度",         "支援経過",     "同意区分",
    "同意年月日",     "同意先",       "つなぎ先機関コード",
    "担当者",         "終結年月日"};

constexpr std::array<std::string_view, 7> levels = {"12", "13", "21", "22", "23", "24", "25"};
constexpr std::array<std::string_view, 3> channels = {"来所", "電話", "訪問"};

std::string_view level_of(const Row& row) {
  return row.care_level ? levels[chance_of(row) % levels.size()] : std::string_view();
}

/// Certified for two years around the day of writing.
std::uint32_t certified_from(const Row& row) {
  return number_of(day_of_digits(row.recorded)) - static_cast<std::uint32_t>(chance_of(row) % 300);
}
constexpr std::uint32_t two_years = 730;

std::string composition(const Row& row) {
  if (row.members.empty()) return {};
  const std::size_t others = split(row.members, ';').size();
  return others == 1 ? "二人" : "その他";
}

void put_person(CsvWriter& csv, const Export& of, const Row& row) {
  csv.cell(atena_of(row));
  csv.cell(row.household_number);
  csv.cell(of.insurer);
  for (const std::string& text : {row.number, name_cell(row), row.kana, row.birth, row.sex,
                                  row.postal_code, row.address, row.building, row.phone})
    csv.cell(text);
  csv.cell(level_of(row));
  const std::uint32_t from = certified_from(row);
  csv.cell(row.care_level ? seven_digits(day_of(from)) : "");
  csv.cell(row.care_level ? seven_digits(day_of(from + two_years)) : "");
  csv.cell(row.care_level ? "A1" : "");
  csv.cell("");
  csv.cell(composition(row));
  csv.cell(row.members);
}

void put_row(CsvWriter& csv, const Export& of, const Row& row, std::size_t number) {
  const Day day = day_of_digits(row.recorded);
  const bool consents = chance_of(row) % 5 == 0;
  csv.cell("1");
  csv.cell("R08-" + padded(number, 7));
  csv.cell(seven_digits(day));
  csv.cell(channels[chance_of(row) % channels.size()]);
  csv.cell(row.caller);
  csv.cell(row.caller_relation);
  put_person(csv, of, row);
  csv.cell(statement(row));
  csv.cell(joined(class_words(row), ";"));
  csv.cell("通常");
  csv.cell("");
  csv.cell(consents ? "1" : "9");
  csv.cell(consents ? short_era(day) : "");
  csv.cell("");
  csv.cell("");
  csv.cell("包括 職員A");
  csv.cell("");
  csv.end_row();
}

/// Two cells for the name; who does not part it writes all into the first and ００ into the second.
std::array<std::string, 2> halves(const std::string& name) {
  constexpr std::string_view dummy = "　００";
  if (name.ends_with(dummy)) return {name.substr(0, name.size() - dummy.size()), "００"};
  const std::size_t at = name.find(' ');
  if (at == std::string::npos) return {name, ""};
  return {name.substr(0, at), name.substr(at + 1)};
}

void put_life(CsvWriter& csv, const Export& of, const Row& row, std::size_t number) {
  const auto [family, given] = halves(row.name);
  const auto [family_kana, given_kana] = halves(row.kana);
  csv.cell("0990000019");
  csv.cell("15");
  csv.cell("EX-" + padded(number, 6));
  for (const std::string& text : {of.insurer, row.number, family, given, family_kana, given_kana})
    csv.cell(text);
  csv.code(row.sex);
  csv.cell(row.birth);
  csv.cell("");
  const std::uint32_t from = certified_from(row);
  csv.cell(std::to_string(day_of(from).digits()));
  csv.cell(std::to_string(day_of(from + two_years).digits()));
  csv.cell(level_of(row));
  for (int empty = 0; empty < 6; ++empty)
    csv.cell("");
  csv.end_row();
}

}  // namespace

std::string kaigo_file(const Export& of) {
  CsvWriter header;
  for (const std::string_view column : columns)
    header.cell(column);
  header.end_row();
  std::string bytes = tsunagu::text::encode_cp932(header.take()).bytes;
  std::size_t number = 0;
  for (const Row* row : of.rows) {
    CsvWriter csv;
    put_row(csv, of, *row, ++number);
    bytes += tsunagu::text::encode_cp932(csv.take()).bytes;
  }
  return bytes;
}

std::string life_file(const Export& of) {
  std::string bytes =
      "SERVICE_USER_INFO\r\n"
      "care_facility_id,service_code,external_system_management_number,insurer_no,insured_no,"
      "last_name,first_name,last_name_kana,first_name_kana,gender,birthday,certified_date,"
      "care_period_start,care_period_end,care_level,impaired_elderly_independence_degree,"
      "dementia_elderly_independence_degree,start_date,end_date,death_date,remarks\r\n";
  std::size_t number = 0;
  for (const Row* row : of.rows) {
    CsvWriter csv;
    put_life(csv, of, *row, ++number);
    bytes += tsunagu::text::encode_cp932(csv.take()).bytes;
  }
  return bytes;
}

}  // namespace bench::population
