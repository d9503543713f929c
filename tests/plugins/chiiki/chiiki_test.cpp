#include "plugins/chiiki/chiiki.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/plugins/adapter_test.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::replaced;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

FakeHost chiiki_host() {
  return tests::host_of<chiiki::Chiiki>({});
}

std::string in(const std::string& name) {
  return tsunagu::testing::read_file(tests::testdata("chiiki") + "/in/" + name);
}

TEST(Chiiki, maps_as_the_golden_files_say) {
  FakeHost host = chiiki_host();
  const std::string data = tests::testdata("chiiki");
  using tsunagu::testing::golden;
  EXPECT_EQ(golden(host, data, "kaigo_kohyo", "kaigo_kohyo_seed5.csv"), "");
  EXPECT_EQ(golden(host, data, "wam_net", "wam_net.csv"), "");
  EXPECT_EQ(golden(host, data, "recommended_kaigo", "recommended_kaigo_cp932.csv"), "");
  EXPECT_EQ(golden(host, data, "recommended_childcare", "recommended_childcare.csv"), "");
  EXPECT_EQ(golden(host, data, "standard", "standard.csv"), "");
  EXPECT_EQ(golden(host, data, "community", "shigen_20260410.csv"), "");
}

TEST(Chiiki, takes_every_published_row_and_reports_its_repairs) {
  FakeHost host = chiiki_host();
  const Decoded rows = host.decode({"kaigo_kohyo", in("kaigo_kohyo_seed5.csv")});
  EXPECT_EQ(rows.status, TSUNAGU_OK);
  EXPECT_EQ(rows.records.size(), 196U);
  EXPECT_THAT(rows.rejects, IsEmpty());
  EXPECT_THAT(rows.warnings, Not(IsEmpty()));
}

TEST(Chiiki, gives_every_published_row_a_key_of_its_own) {
  FakeHost host = chiiki_host();
  std::set<std::string> keys;
  for (const auto& taken : host.decode({"kaigo_kohyo", in("kaigo_kohyo_seed5.csv")}).records)
    keys.insert(taken.json.substr(0, taken.json.find("\"publicRange\"")));
  EXPECT_EQ(keys.size(), 196U);
}

TEST(Chiiki, keeps_from_the_public_what_staff_alone_may_see) {
  FakeHost host = chiiki_host();
  int staff = 0;
  for (const auto& taken : host.decode({"community", in("shigen_20260410.csv")}).records) {
    const bool is_staff = taken.json.find(R"("publicRange":"staff")") != std::string::npos;
    staff += is_staff ? 1 : 0;
    EXPECT_EQ(is_staff, taken.json.find(R"("item":"staff_note")") != std::string::npos);
  }
  EXPECT_EQ(staff, 2);
}

TEST(Chiiki, takes_an_unclear_range_for_staff_only) {
  FakeHost host = chiiki_host();
  const Decoded list =
      host.decode({"community", replaced(in("shigen_20260410.csv"), ",public,", ",?,")});
  EXPECT_THAT(list.records[0].json, HasSubstr(R"("publicRange":"staff")"));
  EXPECT_EQ(list.warnings[0].code, "public_range.unknown");
}

TEST(Chiiki, reads_a_renamed_column_and_refuses_to_rename_what_no_layout_has) {
  FakeHost host = tests::host_of<chiiki::Chiiki>(
      {{"columns.都道府県コード", "都道府県コード又は市区町村コード"}});
  const std::string bytes =
      replaced(in("wam_net.csv"), "都道府県コード", "都道府県コード又は市区町村コード");
  EXPECT_EQ(host.decode({"wam_net", bytes}).status, TSUNAGU_OK);
  EXPECT_THROW(tests::host_of<chiiki::Chiiki>({{"columns.郵便", "〒"}}), tsunagu::ConfigError);
}

TEST(Chiiki, refuses_a_file_of_another_layout_by_the_column_it_lacks) {
  FakeHost host = chiiki_host();
  const Decoded other = host.decode({"kaigo_kohyo", in("wam_net.csv")});
  EXPECT_EQ(other.refusal.code, "column.missing");
  EXPECT_THAT(other.refusal.column, Not(IsEmpty()));
}

TEST(Chiiki, knows_every_column_of_the_old_list_of_childcare_facilities) {
  FakeHost host = chiiki_host();
  const Decoded list = host.decode({"recommended_childcare", in("recommended_childcare.csv")});
  EXPECT_EQ(list.status, TSUNAGU_OK);
  for (const auto& warning : list.warnings)
    EXPECT_NE(warning.code, "column.unknown") << warning.column;
  ASSERT_FALSE(list.records.empty());
  EXPECT_THAT(list.records[0].json, HasSubstr(R"("ageRange":"0歳から5歳")"));
  EXPECT_THAT(list.records[0].json, HasSubstr(R"("opensAt":"07:30","closesAt":"18:30")"));
}

TEST(Chiiki, says_that_it_writes_nothing_back) {
  FakeHost host = chiiki_host();
  EXPECT_EQ(host.push("referral_accepted", R"({"consultationKey":"x"})").status,
            TSUNAGU_UNSUPPORTED);
  EXPECT_EQ(host.manifest().find("pushes"), std::string_view::npos);
}

TEST(Chiiki, refuses_an_empty_file_and_an_unknown_feed) {
  FakeHost host = chiiki_host();
  EXPECT_EQ(host.decode({"standard", ""}).refusal.code, "file.empty");
  EXPECT_EQ(host.decode({"parks", "x"}).refusal.code, "feed.unknown");
}

}  // namespace
