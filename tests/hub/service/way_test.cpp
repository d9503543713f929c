#include "hub/service/way.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

profile::Day day(int year, unsigned month, unsigned day_of_month) {
  return profile::Day(std::chrono::year(year), std::chrono::month(month),
                      std::chrono::day(day_of_month));
}
const auto last_of_r5 = day(2024, 3, 31);
const auto first_of_r6 = day(2024, 4, 1);
const auto now = day(2026, 4, 10);

const profile::Profile& profile_of(const std::string& municipality) {
  static std::map<std::string, std::shared_ptr<const Book>> books;
  auto& book = books[municipality];
  if (!book) book = book_of(municipality);
  return book->profile;
}

struct Address {
  const char* name;
  const char* municipality;
  const char* field;
  const char* address;
  profile::Day day;
  const char* desk;  ///< empty: a person chooses
  std::size_t candidates = 1;
};

class Addresses : public testing::TestWithParam<Address> {};

TEST_P(Addresses, lead_to_the_desk_of_field_area_and_day) {
  const auto& asked = GetParam();
  const auto way = way_of(profile_of(asked.municipality), shared_tables(),
                          {"", false, asked.field, asked.address}, asked.day);
  EXPECT_EQ(way.desk == nullptr ? "" : way.desk->code, asked.desk);
  EXPECT_EQ(way.candidates.size(), asked.candidates);
  EXPECT_TRUE(way.desk != nullptr || !way.why.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Sakura, Addresses,
    testing::Values(
        Address{"kitsuregawa", "sakura", "kaigo", "栃木県さくら市喜連川4420番地1", now,
                "nikon-houkatsu"},
        Address{"kitsuregawa_part", "sakura", "kaigo", "さくら市喜連川字本町１００", now,
                "nikon-houkatsu"},
        Address{"fiore", "sakura", "kaigo", "栃木県さくら市フィオーレ喜連川３－２－１", now,
                "nikon-houkatsu"},
        Address{"ujiie_west", "sakura", "kaigo", "さくら市押上1000", now, "nikon-houkatsu"},
        Address{"ujiie_east", "sakura", "kaigo", "栃木県さくら市鍛冶ヶ沢12番地", now,
                "elim-houkatsu"},
        Address{"ujiie_east_2", "sakura", "kaigo", "大字狭間田１－２", now, "elim-houkatsu"},
        Address{"ujiie_centre", "sakura", "kaigo", "栃木県さくら市氏家２７７１番地", now,
                "elim-houkatsu"},
        Address{"ujiie_new_fields", "sakura", "kaigo", "さくら市氏家新田10", now, "nikon-houkatsu"},
        Address{"third_street", "sakura", "kaigo", "さくら市卯の里3-2-1", now, "elim-houkatsu"},
        Address{"town_without_area", "sakura", "kaigo", "さくら市桜ケ丘1-1-1", now, "", 2},
        Address{"no_address", "sakura", "kaigo", "", now, "", 2},
        Address{"elsewhere", "sakura", "kaigo", "宮崎県小林市細野1", now, "", 2},
        Address{"mothers_in_r5", "sakura", "boshi", "さくら市氏家1", last_of_r5,
                "kosodate-hokatsu"},
        Address{"mothers_in_r6", "sakura", "boshi", "さくら市氏家1", first_of_r6,
                "kodomo-katei-center"},
        Address{"children_in_r5", "sakura", "kodomo", "さくら市喜連川1", last_of_r5,
                "kosodate-hokatsu"},
        Address{"poverty", "sakura", "konkyu", "さくら市喜連川1", now, "shakyo-jiritsu"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Others, Addresses,
    testing::Values(
        Address{"chigasaki_old", "chigasaki", "kaigo", "神奈川県茅ヶ崎市本村2-3-1", now, ""},
        Address{"chigasaki_home", "chigasaki", "sumai", "茅ケ崎市浜之郷1", now, "jutaku"},
        Address{"chigasaki_child", "chigasaki", "kodomo", "茅ヶ崎市今宿1", now, "", 3},
        Address{"kobayashi_west", "kobayashi", "kaigo", "宮崎県小林市北西方12番地", now,
                "seibu-houkatsu"},
        Address{"kobayashi_nojiri", "kobayashi", "kaigo", "小林市野尻町三ヶ野山1", now,
                "nojiri-houkatsu"},
        Address{"kobayashi_centre", "kobayashi", "kaigo", "宮崎県小林市大字細野300", now,
                "kobayashi-houkatsu"},
        Address{"kobayashi_suki", "kobayashi", "kaigo", "小林市須木中原1", now, "", 3},
        Address{"iga_old", "iga", "kaigo", "三重県伊賀市阿保1", now, "", 3},
        Address{"iga_disability", "iga", "shogai", "伊賀市荒木2", now, "shogai-soudan"},
        Address{"oda_old", "oda", "kaigo", "島根県大田市大田町大田1", now, "houkatsu"},
        Address{"oda_disability", "oda", "shogai", "大田市温泉津町吉浦1", now, "", 2},
        Address{"oda_nurse", "oda", "iryo", "大田市大森町1", now, "kangoshi"}),
    [](const auto& test) { return std::string(test.param.name); });

std::string typed(const std::string& recipient, profile::Day on = now, bool coordinator = false,
                  const std::string& municipality = "sakura") {
  const auto way = way_of(profile_of(municipality), shared_tables(),
                          {recipient, coordinator, "kaigo", "さくら市喜連川1"}, on);
  return way.desk == nullptr ? "" : way.desk->code;
}

TEST(Way, what_is_typed_comes_before_the_area) {
  EXPECT_EQ(typed("ELIM"), "elim-houkatsu");
  EXPECT_EQ(typed("elim-houkatsu"), "elim-houkatsu");
  EXPECT_EQ(typed("地域包括支援センターエリム"), "elim-houkatsu");
  EXPECT_EQ(typed("SAKUTOMO"), "sakutomo-takikan");
}

Way typed_in(const profile::Profile& profile, const std::string& recipient,
             const std::string& address) {
  return way_of(profile, shared_tables(), {recipient, false, "kaigo", address}, now);
}

TEST(Way, a_desk_of_several_places_that_nobody_named_is_chosen_by_a_person) {
  const auto way = typed_in(profile_of("chigasaki"), "houkatsu", "茅ヶ崎市本村2-3-1");
  EXPECT_EQ(way.desk, nullptr);
  ASSERT_EQ(way.candidates.size(), 1U);
  EXPECT_EQ(way.candidates[0]->code, "houkatsu");
  EXPECT_NE(way.why.find("13か所"), std::string::npos);
}

/// 茅ヶ崎市 as it would be with two of its centres named.
profile::Profile with_two_bases() {
  auto profile = profile_of("chigasaki");
  const auto desk = std::find_if(profile.desks.begin(), profile.desks.end(),
                                 [](const auto& one) { return one.code == "houkatsu"; });
  auto base = *desk;
  profile.desks.erase(desk);
  base.bases = 1;
  for (const char* town : {"本村", "浜之郷"}) {
    profile::Area area;
    area.code = base.code = std::string("houkatsu-") + town;
    area.towns.emplace_back().name = town;
    profile.areas.push_back(area);
    base.areas.front().code = area.code;
    profile.desks.push_back(base);
  }
  return profile;
}

TEST(Way, a_desk_of_several_bases_that_is_typed_is_chosen_by_the_area) {
  const auto profile = with_two_bases();
  const auto there = typed_in(profile, "houkatsu", "神奈川県茅ヶ崎市浜之郷12");
  ASSERT_NE(there.desk, nullptr) << there.why;
  EXPECT_EQ(there.desk->code, "houkatsu-浜之郷");
  EXPECT_EQ(typed_in(profile, "houkatsu-本村", "茅ヶ崎市浜之郷12").desk->code, "houkatsu-本村")
      << "the base itself was typed";
}

TEST(Way, between_bases_a_person_chooses_where_the_area_does_not_tell) {
  const auto profile = with_two_bases();
  for (const char* address : {"", "茅ヶ崎市今宿1"}) {
    const auto way = typed_in(profile, "houkatsu", address);
    EXPECT_EQ(way.desk, nullptr) << address;
    EXPECT_EQ(way.candidates.size(), 2U) << address;
    EXPECT_FALSE(way.why.empty());
  }
}

TEST(Way, a_field_that_is_typed_is_routed) {
  EXPECT_EQ(typed("kaigo"), "nikon-houkatsu");
  EXPECT_EQ(typed("介護"), "nikon-houkatsu");
  EXPECT_EQ(typed("konkyu"), "shakyo-jiritsu");
}

// R-87
TEST(Way, a_desk_that_ended_stands_for_the_one_that_took_over) {
  EXPECT_EQ(typed("kosodate-hokatsu", last_of_r5), "kosodate-hokatsu");
  EXPECT_EQ(typed("kosodate-hokatsu", first_of_r6), "kodomo-katei-center");
}

TEST(Way, a_reason_without_recipient_means_the_coordinator) {
  EXPECT_EQ(typed("", now, true), "sakutomo-takikan");
  EXPECT_EQ(typed("", last_of_r5, true), "") << "さくら市 has none before R6";
  EXPECT_EQ(typed("", now, true, "oda"), "") << "two share the function: a person chooses";
}

TEST(Way, whoever_is_typed_and_unknown_is_not_guessed) {
  const auto way =
      way_of(profile_of("sakura"), shared_tables(), {"XYZ", true, "kaigo", "さくら市喜連川1"}, now);
  EXPECT_EQ(way.desk, nullptr);
  std::vector<std::string> codes;
  for (const auto* desk : way.candidates)
    codes.push_back(desk->code);
  EXPECT_THAT(codes, ElementsAre("nikon-houkatsu", "sakutomo-takikan"));
}

/// From a delivered record to the desk.
class Routed : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  store::StoredReferral refer_from_address(const std::string& address, const std::string& to = "",
                                           const std::string& more = "") {
    deliver(kaigo, {person({.key = "a1", .number = "0001", .address = address, .more = more},
                           "atena:kaigo"),
                    consent("k1", "a1"), referral_to("r1", "a1", to)});
    return std::move(referrals().at(0));
  }
  std::vector<std::string> open_signals() {
    std::vector<std::string> codes;
    look([&](store::Reader& reader) {
      for (const auto& signal : store::list_open_signals(reader, 10))
        codes.push_back(signal.code);
      return 0;
    });
    return codes;
  }
  std::vector<std::string> candidates() {
    std::vector<std::string> codes;
    for (const auto& one : choice_in(referrals().at(0)).candidates)
      codes.push_back(one.desk);
    return codes;
  }
};

// R-88
TEST_F(Routed, an_old_person_in_kitsuregawa_goes_to_nikon_and_one_in_ujiie_east_to_elim) {
  EXPECT_EQ(refer_from_address("栃木県さくら市喜連川4420番地1").to_desk, "nikon-houkatsu");
  deliver(kaigo, {person({.key = "a2", .kana = "レイ イチロウ", .address = "さくら市狹間田1"}, ""),
                  referral_to("r2", "a2", "kaigo")});
  EXPECT_EQ(referrals().at(0).to_desk, "elim-houkatsu");
}

TEST_F(Routed, a_town_without_area_waits_for_a_person_with_the_candidates_named) {
  const auto referral = refer_from_address("栃木県さくら市桜ケ丘1-1-1");
  EXPECT_EQ(referral.status, "held");
  EXPECT_EQ(referral.to_desk, "");
  EXPECT_THAT(candidates(), ElementsAre("elim-houkatsu", "nikon-houkatsu"));
  EXPECT_THAT(open_signals(), ElementsAre("choose_recipient"));
}

TEST_F(Routed, where_the_person_is_counts_before_where_they_are_registered) {
  deliver(kaigo, {record("person", "a1",
                         R"("names":[{"fullName":"例 花子","original":"例 花子"}],"addresses":[)"
                         R"({"use":"registered","fullAddress":"さくら市氏家1"},)"
                         R"({"use":"actual","fullAddress":"さくら市喜連川1"}])"),
                  referral_to("r1", "a1", "")});
  EXPECT_EQ(referrals().at(0).to_desk, "nikon-houkatsu");
}

TEST_F(Routed, the_area_of_a_person_in_hiding_is_not_told_by_the_desk) {
  const auto referral = refer_from_address(
      "さくら市喜連川1", "", R"(,"confidentialInformation":[{"kind":"support-measure"}])");
  EXPECT_EQ(referral.to_desk, "");
  EXPECT_THAT(candidates(), ElementsAre("elim-houkatsu", "nikon-houkatsu"));
}

TEST_F(Routed, a_word_of_hiding_written_with_escapes_holds_like_any_other) {
  const auto referral = refer_from_address(
      "さくら市喜連川1", "", R"(,"confidential\u0049nformation":[{"kind":"hidden-address"}])");
  EXPECT_EQ(referral.to_desk, "");
}

TEST_F(Routed, the_officer_names_the_desk_and_it_goes) {
  const auto id = refer_from_address("栃木県さくら市桜ケ丘1-1-1").id;
  EXPECT_EQ(send_again(*context, id, "", "staff/1").value(), "held");
  EXPECT_EQ(send_again(*context, id, "sakutomo-takikan", "staff/1").value(), "sent");
  EXPECT_EQ(referrals().at(0).to_desk, "sakutomo-takikan");
  EXPECT_THAT(open_signals(), IsEmpty());
  EXPECT_THAT(candidates(), IsEmpty());
  const auto chosen = audited("referral.addressed");
  ASSERT_EQ(chosen.size(), 1U);
  EXPECT_EQ(chosen[0].actor, "staff/1");
  EXPECT_EQ(chosen[0].recipient, "sakutomo-takikan");
  EXPECT_EQ(claim_all().size(), 1U);
}

TEST_F(Routed, a_desk_that_nobody_knows_is_refused) {
  const auto id = refer_from_address("栃木県さくら市桜ケ丘1-1-1").id;
  EXPECT_EQ(send_again(*context, id, "nobody", "staff/1").error().kind(), base::Kind::invalid);
  EXPECT_EQ(referrals().at(0).to_desk, "");
}

TEST_F(Routed, the_officers_choice_does_not_pass_the_gate_by) {
  deliver(kaigo, {person({.key = "a1", .address = "さくら市桜ケ丘1-1-1"}, ""),
                  referral_to("r1", "a1", "")});
  const auto id = referrals().at(0).id;
  EXPECT_EQ(send_again(*context, id, "sakutomo", "staff/1").value(), "held");
  EXPECT_THAT(open_signals(), testing::UnorderedElementsAre("ask_consent", "convene_shien_kaigi"));
  EXPECT_TRUE(claim_all().empty());
}

TEST_F(Routed, a_desk_without_a_system_of_its_own_is_told_by_hand) {
  const auto referral = refer_from_address("さくら市氏家1", "kikan-soudan");
  EXPECT_EQ(referral.to_desk, "kikan-soudan");
  EXPECT_EQ(referral.status, "held");
  EXPECT_THAT(open_signals(), ElementsAre("hand_over"));
}

}  // namespace
}  // namespace hub::service
