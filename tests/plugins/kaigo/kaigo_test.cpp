#include "plugins/kaigo/kaigo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "plugins/kaigo/consultation_columns.hpp"
#include "tests/plugins/adapter_test.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/csv_writer.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::replaced;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

tsunagu::Config::Settings defaults() {
  return {{"atena_system", "atena:kaigo"},
          {"household_system", "setai:kaigo"},
          {"care_plan_header", "true"}};
}

FakeHost kaigo_host() {
  return tests::host_of<kaigo::Kaigo>(defaults());
}

std::string export_bytes() {
  return tests::walkthrough("kaigo/KAIGO_SODAN_20260410083000.csv");
}

Decoded consultations(std::string bytes) {
  FakeHost host = kaigo_host();
  return host.decode({"consultations", std::move(bytes)});
}

/// A table of one row: these cells, and what a row can't do without.
std::string one_row(std::map<std::string, std::string> cells) {
  cells.insert({{"処理区分", "1"},
                {"受付番号", "R08-1"},
                {"受付年月日", "5080410"},
                {"受付方法", "電話"},
                {"宛名番号", "0001"},
                {"氏名漢字", "架空 一"}});
  tsunagu::text::CsvWriter csv;
  const std::vector<std::string> names = kaigo::consultation_layout().names();
  for (const std::string& name : names)
    csv.cell(name);
  csv.end_row();
  for (const std::string& name : names)
    csv.cell(cells[name]);
  csv.end_row();
  return tsunagu::text::encode_cp932(csv.take()).bytes;
}

TEST(Kaigo, maps_as_the_golden_files_say) {
  FakeHost host = kaigo_host();
  const std::string data = tests::testdata("kaigo");
  using tsunagu::testing::golden;
  EXPECT_EQ(golden(host, data, "consultations", "sodan_20260410083000.csv"), "");
  EXPECT_EQ(golden(host, data, "consultations", "sodan_added_column.csv"), "");
  EXPECT_EQ(golden(host, data, "life", "life_utf8.csv"), "");
  EXPECT_EQ(golden(host, data, "life", "life_cp932_bare_cr.csv"), "");
  EXPECT_EQ(golden(host, data, "care_plan", "plan.csv"), "");
}

TEST(Kaigo, takes_the_walkthroughs_exports_but_for_the_day_that_never_was) {
  const Decoded decoded = consultations(export_bytes());
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  ASSERT_EQ(decoded.rejects.size(), 1U);
  EXPECT_EQ(decoded.rejects[0].code, "date.no_such_day");
  EXPECT_EQ(decoded.rejects[0].column, "生年月日");
}

TEST(Kaigo, refuses_a_file_that_lacks_a_column_and_names_it) {
  const std::string bytes = "\"\x8E\xF3\x95\x74\x94\xD4\x8D\x86\"\r\n\"R08-1\"\r\n";  // 受付番号
  const Decoded decoded = consultations(bytes);
  EXPECT_EQ(decoded.status, TSUNAGU_REFUSED);
  EXPECT_EQ(decoded.refusal.code, "column.missing");
  EXPECT_EQ(decoded.refusal.column, "処理区分");
  EXPECT_THAT(decoded.refusal.reason, HasSubstr("absent_columns"));
}

TEST(Kaigo, refuses_a_header_of_my_number_without_a_word_of_the_rows) {
  const std::string atena = "\x88\xB6\x96\xBC\x94\xD4\x8D\x86";      // 宛名番号
  const std::string my_number = "\x8C\xC2\x90\x6C\x94\xD4\x8D\x86";  // 個人番号
  const Decoded decoded = consultations(replaced(export_bytes(), atena, my_number));
  EXPECT_EQ(decoded.status, TSUNAGU_REFUSED);
  EXPECT_EQ(decoded.refusal.code, "my_number");
  EXPECT_THAT(decoded.records, IsEmpty());
}

TEST(Kaigo, refuses_an_empty_file) {
  EXPECT_EQ(consultations("").refusal.code, "file.empty");
}

