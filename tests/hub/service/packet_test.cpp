#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Packets : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");

  /// Somebody who agreed and was referred, with more records beside.
  std::string packet_with(std::vector<std::string> more) {
    std::vector<std::string> rows = {person({.key = "a1", .number = "0009990001"}, "atena"),
                                     consent("k1", "a1"), referral("r1", "a1")};
    rows.insert(rows.end(), more.begin(), more.end());
    deliver(kaigo, rows);
    return packet(referrals().at(0));
  }
};

TEST_F(Packets, a_tax_sources_cells_never_go) {
  deliver(plan_of("konkyu_tax"),
          {person({.key = "t1", .number = "0009990001"}, "atena"),
           record("consultation", "c9", about("t1", R"("statement":"市税の滞納")"))});
  const auto sent = packet_with({});
  EXPECT_NE(sent.find("レイ ハナコ"), std::string::npos);
  EXPECT_EQ(sent.find("市税の滞納"), std::string::npos);
}

TEST_F(Packets, a_member_without_consent_is_absent) {
  const auto sent = packet_with({person({.key = "a2", .kana = "レイ イチロウ"}, ""),
                                 record("consultation", "c2", about("a2", R"("wish":"就職")"))});
  EXPECT_EQ(sent.find("イチロウ"), std::string::npos);
  EXPECT_EQ(sent.find("就職"), std::string::npos);
}

TEST_F(Packets, a_members_own_consent_lets_his_data_go_but_no_youtai) {
  const auto child =
      record("consultation", "c2",
             about("a2", R"("wish":"進学","labels":[{"pointer":"/wish","item":"youtai"}])"));
  const auto sent =
      packet_with({person({.key = "a2", .kana = "レイ イチロウ"}, ""), consent("k2", "a2"), child});
  EXPECT_NE(sent.find("イチロウ"), std::string::npos);
  EXPECT_EQ(sent.find("進学"), std::string::npos);
}

TEST_F(Packets, the_informant_never_goes) {
  const auto sent =
      packet_with({record("consultation", "c2",
                          about("a1", R"("abuse":true,"caller":{"name":"通報 太郎"},)"
                                      R"("labels":[{"pointer":"/caller","item":"informant"}])"))});
  EXPECT_EQ(sent.find("通報"), std::string::npos);
}

TEST_F(Packets, numbers_and_keys_of_the_municipality_stay_inside) {
  const auto sent = packet_with({record(
      "household_hint", "h1",
      R"("focusPersonKey":"a1","members":[{"personKey":"0009990002","relationship":"長男"}])")});
  EXPECT_NE(sent.find("長男"), std::string::npos);
  EXPECT_EQ(sent.find("000999000"), std::string::npos);
}

TEST_F(Packets, what_a_probable_link_joins_does_not_cross) {
  deliver(shogai, {person({.key = "b1", .number = "9"}, "atena:shogai"),
                   record("consultation", "c1", about("b1", R"("wish":"手帳の更新")"))});
  const auto sent = packet_with({record("consultation", "c1", about("a1", R"("wish":"在宅")"))});
  ASSERT_EQ(link_of(kaigo, "a1")->person, link_of(shogai, "b1")->person);
  EXPECT_NE(sent.find("在宅"), std::string::npos);
  EXPECT_EQ(sent.find("手帳の更新"), std::string::npos);
}

TEST_F(Packets, one_row_a_person_and_rule_lists_the_fields) {
  packet_with({record("consultation", "c1", about("a1", R"("wish":"在宅","course":"訪問")"))});
  auto rows = audited("packet.pulled");
  std::vector<std::string> rules;
  for (const auto& row : rows) {
    EXPECT_EQ(row.persons.size(), 1U);
    rules.push_back(row.rule);
  }
  auto distinct = rules;
  std::sort(distinct.begin(), distinct.end());
  EXPECT_TRUE(std::adjacent_find(distinct.begin(), distinct.end()) == distinct.end());
  EXPECT_FALSE(rows.empty());
}

TEST_F(Packets, each_pull_is_decided_again) {
  EXPECT_NE(packet_with({}), "not_found");
  clock.advance(std::chrono::hours(24 * 400));
  deliver_register("");
  EXPECT_EQ(packet(referrals()[0]), "not_found") << "J1 is in force for twelve months";
}

TEST_F(Packets, a_hidden_address_is_masked) {
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1939-01-01,\r\n");
  const auto sent = packet_with({});
  EXPECT_EQ(sent.find("2771"), std::string::npos);
  EXPECT_NE(sent.find("masked"), std::string::npos);
}

TEST_F(Packets, who_serves_the_other_side_sees_nothing_of_her) {
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1939-01-01,\r\n");
  deliver(kaigo, {person({.key = "n1", .kana = "レイ イチロウ", .birthday = "1939-01-01"}, ""),
                  consent("kn", "n1"), referral("rn", "n1")});
  EXPECT_EQ(packet_with({}), "not_found");
}

TEST_F(Packets, an_old_register_leaves_everybody_unknown) {
  EXPECT_NE(packet_with({}), "not_found");
  clock.advance(std::chrono::hours(24 * 4));
  EXPECT_EQ(packet(referrals()[0]), "not_found");
  deliver_register("");
  EXPECT_NE(packet(referrals()[0]), "not_found") << "the same bytes again are news";
}

}  // namespace
}  // namespace hub::service
