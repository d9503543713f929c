#include "plugins/table/table.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "hub/profile/check.hpp"
#include "hub/profile/mapping.hpp"
#include "tests/places.hpp"
#include "tests/plugins/adapter_test.hpp"
#include "tsunagu/mapping/json.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tsunagu::testing::Decoded;

const std::string example = tests::in_source("/examples/consultation_list");

/// What the hub hands to the adapter of a mapping that it found nothing wrong with.
std::string checked(const std::string& yaml) {
  const std::string file = testing::TempDir() + "/" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + ".yaml";
  std::ofstream(file) << yaml;
  hub::profile::Problems problems;
  const auto mapping = hub::profile::read_mapping(file, problems);
  EXPECT_TRUE(problems.empty()) << hub::profile::failure_of(problems).text();
  return tsunagu::mapping::write(mapping);
}

Decoded decoded(const std::string& yaml, const std::string& csv) {
  auto host = tests::host_of<table::Table>({{"mapping", checked("encodings: [utf8]\n" + yaml)}});
  return host.decode({"full", csv});
}

std::string small(const std::string& columns, const std::string& more) {
  return "columns: [番号, 氏名, " + columns +
         "]\nrecords:\n"
         "  - {kind: person, key: \"a:{番号}\", fields: {name: 氏名}}\n" +
         more;
}

const std::string consultation =
    "  - kind: consultation\n"
    "    key: \"s:{番号}\"\n"
    "    person: \"a:{番号}\"\n"
    "    fields: {received_at: {constant: 2026-04-10}, channel: 方法, caller_relationship: "
    "知らせた人, "
    "abuse: 虐待}\n";

TEST(MappedTable, gives_what_the_examples_golden_files_say) {
  auto host = tests::host_of<table::Table>(
      {{"mapping", checked(tsunagu::testing::read_file(example + "/mapping.yaml"))}});
  EXPECT_EQ(tsunagu::testing::golden(host, example + "/testdata", "full", "soudan_20260410.csv"),
            "");
}

TEST(MappedTable, crosses_to_the_adapter_as_it_was_checked) {
  const auto json = checked(tsunagu::testing::read_file(example + "/mapping.yaml"));
  EXPECT_EQ(tsunagu::mapping::write(tsunagu::mapping::read(json)), json);
}

TEST(MappedTable, refuses_to_start_with_what_the_hub_did_not_write) {
  for (const char* wrong : {"", "{", R"({"columns":[],"records":[{"kind":99}]})",
                            R"({"columns":[{"name":"a"}],"records":[{"kind":0,"key":[7]}]})"}) {
    EXPECT_THROW(tests::host_of<table::Table>({{"mapping", wrong}}), tsunagu::ConfigError) << wrong;
  }
}

TEST(MappedTable, hides_who_reported_abuse_for_a_word_that_nobody_knows) {
  const auto yaml = small("方法, 知らせた人, 虐待", consultation);
  const auto got =
      decoded(yaml,
              "番号,氏名,方法,知らせた人,虐待\n"
              "1,山田 花,電話,近隣,なし\n2,山田 花,電話,近隣,要確認\n3,山田 花,電話,近隣,\n");
  ASSERT_THAT(got.records, SizeIs(6));
  EXPECT_EQ(tests::check_informants(got, {"/caller", "/channel", "/receivedAt"}), 1);
  EXPECT_THAT(got.records[3].json, HasSubstr("informant"));
  EXPECT_THAT(got.warnings, SizeIs(1));
}

TEST(MappedTable, keeps_the_day_of_a_referral_out_of_every_line_of_abuse) {
  const auto got = decoded(small("区分",
                                 "  - {kind: concern, key: \"c:{番号}\", person: \"a:{番号}\", "
                                 "fields: {code: {column: 区分, codes: {心配: ABUSE}}}}\n"
                                 "  - {kind: referral, key: \"r:{番号}\", person: \"a:{番号}\", "
                                 "fields: {requested_at: {constant: 2026-04-10}}}\n"),
                           "番号,氏名,区分\n1,山田 花,心配\n2,山田 花,ほか\n");
  ASSERT_THAT(got.records, SizeIs(6));
  EXPECT_THAT(got.records[2].json, HasSubstr(R"("precision":"month")"));
  EXPECT_THAT(got.records[5].json, Not(HasSubstr("precision")));
}

TEST(MappedTable, labels_whatever_a_labelled_column_fills) {
  const auto got = decoded(
      "columns: [番号, {name: 氏名, label: youtai}, {name: 課税区分, label: tax}]\nrecords:\n"
      "  - {kind: person, key: \"a:{番号}\", fields: {name: 氏名}, keep: [課税区分]}\n",
      "番号,氏名,課税区分\n1,山田 花,非課税\n");
  ASSERT_THAT(got.records, SizeIs(1));
  EXPECT_THAT(got.records[0].json, HasSubstr(R"("labels":[{"pointer":"/names","item":"youtai"},)"
                                             R"({"pointer":"/extra","item":"tax"}])"));
}

