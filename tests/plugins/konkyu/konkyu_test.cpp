#include "plugins/konkyu/konkyu.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/plugins/adapter_test.hpp"

namespace {

using testing::HasSubstr;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

tsunagu::Config::Settings settings_of(const std::string& provenance) {
  return {{"provenance", provenance},
          {"id_system", "konkyu"},
          {"consent_form", "K1"},
          {"era_digits", "common"}};
}

FakeHost konkyu_host(const std::string& provenance = "self") {
  return tests::host_of<konkyu::Konkyu>(settings_of(provenance));
}

std::string export_bytes() {
  return tests::walkthrough("konkyu/KONKYU_20260410091500.txt");
}

Decoded decoded(std::string bytes) {
  FakeHost host = konkyu_host();
  return host.decode({"consultations", std::move(bytes)});
}

std::string utf16(std::string_view ascii) {
  std::string bytes;
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

TEST(Konkyu, maps_as_the_golden_files_say) {
  const std::string data = tests::testdata("konkyu");
  using tsunagu::testing::golden;
  FakeHost host = konkyu_host();
  EXPECT_EQ(golden(host, data, "consultations", "list_20260410.txt"), "");
  FakeHost tax = konkyu_host("tax");
  EXPECT_EQ(golden(tax, data, "consultations", "tax_office.txt"), "");
}

TEST(Konkyu, takes_the_walkthroughs_list_but_for_the_day_that_never_was) {
  const Decoded list = decoded(export_bytes());
  EXPECT_EQ(list.status, TSUNAGU_OK);
  ASSERT_EQ(list.rejects.size(), 1U);
  EXPECT_EQ(list.rejects[0].code, "date.no_such_day");
  EXPECT_EQ(list.rejects[0].column, "受付日");
}

TEST(Konkyu, labels_every_record_of_the_tax_offices_list) {
  FakeHost host = konkyu_host("tax");
  const Decoded list =
      host.decode({"consultations", tests::walkthrough("konkyu-tax/ZEIMU_20260410092000.txt")});
  ASSERT_EQ(list.status, TSUNAGU_OK);
  for (const auto& taken : list.records)
    EXPECT_THAT(taken.json, HasSubstr("\"item\":\"tax\""));
}

TEST(Konkyu, labels_nothing_tax_that_the_person_told_himself) {
  const Decoded list = decoded(export_bytes());
  for (const auto& taken : list.records)
    EXPECT_EQ(taken.json.find("\"item\":\"tax\""), std::string::npos);
}

TEST(Konkyu, hides_who_reported_abuse_how_and_when) {
  FakeHost host = konkyu_host();
  const Decoded list =
      host.decode({"consultations", tsunagu::testing::read_file(tests::testdata("konkyu") +
                                                                "/in/list_20260410.txt")});
  EXPECT_GT(tests::check_informants(list, {"/caller", "/receivedAt", "/route"}), 0);
}

// R-12
TEST(Konkyu, brings_the_plan_of_self_reliance_its_review_and_the_household_budget) {
  FakeHost host = konkyu_host();
  const Decoded list =
      host.decode({"consultations", tsunagu::testing::read_file(tests::testdata("konkyu") +
                                                                "/in/list_20260410.txt")});
  std::string all;
  for (const auto& taken : list.records)
    all += taken.json + "\n";
  EXPECT_THAT(all, HasSubstr(R"("form":"self-reliance")"));
  EXPECT_THAT(all, HasSubstr(R"("conferenceAt")"));
  EXPECT_THAT(all, HasSubstr(R"("income":{)"));
  EXPECT_THAT(all, HasSubstr(R"("kind":"monitoring")"));
}

TEST(Konkyu, refuses_a_file_without_its_header_on_the_third_line) {
  EXPECT_EQ(decoded("\xFF\xFE" + utf16("title\r\n")).refusal.code, "file.empty");
  EXPECT_EQ(decoded("\xFF\xFE" + utf16("title\r\n\r\nID\tA\r\n")).refusal.code, "column.missing");
}

TEST(Konkyu, refuses_an_empty_file_and_one_in_another_encoding) {
  EXPECT_EQ(decoded("").status, TSUNAGU_REFUSED);
  EXPECT_EQ(decoded("\xEF\xBB\xBFtitle\n\nID\n").refusal.code, "encoding.undeclared");
}

TEST(Konkyu, refuses_a_file_cut_in_the_middle_of_a_character) {
  std::string bytes = export_bytes();
  bytes.resize(bytes.size() / 2 * 2 - 1);
  EXPECT_EQ(decoded(bytes).refusal.code, "encoding.cut");
}

TEST(Konkyu, reads_the_forms_own_era_digits_when_told_so) {
  tsunagu::Config::Settings settings = settings_of("self");
  settings.back().second = "form";
  FakeHost host = tests::host_of<konkyu::Konkyu>(settings);
  const std::string list =
      tsunagu::testing::read_file(tests::testdata("konkyu") + "/in/list_20260410.txt");
  bool heisei = false;  // 3310401 is 平成31年 on the form, 昭和31年 elsewhere
  for (const auto& taken : host.decode({"consultations", list}).records)
    heisei =
        heisei || taken.json.find("\"dateOfBirth\":{\"date\":\"2019-04-01\"") != std::string::npos;
  EXPECT_TRUE(heisei);
}

TEST(KonkyuPush, writes_the_answer_as_excel_would) {
  FakeHost host = konkyu_host();
  EXPECT_EQ(
      tsunagu::testing::golden_push(host, tests::testdata("konkyu"), "referral_returned", "answer"),
      "");
  const auto pushed =
      host.push("referral_returned", R"({"consultationKey": "konkyu:K-0117", "text": "𠮷"})");
  ASSERT_EQ(pushed.files.size(), 1U);
  EXPECT_EQ(pushed.files[0].bytes.substr(0, 2), "\xFF\xFE");
  EXPECT_THAT(pushed.files[0].bytes, HasSubstr(utf16("\"K-0117\"\t")));
  EXPECT_THAT(pushed.files[0].bytes, HasSubstr("\x42\xD8\xB7\xDF"));  // 𠮷 as a surrogate pair
}

}  // namespace
