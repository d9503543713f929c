#include "hub/store/link_words.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Links : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");

  store::PersonRow of(const FeedPlan& plan, const std::string& key) {
    const auto link = link_of(plan, key);
    EXPECT_TRUE(link);
    return link ? link->person : store::PersonRow{};
  }
  /// Signals that ask whether the person is somebody else too.
  std::size_t questions(store::PersonRow person) {
    return look([&](store::Reader& reader) {
      std::size_t count = 0;
      for (const auto& signal : store::list_open_signals(reader, 100)) {
        const auto homes = store::households_of(reader, person);
        const bool theirs = std::find(homes.begin(), homes.end(), signal.household) != homes.end();
        count += signal.code == "same_person" && theirs ? 1 : 0;
      }
      return count;
    });
  }
  std::vector<std::string> evidence(store::PersonRow person) {
    return look([&](store::Reader& reader) {
      std::vector<std::string> all;
      for (const auto& member :
           store::members_of(reader, store::households_of(reader, person).at(0)))
        all.push_back(member.evidence);
      return all;
    });
  }
};

TEST_F(Links, the_same_number_joins_for_certain) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena")});
  deliver(shogai, {person({.key = "b1", .number = "0001", .kana = "ベツ ナマエ"}, "atena")});
  EXPECT_EQ(of(kaigo, "a1"), of(shogai, "b1"));
  EXPECT_EQ(link_of(shogai, "b1")->strength, store::Strength::deterministic);
}

TEST_F(Links, kana_birthday_and_sex_join_as_probable) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  deliver(shogai, {person({.key = "b1", .number = "9"}, "atena:shogai")});
  EXPECT_EQ(of(kaigo, "a1"), of(shogai, "b1"));
  EXPECT_EQ(link_of(shogai, "b1")->strength, store::Strength::probable);
}

TEST_F(Links, twins_and_namesakes_stay_two) {
  deliver(kaigo, {person({.key = "a1"}, ""), person({.key = "a2", .kana = "レイ ウミコ"}, ""),
                  person({.key = "a3", .birthday = "1960-01-01"}, "")});
  for (const auto* other : {"a2", "a3"})
    EXPECT_NE(of(kaigo, "a1"), of(kaigo, other)) << other;
}

TEST_F(Links, two_numbers_of_one_system_stay_two_even_through_a_third_record) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "insured")});
  deliver(shogai, {person({.key = "b1"}, "")});
  deliver(kaigo, {person({.key = "a2", .number = "0002"}, "insured")});
  EXPECT_EQ(of(kaigo, "a1"), of(shogai, "b1"));
  EXPECT_NE(of(kaigo, "a1"), of(kaigo, "a2"));
}

TEST_F(Links, a_number_shared_with_a_probable_record_makes_nothing_certain) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  deliver(shogai, {person({.key = "b1", .number = "9"}, "atena:shogai")});
  const auto kodomo = plan_of("kodomo");
  deliver(kodomo, {person({.key = "c1", .number = "9", .kana = "ベツ"}, "atena:shogai")});
  EXPECT_EQ(of(kodomo, "c1"), of(kaigo, "a1"));
  EXPECT_EQ(link_of(kodomo, "c1")->strength, store::Strength::probable);
}

TEST_F(Links, equal_numbers_of_two_insurers_mean_nothing) {
  const auto insured = [](const std::string& key, const std::string& issuer) {
    return record("person", key,
                  R"("identifiers":[{"system":"insured","value":"0000123456",)"
                  R"("issuerLgCode":")" +
                      issuer + R"("}])");
  };
  deliver(kaigo, {insured("a1", "092142"), insured("a2", "092118")});
  EXPECT_NE(of(kaigo, "a1"), of(kaigo, "a2"));
}

TEST_F(Links, a_split_is_never_joined_again) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena")});
  deliver(shogai, {person({.key = "b1", .number = "0001"}, "atena")});
  commit([&](store::Transaction& tx) {
    const auto mine = *person_behind(tx, person_token(*context, kaigo, "a1"));
    const auto theirs = *person_behind(tx, person_token(*context, shogai, "b1"));
    store::split_records(tx, mine.record, theirs.record, "staff/1", "別人");
    return store::unlink_record(tx, theirs.record, "staff/1");
  });
  deliver(shogai, {person({.key = "b1", .number = "0001", .name = "例 華子"}, "atena")});
  EXPECT_NE(of(kaigo, "a1"), of(shogai, "b1"));
}

TEST_F(Links, a_record_whose_keys_no_longer_fit_is_taken_out) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  deliver(shogai, {person({.key = "b1"}, "")});
  deliver(shogai, {person({.key = "b1", .birthday = "1950-05-05"}, "")});
  EXPECT_NE(of(kaigo, "a1"), of(shogai, "b1"));
}

TEST_F(Links, the_first_record_that_changes_lets_the_others_go) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena:kaigo")});
  deliver(shogai, {person({.key = "b1"}, "")});
  deliver(kaigo,
          {person({.key = "a1", .number = "0001", .birthday = "1950-05-05"}, "atena:kaigo")});
  EXPECT_NE(of(kaigo, "a1"), of(shogai, "b1"));
}

