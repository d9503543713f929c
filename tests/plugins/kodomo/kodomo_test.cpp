#include "plugins/kodomo/kodomo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/plugins/adapter_test.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

FakeHost kodomo_host() {
  return tests::host_of<kodomo::Kodomo>({{"atena_system", "atena:kodomo"}});
}

Decoded decoded(std::string bytes, const std::string& feed = "consultations") {
  FakeHost host = kodomo_host();
  return host.decode({feed, std::move(bytes)});
}

std::string export_bytes() {
  return tests::walkthrough("kodomo/KODOMO_20260410090000.jsonl");
}

constexpr const char* child =
    R"({"receiptNo":"C1","receivedAt":"2026-04-07","child":{"familyName":"架空","givenName":"一"})";

TEST(Kodomo, maps_as_the_golden_files_say) {
  const std::string data = tests::testdata("kodomo");
  using tsunagu::testing::golden;
  FakeHost host = kodomo_host();
  EXPECT_EQ(golden(host, data, "consultations", "lines_20260410090000.jsonl"), "");
  EXPECT_EQ(golden(host, data, "consultations_csv", "table.csv"), "");
}

TEST(Kodomo, takes_the_walkthroughs_export_whole) {
  const Decoded file = decoded(export_bytes());
  EXPECT_EQ(file.status, TSUNAGU_OK);
  EXPECT_THAT(file.rejects, IsEmpty());
}

TEST(Kodomo, reads_the_same_from_the_table_as_from_json) {
  FakeHost host = kodomo_host();
  const std::string in = tests::testdata("kodomo") + "/in/";
  const Decoded lines = host.decode(
      {"consultations", tsunagu::testing::read_file(in + "lines_20260410090000.jsonl")});
  const Decoded table =
      host.decode({"consultations_csv", tsunagu::testing::read_file(in + "table.csv")});
  ASSERT_GT(lines.records.size(), table.records.size());
  for (std::size_t i = 0; i < table.records.size(); ++i)
    EXPECT_EQ(table.records[i].json, lines.records[i].json);
}

TEST(Kodomo, labels_every_record_of_a_legal_category_youtai) {
  const Decoded file = decoded(std::string(child) + R"(,"legalCategory":"要支援児童",)" +
                               R"("consultationType":"保健","consent":{"status":"asked"}})" + "\n");
  ASSERT_EQ(file.records.size(), 4U);
  for (const auto& taken : file.records)
    EXPECT_THAT(taken.json, HasSubstr("\"item\":\"youtai\""));
}

TEST(Kodomo, labels_a_category_that_nobody_knows_all_the_same) {
  const Decoded file = decoded(std::string(child) + R"(,"legalCategory":"新しい区分"})" + "\n");
  for (const auto& taken : file.records)
    EXPECT_THAT(taken.json, HasSubstr("\"item\":\"youtai\""));
}

TEST(Kodomo, labels_nothing_youtai_without_one) {
  const Decoded file = decoded(std::string(child) + "}\n");
  for (const auto& taken : file.records)
    EXPECT_THAT(taken.json, Not(HasSubstr("youtai")));
}

TEST(Kodomo, hides_who_reported_abuse_whichever_member_says_so) {
  const Decoded file =
      decoded(std::string(child) + R"(,"route":"近隣知人","abuseType":"心理的"})" + "\n");
  std::string all;
  for (const auto& taken : file.records)
    all += taken.json;
  EXPECT_THAT(all, HasSubstr(R"({"pointer":"/route","item":"informant"})"));
  EXPECT_THAT(all, HasSubstr(R"({"pointer":"/receivedAt","item":"informant"})"));
}

TEST(Kodomo, hides_who_reported_abuse_and_when_in_either_form) {
  FakeHost host = kodomo_host();
  const std::string in = tests::testdata("kodomo") + "/in/";
  const Decoded lines = host.decode(
      {"consultations", tsunagu::testing::read_file(in + "lines_20260410090000.jsonl")});
  EXPECT_EQ(tests::check_informants(lines, {"/receivedAt", "/route"}), 1);
  const Decoded table =
      host.decode({"consultations_csv", tsunagu::testing::read_file(in + "table.csv")});
  EXPECT_EQ(tests::check_informants(table, {"/receivedAt", "/route"}), 1);
}

TEST(Kodomo, takes_a_pregnant_woman_before_there_is_a_child) {
  const Decoded file =
      decoded(R"({"receiptNo":"C2","receivedAt":"2026-04-07","guardians":[{"familyName":"架空",)"
              R"("givenName":"花","relation":"本人"}],"pregnancy":{"dueDate":"2026-08-21"},)"
              R"("confidential":{"supportMeasure":true}})"
              "\n");
  ASSERT_THAT(file.records, Not(IsEmpty()));
  EXPECT_THAT(file.records[0].json, HasSubstr(R"("pregnancy":{"dueDate":{"date":"2026-08-21"}})"));
  EXPECT_THAT(file.records[0].json, HasSubstr("support-measure"));
}

