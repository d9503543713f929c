// Household patterns as signals, over deliveries: raised once, taken back when their ground is
// gone, and never telling of somebody in hiding.
#include "hub/service/patterns.hpp"

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using Codes = std::vector<std::string>;

class PatternSignals : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan konkyu = plan_of("konkyu");
  FeedPlan kodomo = plan_of("kodomo");
  FeedPlan shogai = plan_of("shogai");

  static std::string mother(const std::string& more = {}) {
    return person({.key = "m", .kana = "レイ ハハ", .birthday = "1944-06-05", .more = more}, "");
  }
  static std::string son(const std::string& more = {}) {
    return person({.key = "s",
                   .name = "例 太郎",
                   .kana = "レイ タロウ",
                   .birthday = "1973-11-03",
                   .sex = "1",
                   .more = more},
                  "");
  }
  static std::string asked(const std::string& key, const std::string& who,
                           const std::string& more = {}) {
    return record("consultation", key, about(who, more));
  }
  static std::string concern(const std::string& key, const std::string& who,
                             const std::string& code, const std::string& more = {}) {
    return record("concern", key,
                  about(who, R"("code":")" + code + R"(","consultationKey":"sc")" + more));
  }
  void bring_mother() { deliver(kaigo, {mother(), asked("mc", "m")}); }
  void bring_son(const std::string& code = "WITHDRAWAL") {
    deliver(konkyu, {son(), asked("sc", "s"), concern("sx", "s", code)});
  }

  std::vector<store::Signal> open() {
    return look([](store::Reader& reader) { return store::list_open_patterns(reader, 100); });
  }
  Codes codes() {
    Codes out;
    for (const auto& signal : open())
      out.push_back(signal.code);
    std::sort(out.begin(), out.end());
    return out;
  }
  store::Pattern pattern(const std::string& code) {
    for (const auto& signal : open()) {
      if (signal.code != code) continue;
      return *look([&](store::Reader& reader) { return store::read_pattern(reader, signal.row); });
    }
    ADD_FAILURE() << "no " << code;
    return {};
  }
  void decide(const std::string& code, const std::string& decision) {
    for (const auto& signal : open()) {
      if (signal.code != code) continue;
      commit([&](store::Transaction& tx) {
        return store::decide_signal(tx, signal.row, decision, "officer/suzuki");
      });
    }
  }
};

const Codes both{"pattern_8050", "pattern_MULTI_FIELD"};

TEST_F(PatternSignals, are_raised_once_when_a_household_settles) {
  bring_mother();
  EXPECT_EQ(codes(), Codes{});
  bring_son();
  EXPECT_EQ(codes(), both);
  const auto found = pattern("pattern_8050");
  EXPECT_EQ(found.members.size(), 2U);
  EXPECT_EQ(found.fields, (Codes{"kaigo", "konkyu"}));
  EXPECT_FALSE(found.certain) << "they are together by address";
  EXPECT_TRUE(found.audience.empty());
  deliver(konkyu, {son(), asked("sc", "s"), concern("sx", "s", "MENTAL")});
  EXPECT_EQ(codes(), both);
  EXPECT_EQ(audited("signal.raised").size(), 2U);
}

TEST_F(PatternSignals, are_raised_whoever_comes_first) {
  bring_son();
  bring_mother();
  EXPECT_EQ(codes(), both);
}

TEST_F(PatternSignals, are_taken_back_when_their_ground_is_gone) {
  bring_mother();
  bring_son();
  deliver(konkyu, {asked("sc", "s", R"("closedAt":{"date":"2026-04-09"})"),
                   concern("sx", "s", "WITHDRAWAL")});
  EXPECT_EQ(codes(), Codes{}) << "the consultation is over";
  EXPECT_EQ(audited("signal.withdrawn").size(), 2U);
  deliver(konkyu, {asked("sc", "s", R"("closedAt":null)"), concern("sx", "s", "WITHDRAWAL")});
  EXPECT_EQ(codes(), both) << "it is not any more";
  deliver(konkyu, {concern("sx", "s", "WITHDRAWAL", R"(,"status":"resolved")")});
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD"});
}

