#include "hub/codec/json_text.hpp"
#include "tests/hub/service/service_fixture.hpp"
#include "tsunagu/json/parse.hpp"

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
    EXPECT_FALSE(row.fields.empty()) << row.rule;
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
  const auto last = audited("packet.pulled").back();
  EXPECT_EQ(last.decision, audit::Decision::deny) << "what was refused is in the log too";
  EXPECT_EQ(last.rule, "no_consent");
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

/// Kind and fields of every record, one a line; what the packet calls persons and records is left
/// out, and so is what the recipient can't see.
std::string contents(const std::string& packet) {
  const auto parsed = tsunagu::json::parse_untrusted(packet);
  std::string out;
  for (const tsunagu::json::View one : parsed.root().find("records")) {
    EXPECT_EQ(one.find("id").text().size(), 32U);
    EXPECT_EQ(one.find("person").text().size(), 32U);
    out += std::string(one.find("kind").text()) + " " + codec::json_text(one.find("fields")) + "\n";
  }
  return out;
}

TEST_F(Packets, the_whole_payload_is_this) {
  const auto sent = packet_with(
      {record("consultation", "c1",
              about("a1", R"("statement":"足腰が弱い","wish":"家で暮らしたい")")),
       record("concern", "n1",
              about("a1", R"("consultationKey":"c1","code":"CARE","statement":"歩きにくい",)"
                          R"("sourceCode":{"system":"kaigo","text":"介護保険・サービス"})")),
       record("household_hint", "h1",
              R"("focusPersonKey":"a1","composition":"三世代","members":[)"
              R"({"relationship":"長男","cohabiting":"yes","age":52}])")});
  EXPECT_EQ(
      contents(sent),
      R"(person {"names":[{"fullName":"例 花子","original":"例 花子","fullNameKana":"レイ ハナコ"}],"sex":"2","dateOfBirth":{"date":"1940-02-10"},"addresses":[{"fullAddress":"栃木県さくら市氏家2771番地"}]}
referral {"requestedRecipient":{"system":"t","code":"SAKUTOMO"},"reason":"a"}
consultation {"receivedAt":{"date":"2026-04-01"},"statement":"足腰が弱い","wish":"家で暮らしたい"}
concern {"code":"CARE","statement":"歩きにくい","sourceCode":{"system":"kaigo","text":"介護保険・サービス"}}
household_hint {"composition":"三世代","members":[{"relationship":"長男","cohabiting":"yes"}]}
)");
  const auto parsed = tsunagu::json::parse_untrusted(sent);
  const auto head = parsed.root();
  EXPECT_EQ(head.find("referralId").text(), referrals().at(0).id.text());
  EXPECT_EQ(head.find("legalBasis").text(), "CONSENT");
  EXPECT_EQ(head.find("purpose").text(), "tie_in");
  EXPECT_EQ(head.find("disclosedAt").text(), "2026-04-10T03:00:00.000Z");
}

/// What goes is of the common schema still: with its keys given back, each record is one.
TEST_F(Packets, every_record_that_goes_is_of_the_schema) {
  const auto sent = packet_with(
      {record("consultation", "c1", about("a1", R"("statement":"足腰が弱い")")),
       record("concern", "n1", about("a1", R"("consultationKey":"c1","code":"CARE")"))});
  const auto parsed = tsunagu::json::parse_untrusted(sent);
  codec::RecordReader reader;
  int records = 0;
  for (const tsunagu::json::View one : parsed.root().find("records")) {
    const std::string kind(one.find("kind").text());
    const std::string of = kind == "person" ? "" : R"(,"personKey":"p","consultationKey":"c")";
    const auto fields = codec::json_text(one.find("fields"));
    const bool own = kind == "person" || kind == "consultation";
    const auto json = R"({"kind":")" + kind + R"(","schemaVersion":"1","recordKey":"k")" +
                      (own ? (kind == "person" ? "" : R"(,"personKey":"p")") : of) + "," +
                      fields.substr(1);
    const auto decoded = reader.read(json);
    EXPECT_TRUE(decoded.ok()) << decoded.error_text();
    ++records;
  }
  EXPECT_EQ(records, 4);
}

TEST_F(Packets, another_referral_of_the_same_person_is_not_shown) {
  packet_with({record("referral", "r2",
                      about("a1", R"("reason":"b","requestedRecipient":{"code":"shakyo"})"))});
  int shown = 0;
  for (const auto& one : referrals()) {
    const bool to_coordinator = one.to_desk == "sakutomo-takikan";
    const auto sent = packet(one, to_coordinator ? "sakutomo" : "shakyo");
    EXPECT_EQ(sent.find(R"("reason":"a")") != std::string::npos, to_coordinator);
    EXPECT_EQ(sent.find(R"("reason":"b")") != std::string::npos, !to_coordinator);
    ++shown;
  }
  EXPECT_EQ(shown, 2);
}

}  // namespace
}  // namespace hub::service