TEST_F(Links, one_address_is_one_household_until_somebody_moves) {
  deliver(kaigo, {person({.key = "a1"}, ""), person({.key = "a2", .kana = "レイ イチロウ"}, "")});
  EXPECT_EQ(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
  deliver(kaigo,
          {person({.key = "a2", .kana = "レイ イチロウ", .address = "栃木県さくら市喜連川100番地"},
                  "")});
  EXPECT_NE(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
  EXPECT_EQ(households(of(kaigo, "a2")).size(), 1U);
}

TEST_F(Links, a_household_number_joins_two_addresses_also_when_the_hint_came_first) {
  const auto hint = [](const std::string& key, const std::string& focus) {
    return record(
        "household_hint", key,
        R"("focusPersonKey":")" + focus + R"(","registerNumber":{"system":"setai","value":"7"})");
  };
  deliver(kaigo, {hint("h1", "a1"), hint("h2", "a2")});
  deliver(kaigo,
          {person({.key = "a1"}, ""),
           person({.key = "a2", .kana = "レイ イチロウ", .address = "栃木県さくら市喜連川100番地"},
                  "")});
  EXPECT_EQ(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
}

TEST_F(Links, a_crowded_address_is_no_household) {
  const std::vector<std::string> givens{"アオイ", "イサム", "ウメコ", "エイタ", "カズエ", "キヨシ",
                                        "クミコ", "ケンジ", "サトル", "シズカ", "スミレ", "タクヤ",
                                        "チエコ", "ツトム", "ナオミ", "ノボル", "ヒロキ", "フミエ"};
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < givens.size(); ++i)
    rows.push_back(person({.key = "a" + std::to_string(i),
                           .kana = "レイ " + givens[i],
                           .birthday = std::to_string(1920 + 4 * i) + "-03-05"},
                          ""));
  deliver(kaigo, rows);
  EXPECT_NE(households(of(kaigo, "a0")), households(of(kaigo, "a17")));
}

TEST_F(Links, who_hides_is_parted_from_the_other_side_and_stays_so) {
  const std::string other = person({.key = "a2", .kana = "レイ イチロウ", .sex = "1"}, "");
  deliver(kaigo, {person({.key = "a1"}, ""), other});
  ASSERT_EQ(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1940-02-10,\r\n");
  EXPECT_NE(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
  deliver(kaigo, {person({.key = "a1", .name = "例 華子"}, "")});
  EXPECT_NE(households(of(kaigo, "a1")), households(of(kaigo, "a2")));
}

TEST_F(Links, a_number_that_comes_later_joins_and_can_be_undone) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena")});
  deliver(shogai, {person({.key = "b1", .kana = "ベツ ナマエ"}, "")});
  const auto alone = of(shogai, "b1");
  ASSERT_NE(alone, of(kaigo, "a1"));
  deliver(shogai, {person({.key = "b1", .number = "0001", .kana = "ベツ ナマエ"}, "atena")});
  EXPECT_EQ(of(shogai, "b1"), of(kaigo, "a1"));
  EXPECT_TRUE(households(alone).empty()) << "nobody is left behind";
  const auto link = *link_of(shogai, "b1");
  const auto history =
      look([&](store::Reader& reader) { return store::link_history(reader, link.record); });
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].person, alone);
  deliver(shogai, {person({.key = "b1", .number = "0002", .kana = "ベツ ナマエ"}, "atena")});
  EXPECT_NE(of(shogai, "b1"), of(kaigo, "a1")) << "when the number goes, the link goes";
}

TEST_F(Links, somebody_with_a_referral_is_joined_late_by_an_officer_only) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena")});
  deliver(shogai, {person({.key = "b1", .kana = "ベツ ナマエ"}, ""), referral("r1", "b1")});
  const auto before = of(shogai, "b1");
  deliver(shogai, {person({.key = "b1", .number = "0001", .kana = "ベツ ナマエ"}, "atena")});
  EXPECT_EQ(of(shogai, "b1"), before);
  EXPECT_EQ(questions(before), 1U);
}

TEST_F(Links, one_who_may_be_either_of_two_is_put_before_an_officer) {
  deliver(kaigo, {person({.key = "a1", .number = "0001"}, "insured")});
  deliver(kaigo, {person({.key = "a2", .number = "0002"}, "insured")});
  EXPECT_EQ(questions(of(kaigo, "a2")), 0U) << "two numbers of one system: two people";
  deliver(shogai, {person({.key = "b1"}, "")});
  EXPECT_NE(of(kaigo, "a1"), of(kaigo, "a2"));
  EXPECT_EQ(questions(of(shogai, "b1")), 1U);
  deliver(shogai, {person({.key = "b1", .name = "例 華子"}, "")});
  EXPECT_EQ(questions(of(shogai, "b1")), 1U) << "asked once";
}

TEST_F(Links, the_evidence_of_a_household_does_not_depend_on_who_came_first) {
  const std::string mother = person({.key = "m", .number = "1"}, "atena:kaigo");
  const std::string son = person({.key = "s", .number = "2", .kana = "レイ イチロウ"}, "atena:x");
  deliver(kaigo, {mother});
  deliver(shogai, {son});
  const auto mother_first = evidence(of(kaigo, "m"));
  EXPECT_EQ(mother_first, (std::vector<std::string>{"address", "address"}));
}

TEST_F(Links, a_household_number_makes_the_evidence_surer_for_both) {
  const auto hint = [](const std::string& key, const std::string& focus) {
    return record(
        "household_hint", key,
        R"("focusPersonKey":")" + focus + R"(","registerNumber":{"system":"setai","value":"7"})");
  };
  deliver(kaigo, {person({.key = "a1"}, ""), person({.key = "a2", .kana = "レイ イチロウ"}, ""),
                  hint("h1", "a1"), hint("h2", "a2")});
  EXPECT_EQ(evidence(of(kaigo, "a1")),
            (std::vector<std::string>{"register_number", "register_number"}));
}

}  // namespace
}  // namespace hub::service
