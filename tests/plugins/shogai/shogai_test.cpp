#include "plugins/shogai/shogai.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "plugins/shogai/base64.hpp"
#include "tests/plugins/adapter_test.hpp"

namespace {

using testing::IsEmpty;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

FakeHost shogai_host(const std::string& body = "text") {
  return tests::host_of<shogai::Shogai>(
      {{"atena_system", "atena:shogai"}, {"body", body}, {"issuer_number", "092148"}});
}

std::string export_bytes() {
  return tests::walkthrough("shogai/SHOGAI_20260410084500.csv");
}

Decoded decoded(std::string bytes) {
  FakeHost host = shogai_host();
  return host.decode({"consultations", std::move(bytes)});
}

TEST(Shogai, maps_as_the_golden_files_say) {
  const std::string data = tests::testdata("shogai");
  using tsunagu::testing::golden;
  FakeHost host = shogai_host();
  EXPECT_EQ(golden(host, data, "consultations", "records.csv"), "");
  FakeHost base64 = shogai_host("base64");
  EXPECT_EQ(golden(base64, data, "consultations", "base64.csv"), "");
  EXPECT_EQ(golden(host, data, "consultations", "plans.csv"), "");
}

TEST(Shogai, takes_the_walkthroughs_export_whole) {
  const Decoded file = decoded(export_bytes());
  EXPECT_EQ(file.status, TSUNAGU_OK);
  EXPECT_THAT(file.rejects, IsEmpty());
  EXPECT_EQ(file.order_key, "20260410084500");
}

TEST(Shogai, refuses_a_file_whose_trailer_counts_otherwise) {
  const Decoded file = decoded("1,092148,20260410084500,3\n2,X,1\n3,2\n");
  EXPECT_EQ(file.status, TSUNAGU_REFUSED);
  EXPECT_EQ(file.refusal.code, "trailer.count");
}

TEST(Shogai, refuses_a_file_without_its_trailer) {
  std::string bytes = export_bytes();
  bytes.resize(bytes.rfind("3,"));
  EXPECT_EQ(decoded(bytes).refusal.code, "trailer.missing");
}

TEST(Shogai, refuses_rows_behind_the_trailer) {
  EXPECT_EQ(decoded("1,092148,20260410084500,3\n3,0\n2,X,1\n").refusal.code, "trailer.not_last");
}

TEST(Shogai, refuses_a_file_that_does_not_begin_with_its_control_record) {
  EXPECT_EQ(decoded("2,K,1\n3,1\n").refusal.code, "control.missing");
  EXPECT_EQ(decoded("").refusal.code, "file.empty");
}

TEST(Shogai, refuses_the_local_government_code_where_the_issuers_number_belongs) {
  const Decoded file = decoded("1,092142,20260410084500,3\n3,0\n");
  EXPECT_EQ(file.refusal.code, "code.check_digit");
}

TEST(Shogai, rejects_unknown_kinds_and_wrong_widths_but_counts_them) {
  const Decoded file = decoded("1,092148,20260410084500,3\n2,X,1\n2,K,1\n9,1\n3,3\n");
  EXPECT_EQ(file.status, TSUNAGU_OK);
  ASSERT_EQ(file.rejects.size(), 3U);
  EXPECT_EQ(file.rejects[0].code, "record.unknown_kind");
  EXPECT_EQ(file.rejects[1].code, "row.cell_count");
  EXPECT_EQ(file.rejects[2].code, "record.unknown_type");
}

TEST(Shogai, hides_who_reported_abuse_how_and_when) {
  FakeHost host = shogai_host();
  const Decoded list =
      host.decode({"consultations",
                   tsunagu::testing::read_file(tests::testdata("shogai") + "/in/records.csv")});
  EXPECT_EQ(tests::check_informants(list, {"/caller", "/receivedAt", "/route"}), 1);
  tests::check_no_day(list, "sodan:S08-0102");
  EXPECT_GT(tests::check_informants(decoded(export_bytes()), {"/caller", "/receivedAt", "/route"}),
            0);
}

TEST(Shogai, takes_other_support_category_codes_from_its_settings) {
  FakeHost host = tests::host_of<shogai::Shogai>(
      {{"atena_system", "atena:shogai"}, {"body", "text"}, {"support_categories.23", "6"}});
  const Decoded file = host.decode({"consultations", export_bytes()});
  EXPECT_NE(file.records[0].json.find("\"supportCategory\":{\"code\":\"6\",\"sourceCode\":\"23\""),
            std::string::npos);
}

/// A file with one plan; `branch(i)` are the cells 課題, 支援目標 … サービス内容 of its row i.
std::string plan_of_rows(std::size_t rows, const std::function<std::string(std::string)>& branch) {
  std::string bytes = "1,092148,20260410084500,3\n";
  for (std::size_t i = 1; i <= rows; ++i)
    bytes += "2,P,K1,A1,20260401,3,p,l,s,,,,,,1," + branch(std::to_string(i)) + ",,,,,,\n";
  return bytes + "3," + std::to_string(rows) + "\n";
}

TEST(Shogai, rejects_only_the_rows_that_are_more_than_a_plan_may_hold) {
  const struct {
    const char* name;
    std::size_t most;
    std::function<std::string(std::string)> branch;
  } cases[] = {
      {"needs", 1000, [](const std::string& i) { return "n" + i + ",,,,"; }},
      {"goals", 200, [](const std::string& i) { return "n,g" + i + ",,,"; }},
      {"services", 200, [](const std::string& i) { return "n,g,,,s" + i; }},
  };
  for (const auto& one : cases) {
    const Decoded full = decoded(plan_of_rows(one.most, one.branch));
    EXPECT_THAT(full.rejects, IsEmpty()) << one.name;
    ASSERT_EQ(full.records.size(), 1U) << one.name;
    const Decoded over = decoded(plan_of_rows(one.most + 1, one.branch));
    ASSERT_EQ(over.rejects.size(), 1U) << one.name;
    EXPECT_EQ(over.rejects[0].code, "plan.too_many");
    EXPECT_EQ(over.rejects[0].line, one.most + 2);
    ASSERT_EQ(over.records.size(), 1U) << one.name;
    EXPECT_EQ(over.records[0].json, full.records[0].json);
  }
}

TEST(Shogai, refuses_a_file_of_another_municipality_when_it_knows_its_own) {
  const Decoded file = decoded("1,142075,20260410084500,3\n3,0\n");
  EXPECT_EQ(file.refusal.code, "control.other_municipality");
  FakeHost unset = tests::host_of<shogai::Shogai>(
      {{"atena_system", "atena:shogai"}, {"body", "text"}, {"issuer_number", ""}});
  EXPECT_EQ(unset.decode({"consultations", "1,142075,20260410084500,3\n3,0\n"}).status, TSUNAGU_OK);
}

TEST(Shogai, wants_a_right_check_digit_in_its_own_number) {
  EXPECT_THROW(tests::host_of<shogai::Shogai>({{"issuer_number", "092142"}}), tsunagu::ConfigError);
}

TEST(ShogaiPush, writes_the_answer_as_a_record_type_file) {
  const std::string data = tests::testdata("shogai");
  using tsunagu::testing::golden_push;
  FakeHost host = shogai_host();
  EXPECT_EQ(golden_push(host, data, "lead_agency_named", "answer"), "");
}

TEST(ShogaiPush, writes_the_text_in_base64_where_the_export_does) {
  FakeHost host = shogai_host("base64");
  const auto pushed = host.push(
      "referral_accepted", R"({"consultationKey":"sodan:S1","at":"2026-04-14","text":"あい"})");
  ASSERT_EQ(pushed.files.size(), 1U);
  EXPECT_EQ(pushed.files[0].bytes,
            "1,092148,20260414000000,3\n2,A,\"S1\",20260414,1,\"\",\"\",\"gqCCog==\"\n3,1\n");
}

TEST(ShogaiPush, refuses_without_the_number_that_its_file_must_begin_with) {
  FakeHost host = tests::host_of<shogai::Shogai>({{"atena_system", "atena:shogai"}});
  const auto pushed = host.push("referral_accepted", R"({"consultationKey":"sodan:S1"})");
  EXPECT_EQ(pushed.status, TSUNAGU_REFUSED);
  EXPECT_EQ(pushed.refusal.code, "setting.missing");
  EXPECT_THAT(pushed.files, IsEmpty());
}

TEST(Base64, decodes_what_is_well_formed_only) {
  EXPECT_EQ(shogai::decode_base64(""), "");
  EXPECT_EQ(shogai::decode_base64("QQ=="), "A");
  EXPECT_EQ(shogai::decode_base64("QUJD"), "ABC");
  EXPECT_EQ(shogai::decode_base64("QUI"), std::nullopt);
  EXPECT_EQ(shogai::decode_base64("Q=I="), std::nullopt);
  EXPECT_EQ(shogai::decode_base64("QU J"), std::nullopt);
}

TEST(Base64, encodes_what_it_decodes) {
  for (const std::string bytes : {"", "A", "AB", "ABC", "\xFF\xFE\x01\x80"})
    EXPECT_EQ(shogai::decode_base64(shogai::encode_base64(bytes)), bytes);
  EXPECT_EQ(shogai::encode_base64("AB"), "QUI=");
}

}  // namespace