// R-11: the contact with one mother goes on, line after line, and her support plan comes with it.
TEST(Kodomo, brings_the_support_plan_and_each_further_contact_of_a_mother) {
  const auto line = [](const std::string& number, const std::string& more) {
    return R"({"receiptNo":")" + number +
           R"(","receivedAt":"2026-04-07","guardians":[{"familyName":"架空","givenName":"花",)"
           R"("relation":"本人","atenaNo":"0000000077"}],"pregnancy":{"dueDate":"2026-08-21"})" +
           more + "}\n";
  };
  const Decoded file =
      decoded(line("C2", "") + line("C3", R"(,"supportPlan":{"goal":"里帰り先でも健診を続ける",)"
                                          R"("text":"訪問","reviewAt":"2026-07-01"})"));
  int contacts = 0;
  int plans = 0;
  for (const auto& taken : file.records) {
    contacts += taken.json.find(R"("kind":"consultation")") != std::string::npos ? 1 : 0;
    if (taken.json.find(R"("kind":"plan")") == std::string::npos) continue;
    ++plans;
    EXPECT_THAT(taken.json, HasSubstr(R"("form":"support-plan")"));
    EXPECT_THAT(taken.json, HasSubstr("里帰り先でも健診を続ける"));
  }
  EXPECT_EQ(contacts, 2);
  EXPECT_EQ(plans, 1);
}

TEST(Kodomo, refuses_a_member_that_announces_a_my_number) {
  const Decoded file = decoded(std::string(child) + R"(,"x":{"個人番号":""}})" + "\n");
  EXPECT_EQ(file.status, TSUNAGU_REFUSED);
  EXPECT_EQ(file.refusal.code, "my_number");
}

TEST(Kodomo, rejects_the_lines_that_are_no_plain_json_and_goes_on) {
  const std::string good = std::string(child) + "}\n";
  std::string deep(100'000, '[');
  const Decoded file =
      decoded(R"({"a":1,"a":2})"
              "\n" +
              deep + "\n{\"a\":\"\\u0000\"}\n{\"a\":1234567890123456789012}\n" +
              "{\"a\":\"\xFF\"}\n" + "{\"a\":\"" + std::string(10'000'000, 'a') + "\"}\n" + good);
  EXPECT_EQ(file.status, TSUNAGU_OK);
  EXPECT_EQ(file.rejects.size(), 6U);
  EXPECT_EQ(file.records.size(), 2U);
}

TEST(Kodomo, refuses_a_file_whose_last_line_was_cut) {
  std::string bytes = export_bytes();
  bytes.resize(bytes.size() - 40);
  EXPECT_EQ(decoded(bytes).refusal.code, "file.cut");
}

TEST(KodomoPush, writes_the_answer_as_a_json_line) {
  FakeHost host = kodomo_host();
  EXPECT_EQ(
      tsunagu::testing::golden_push(host, tests::testdata("kodomo"), "referral_accepted", "answer"),
      "");
}

TEST(KodomoPush, writes_a_csv_for_a_system_that_reads_those) {
  FakeHost host = tests::host_of<kodomo::Kodomo>({{"answers", "csv"}});
  const auto pushed =
      host.push("case_closed", R"({"consultationKey":"sodan:C1","at":"2026-04-14","text":"=1"})");
  ASSERT_EQ(pushed.files.size(), 1U);
  EXPECT_EQ(pushed.files[0].suffix, "_kaito.csv");
  EXPECT_EQ(
      pushed.files[0].bytes,
      "\xEF\xBB\xBF\"receiptNo\",\"answeredAt\",\"answer\",\"agency\",\"leadAgency\",\"text\"\r\n"
      "\"C1\",\"2026-04-14\",\"closed\",\"\",\"\",\"'=1\"\r\n");
}

TEST(KodomoPush, refuses_what_it_cannot_place) {
  FakeHost host = kodomo_host();
  EXPECT_EQ(host.push("referral_accepted", R"({"consultationKey":"konkyu:1"})").refusal.code,
            "message.no_consultation");
  EXPECT_EQ(host.push("fireworks", "{}").refusal.code, "message.unknown");
}

TEST(Kodomo, refuses_an_empty_file) {
  EXPECT_EQ(decoded("").refusal.code, "file.empty");
  EXPECT_EQ(decoded("", "consultations_csv").refusal.code, "file.empty");
}

}  // namespace