TEST(MappedTable, takes_a_consent_without_its_day_for_asked_only) {
  const auto got = decoded(small("同意, 同意日",
                                 "  - {kind: consent, key: \"d:{番号}\", person: \"a:{番号}\", "
                                 "fields: {status: 同意, given_at: 同意日}}\n"),
                           "番号,氏名,同意,同意日\n1,山田 花,あり,\n2,山田 花,あり,R8.4.1\n");
  ASSERT_THAT(got.records, SizeIs(4));
  EXPECT_THAT(got.records[1].json, HasSubstr(R"("status":"asked")"));
  EXPECT_THAT(got.records[3].json, HasSubstr(R"("status":"given","givenAt":"2026-04-01")"));
}

TEST(MappedTable, rejects_a_line_whose_key_is_empty_and_goes_on) {
  const auto got = decoded(small("備考", ""), "番号,氏名,備考\n,山田 花,\n2,川上 一,\n");
  EXPECT_THAT(got.records, SizeIs(1));
  ASSERT_THAT(got.rejects, SizeIs(1));
  EXPECT_EQ(got.rejects[0].code, "key.empty");
  EXPECT_EQ(got.rejects[0].column, "番号");
  EXPECT_EQ(got.rejects[0].line, 2U);
}

TEST(MappedTable, refuses_a_file_with_a_column_of_my_numbers) {
  const auto got = decoded(small("備考", ""), "番号,氏名,備考,個人番号\n1,山田 花,,\n");
  EXPECT_EQ(got.status, TSUNAGU_REFUSED);
  EXPECT_EQ(got.refusal.code, tsunagu::my_number_code);
}

TEST(MappedTable, reads_what_excel_saves_as_utf8_and_as_text_with_tabs) {
  const auto csv = decoded(small("備考", ""), "\xEF\xBB\xBF番号,氏名,備考\r\n1,山田 花,\r\n");
  EXPECT_THAT(csv.records, SizeIs(1));
  const auto tabs =
      decoded("separator: tab\n" + small("備考", ""), "番号\t氏名\t備考\n1\t山田 花\t\n");
  EXPECT_THAT(tabs.records, SizeIs(1));
}

TEST(MappedTable, reads_each_column_in_its_own_spelling_of_dates) {
  const auto got = decoded(
      "eras: {1: 大正, 2: 昭和, 3: 平成}\n"
      "columns: [番号, 氏名, 生年月日, {name: 受付日, date_order: month_day_year},\n"
      "  {name: 終結日, eras: {5: 令和}, artificial_day: 15}]\nrecords:\n"
      "  - {kind: person, key: \"a:{番号}\", fields: {name: 氏名, birthday: 生年月日}}\n"
      "  - kind: consultation\n    key: \"s:{番号}\"\n    person: \"a:{番号}\"\n"
      "    fields: {received_at: 受付日, closed_at: 終結日}\n",
      "番号,氏名,生年月日,受付日,終結日\n"
      "1,山田 花,2180605,4/1/2024,5060415\n"
      "2,山田 花,20240401,2024/4/1,5060416\n"
      "3,山田 花,4/1/2024,令和 6.4.1,\n");
  ASSERT_THAT(got.records, SizeIs(4));
  EXPECT_THAT(got.records[0].json, HasSubstr("1943-06-05"));
  EXPECT_THAT(got.records[1].json, HasSubstr("2024-04-01"));
  EXPECT_THAT(got.records[1].json, HasSubstr(R"("2024-04-15","precision":"month")"));
  EXPECT_THAT(got.records[3].json, HasSubstr("2024-04-16"));
  ASSERT_THAT(got.rejects, SizeIs(1)) << "the birthday is in the table's own way";
  EXPECT_EQ(got.rejects[0].column, "生年月日");
}

TEST(MappedTable, reads_the_sources_own_era_digits) {
  const auto got = decoded(
      "eras: {1: 大正, 2: 昭和, 3: 平成}\n"
      "columns: [番号, 氏名, 生年月日]\nrecords:\n"
      "  - {kind: person, key: \"a:{番号}\", fields: {name: 氏名, birthday: 生年月日}}\n",
      "番号,氏名,生年月日\n1,山田 花,2180605\n");
  ASSERT_THAT(got.records, SizeIs(1));
  EXPECT_THAT(got.records[0].json, HasSubstr("1943-06-05"));
}

}  // namespace