TEST(Kaigo, refuses_a_file_cut_in_the_middle_of_a_character) {
  std::string bytes = export_bytes();
  bytes.resize(bytes.find('\x83') + 1);
  const Decoded decoded = consultations(bytes);
  EXPECT_EQ(decoded.status, TSUNAGU_REFUSED);
  EXPECT_EQ(decoded.refusal.code, "encoding.cut");
}

TEST(Kaigo, refuses_a_quote_that_is_never_closed) {
  const Decoded decoded = consultations(export_bytes() + "\"1\",\"R08");
  EXPECT_EQ(decoded.status, TSUNAGU_REFUSED);
  EXPECT_EQ(decoded.refusal.code, "table.quote_never_closed");
}

TEST(Kaigo, rejects_a_row_with_a_cell_of_ten_megabytes_and_goes_on) {
  const std::string bytes = export_bytes();
  const std::size_t header = bytes.find("\r\n") + 2;
  const std::string row = bytes.substr(header, bytes.find("\"\r\n", header) + 3 - header);
  std::string huge = row;
  huge.insert(huge.rfind('"'), std::string(10'000'000, 'a'));
  const Decoded decoded = consultations(bytes.substr(0, header) + huge + row);
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  ASSERT_EQ(decoded.rejects.size(), 1U);
  EXPECT_EQ(decoded.rejects[0].code, "table.cell_too_long");
  EXPECT_THAT(decoded.records, Not(IsEmpty()));
}

TEST(Kaigo, reads_a_column_under_the_municipalitys_own_name) {
  tsunagu::Config::Settings settings = defaults();
  settings.emplace_back("columns.住所", "現住所");
  FakeHost host = tests::host_of<kaigo::Kaigo>(settings);
  const Decoded missing = host.decode({"consultations", export_bytes()});
  EXPECT_EQ(missing.refusal.column, "現住所");
  settings.emplace_back("absent_columns", "住所");
  FakeHost lenient = tests::host_of<kaigo::Kaigo>(settings);
  EXPECT_EQ(lenient.decode({"consultations", export_bytes()}).status, TSUNAGU_OK);
}

TEST(Kaigo, refuses_settings_that_name_no_column_or_no_concern) {
  tsunagu::Config::Settings settings = defaults();
  settings.emplace_back("columns.じゅうしょ", "現住所");
  EXPECT_THROW(tests::host_of<kaigo::Kaigo>(settings), tsunagu::ConfigError);
  settings = defaults();
  settings.emplace_back("concerns.見守り", "WATCHING");
  EXPECT_THROW(tests::host_of<kaigo::Kaigo>(settings), tsunagu::ConfigError);
}

TEST(Kaigo, counts_a_class_that_the_town_calls_abuse_as_abuse) {
  tsunagu::Config::Settings settings = defaults();
  settings.emplace_back("concerns.見守り・安否", "ABUSE/elder");
  FakeHost host = tests::host_of<kaigo::Kaigo>(settings);
  const Decoded decoded = host.decode({"consultations", export_bytes()});
  int hidden = 0;
  for (const auto& taken : decoded.records)
    hidden += taken.json.find("\"informant\"") != std::string::npos ? 1 : 0;
  EXPECT_GT(hidden, 1);
}

TEST(Kaigo, hides_who_reported_abuse_how_and_when) {
  FakeHost host = kaigo_host();
  const Decoded list =
      host.decode({"consultations", tests::walkthrough("kaigo/KAIGO_SODAN_20260410083000.csv")});
  EXPECT_GT(tests::check_informants(list, {"/caller", "/channel", "/receivedAt"}), 0);
}

TEST(Kaigo, hides_a_caller_who_is_only_named) {
  FakeHost host = kaigo_host();
  const std::string bytes = one_row({{"相談者氏名", "架空 花子"}, {"相談分類", "虐待"}});
  const Decoded list = host.decode({"consultations", bytes});
  ASSERT_THAT(list.rejects, IsEmpty());
  EXPECT_EQ(tests::check_informants(list, {"/caller", "/channel", "/receivedAt"}), 1);
  bool named = false;
  for (const auto& taken : list.records)
    named = named || taken.json.find("\"caller\":{\"name\":") != std::string::npos;
  EXPECT_TRUE(named);
}