TEST_F(PatternSignals, are_taken_back_when_a_record_is_removed_or_somebody_moves) {
  bring_mother();
  bring_son();
  deliver(konkyu, {record("removal", "r", R"("targetKind":"concern","targetKey":"sx")")});
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD"});
  deliver(konkyu, {person({.key = "s",
                           .name = "例 太郎",
                           .kana = "レイ タロウ",
                           .birthday = "1973-11-03",
                           .sex = "1",
                           .address = "栃木県さくら市喜連川4420番地"},
                          "")});
  EXPECT_EQ(codes(), Codes{});
}

TEST_F(PatternSignals, stay_decided_until_their_ground_is_another) {
  bring_mother();
  bring_son();
  decide("pattern_8050", "declined");
  bring_son("MENTAL");
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD"}) << "the same kinds of evidence";
  deliver(shogai, {person({.key = "s2",
                           .name = "例 太郎",
                           .kana = "レイ タロウ",
                           .birthday = "1973-11-03",
                           .sex = "1"},
                          ""),
                   asked("s2c", "s2")});
  EXPECT_EQ(codes(), both) << "another field knows him";
}

TEST_F(PatternSignals, know_who_cares_by_who_came_about_it) {
  const auto came = [](const std::string& name, const std::string& more = {}) {
    return asked(
        "mc", "m",
        R"("caller":{"kind":"family","relationship":"長男","name":")" + name + R"("})" + more);
  };
  const auto caring =
      record("concern", "mx", about("m", R"("code":"CAREGIVER","consultationKey":"mc")"));
  const auto level = mother(R"(,"careLevel":{"code":"23","validFrom":"2025-01-01"})");
  const auto boy = person(
      {.key = "b", .name = "例 一", .kana = "レイ ハジメ", .birthday = "2018-04-02", .sex = "1"},
      "");
  const auto father = R"("members":[{"personKey":"s","relationship":"父","role":"carer"}])";
  deliver(kodomo,
          {boy, son(), asked("bc", "b"),
           record("household_hint", "bh", R"("focusPersonKey":"b",)" + std::string(father))});
  const Codes none{"pattern_MULTI_FIELD"};
  deliver(kaigo, {level, came("例　太郎")});
  EXPECT_EQ(codes(), none) << "he came about something else";
  deliver(kaigo, {came("例　太郎"), caring});
  EXPECT_EQ(codes(), (Codes{"pattern_DOUBLE_CARE", "pattern_MULTI_FIELD"}));
  for (const auto* spelling : {"レイ　タロウ", "れい たろう", "ﾚｲ ﾀﾛｳ", "例・太\U000E0100郎"}) {
    deliver(kaigo, {came("例 次郎"), caring});
    ASSERT_EQ(codes(), none);
    deliver(kaigo, {came(spelling), caring});
    EXPECT_EQ(codes(), (Codes{"pattern_DOUBLE_CARE", "pattern_MULTI_FIELD"})) << spelling;
  }
  deliver(kaigo, {came("例 次郎"), caring});
  EXPECT_EQ(codes(), none) << "somebody else came";
  deliver(kaigo, {came("例　太郎", R"(,"abuse":true)"), caring});
  EXPECT_EQ(codes(), none) << "who reported an abuse is not looked at";
}

TEST_F(PatternSignals, follow_time_by_a_round_of_all_households) {
  deliver(kaigo, {person({.key = "m", .kana = "レイ ハハ", .birthday = "1951-04-12"}, ""),
                  asked("mc", "m")});
  bring_son();
  const auto round = [this] {
    store::HouseholdRow last;
    do {
      last = weigh_some(*context, last).value();
    } while (last);
  };
  round();
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD"}) << "she is 74";
  clock.advance(std::chrono::hours(48));
  round();
  EXPECT_EQ(codes(), both);
  const auto rows = audited("signal.raised").size();
  round();
  EXPECT_EQ(audited("signal.raised").size(), rows);
  EXPECT_TRUE(audited("signal.renewed").empty());
}