TEST(Kaigo, refuses_another_file_of_life) {
  FakeHost host = kaigo_host();
  const Decoded decoded = host.decode({"life", "PLAN_INFO\r\ncare_facility_id\r\n\"1\""});
  EXPECT_EQ(decoded.refusal.code, "life.data_type");
}

TEST(Kaigo, reads_a_care_plan_without_a_header_when_told_so) {
  tsunagu::Config::Settings settings = defaults();
  settings.back().second = "false";
  FakeHost host = tests::host_of<kaigo::Kaigo>(settings);
  std::string bytes =
      tests::walkthrough("kaigo-plan/UP2KYO_202604_0990000001_0990000019_20260410084000.CSV");
  bytes.erase(0, bytes.find("\r\n") + 2);
  const Decoded decoded = host.decode({"care_plan", bytes});
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  EXPECT_EQ(decoded.records.size(), 2U);  // the person's number, and one plan
}

TEST(Kaigo, rejects_only_the_rows_that_are_more_than_a_plan_may_hold) {
  tsunagu::Config::Settings settings = defaults();
  settings.back().second = "false";
  FakeHost host = tests::host_of<kaigo::Kaigo>(settings);
  const auto decoded = [&](std::size_t rows, const char* varies) {
    std::string bytes;
    for (std::size_t i = 1; i <= rows; ++i) {
      const auto number = [&](const char* of) {
        return varies == std::string_view(of) ? std::to_string(i) : "1";
      };
      bytes += "20230401,092148,0000123456,20260405,20260405," + number("needs") + ",n," +
               number("goals") + ",g,,,," + number("services") + ",s,,,,,,,,1\r\n";
    }
    return host.decode({"care_plan", bytes});
  };
  const std::pair<const char*, std::size_t> limits[] = {
      {"needs", 1000}, {"goals", 200}, {"services", 200}};
  for (const auto& [varies, most] : limits) {
    const Decoded full = decoded(most, varies);
    EXPECT_THAT(full.rejects, IsEmpty()) << varies;
    ASSERT_EQ(full.records.size(), 2U) << varies;
    const Decoded over = decoded(most + 1, varies);
    ASSERT_EQ(over.rejects.size(), 1U) << varies;
    EXPECT_EQ(over.rejects[0].code, "care_plan.too_many");
    EXPECT_EQ(over.rejects[0].line, most + 1);
    ASSERT_EQ(over.records.size(), 2U) << varies;
    EXPECT_EQ(over.records[1].json, full.records[1].json);
  }
}

TEST(KaigoPush, writes_the_answer_in_cp932_and_says_what_it_substituted) {
  FakeHost host = kaigo_host();
  const auto pushed = host.push("referral_accepted",
                                R"({"consultationKey": "sodan:R08-00031", "at": "2026-04-10",
                                    "agency": "SAKUTOMO", "text": "引き受けます〜𠮷"})");
  EXPECT_EQ(pushed.status, TSUNAGU_OK);
  ASSERT_EQ(pushed.files.size(), 1U);
  EXPECT_EQ(pushed.files[0].suffix, "_kaito.csv");
  EXPECT_THAT(pushed.files[0].bytes,
              HasSubstr("\"R08-00031\",\"2026-04-10\",\"\x8E\xF3\x91\xF8\""));
  EXPECT_EQ(pushed.warnings.size(), 2U);
}

TEST(KaigoPush, writes_the_answer_as_the_golden_file_says) {
  FakeHost host = kaigo_host();
  EXPECT_EQ(
      tsunagu::testing::golden_push(host, tests::testdata("kaigo"), "referral_accepted", "answer"),
      "");
}

TEST(KaigoPush, refuses_what_it_cannot_place) {
  FakeHost host = kaigo_host();
  EXPECT_EQ(host.push("referral_accepted", R"({"consultationKey": "konkyu:1"})").refusal.code,
            "message.no_consultation");
  EXPECT_EQ(host.push("referral_accepted", "{").refusal.code, "message.unreadable");
  EXPECT_EQ(host.push("fireworks", "{}").refusal.code, "message.unknown");
}

}  // namespace