TEST_F(PatternSignals, take_the_writer_only_where_something_would_change) {
  bring_mother();
  const auto alone = households(link_of(kaigo, "m")->person);
  bring_son();
  const auto wanting = [&] { return wanting_patterns(*context, *book, alone).value(); };
  EXPECT_TRUE(wanting().empty()) << "the delivery weighed them";
  commit([&](store::Transaction& tx) {
    return store::decide_signal(tx, open().front().row, "withdrawn", "system");
  });
  EXPECT_EQ(wanting(), alone) << "it would be raised again";
  decide("pattern_8050", "declined");
  weigh_some(*context, {}).value();
  EXPECT_TRUE(wanting().empty());
}

TEST_F(PatternSignals, count_what_a_source_of_keys_only_knows) {
  bring_mother();
  konkyu.scope = profile::Scope::keys_only;
  bring_son();
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD"}) << "that he is known, not how old and why";
}

TEST_F(PatternSignals, count_nothing_of_the_tax_office) {
  bring_mother();
  auto tax = plan_of("konkyu_tax");
  deliver(tax, {son(), asked("sc", "s"), concern("sx", "s", "POVERTY")});
  EXPECT_EQ(codes(), Codes{});
}

TEST_F(PatternSignals, count_nobody_who_died) {
  deliver(kaigo, {mother(R"(,"dateOfDeath":{"date":"2026-03-01"})"), asked("mc", "m")});
  bring_son();
  EXPECT_EQ(codes(), Codes{});
}

TEST_F(PatternSignals, do_not_name_a_child_of_the_youtai) {
  bring_mother();
  deliver(kodomo, {person({.key = "k", .kana = "レイ コ", .birthday = "2014-08-20"}, ""),
                   asked("kc", "k", R"("legalCategory":"needs-support")")});
  const auto members = pattern("pattern_MULTI_FIELD").members;
  ASSERT_EQ(members.size(), 2U);
  EXPECT_TRUE(members[0].named);
  EXPECT_FALSE(members[1].named);
}

/// さくら市: the register is the section for residents' (shimin).
std::string hides(const std::string& kana, const std::string& birthday) {
  return "," + kana + "," + birthday + ",2026-04-01,2027-03-31,,相手,アイテ カタ,1970-01-01,\r\n";
}

TEST_F(PatternSignals, go_to_the_owning_section_alone_where_they_would_show_somebody_hidden) {
  deliver_register(hides("レイ タロウ", "1973-11-03"));
  bring_mother();
  bring_son();
  EXPECT_EQ(codes(), (Codes{"pattern_8050/shimin", "pattern_MULTI_FIELD/shimin"}));
  EXPECT_EQ(pattern("pattern_8050/shimin").audience, "shimin");
}

TEST_F(PatternSignals, leave_everybody_elses_when_somebody_hides_from_now_on) {
  bring_mother();
  bring_son();
  deliver_register(hides("レイ タロウ", "1973-11-03"));
  EXPECT_EQ(codes(), (Codes{"pattern_8050/shimin", "pattern_MULTI_FIELD/shimin"}));
  deliver_register("");
  EXPECT_EQ(codes(), both) << "the protection ended";
}

TEST_F(PatternSignals, of_the_others_are_the_same_with_and_without_somebody_hidden) {
  bring_mother();
  bring_son();
  const auto before = pattern("pattern_MULTI_FIELD");
  deliver_register(hides("レイ カクレ", "1990-01-01"));
  deliver(shogai, {person({.key = "h", .kana = "レイ カクレ", .birthday = "1990-01-01"}, ""),
                   asked("hc", "h")});
  EXPECT_EQ(pattern("pattern_MULTI_FIELD"), before);
  EXPECT_EQ(pattern("pattern_MULTI_FIELD/shimin").members.size(), 3U);
}

TEST_F(PatternSignals, are_hidden_by_another_sources_word_too) {
  bring_mother();
  deliver(konkyu,
          {son(R"(,"confidentialInformation":[{"kind":"support-measure","from":"2026-01-01"}])"),
           asked("sc", "s"), concern("sx", "s", "DEBT")});
  EXPECT_EQ(codes(), Codes{"pattern_MULTI_FIELD/shakyo"});
}

}  // namespace
}  // namespace hub::service
