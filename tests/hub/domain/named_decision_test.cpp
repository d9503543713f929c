// What a named officer's decision must hold before it counts, and who looks at it afterwards.
#include "hub/domain/named_decision.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace hub::domain;
using hub::base::UtcMillis;
using std::chrono::April;
using std::chrono::hours;
using std::chrono::March;
using std::chrono::year;

LegalBasis row(std::string code, ForumClass forum_class) {
  LegalBasis basis;
  basis.code = std::move(code);
  basis.forum_class = forum_class;
  return basis;
}

struct NamedDecisions : testing::Test {
  UtcMillis now = hub::base::from_jst_day(year(2026) / April / 10) + hours(15);
  hub::base::PersonId person{hub::base::UuidBytes{7}};
  LegalBases bases{{row("EMERGENCY", ForumClass::emergency), row("TSUHO", ForumClass::report),
                    row("INTERNAL", ForumClass::internal), row("AGENCY", ForumClass::agency),
                    row("BENEFIT", ForumClass::benefit), row("SELF", ForumClass::self),
                    row("OWN", ForumClass::own), row("TOKEI", ForumClass::statistics),
                    row("J-KAIGI", ForumClass::consent_seated), row("TAX", ForumClass::unknown)}};

  [[nodiscard]] NamedDecision::Stated stated(std::string ground) const {
    return {"officer/7",   std::move(ground), "配食の訪問で倒れていたため", person, "sakutomo",
            Item::contact, now + hours(2)};
  }
  /// What is missing, or nothing.
  [[nodiscard]] std::string lack(const NamedDecision::Stated& wanted) const {
    const auto taken = NamedDecision::take(wanted, bases, now);
    return taken.has_value() ? "" : taken.error().text();
  }
  [[nodiscard]] NamedDecision taken() const {
    return NamedDecision::take(stated("EMERGENCY"), bases, now).value();
  }
};

TEST_F(NamedDecisions, are_taken_on_the_grounds_that_an_officer_can_decide_on) {
  for (const char* ground : {"EMERGENCY", "TSUHO", "INTERNAL", "AGENCY", "BENEFIT", "SELF"})
    EXPECT_EQ(lack(stated(ground)), "") << ground;
  for (const char* ground : {"OWN", "TOKEI", "J-KAIGI", "TAX", "NOWHERE", ""})
    EXPECT_NE(lack(stated(ground)), "") << ground;
}

TEST_F(NamedDecisions, want_officer_reason_person_recipient_items_and_an_end) {
  const auto without = [&](auto change) {
    auto wanted = stated("EMERGENCY");
    change(wanted);
    return lack(wanted);
  };
  EXPECT_NE(without([](auto& wanted) { wanted.officer = " "; }), "");
  EXPECT_NE(without([](auto& wanted) { wanted.reason = " 　\n"; }), "");
  EXPECT_NE(without([](auto& wanted) { wanted.person = {}; }), "");
  EXPECT_NE(without([](auto& wanted) { wanted.recipient = {}; }), "");
  EXPECT_NE(without([](auto& wanted) { wanted.labels = {}; }), "");
  EXPECT_NE(without([this](auto& wanted) { wanted.until = now; }), "");
  EXPECT_EQ(without([](auto&) {}), "");
}

TEST_F(NamedDecisions, never_open_tax_my_number_or_the_informant) {
  for (const Item closed : {Item::tax, Item::mynumber, Item::informant, Item::unknown}) {
    auto wanted = stated("EMERGENCY");
    wanted.labels = {Item::contact, closed};
    EXPECT_NE(lack(wanted), "") << name_of(closed);
  }
  auto everything = stated("EMERGENCY");
  everything.labels = Labels::everything();
  EXPECT_NE(lack(everything), "");
}

TEST_F(NamedDecisions, end_with_the_next_day_or_the_fiscal_year) {
  EXPECT_EQ(NamedDecision::latest_end(ForumClass::emergency, now),
            hub::base::from_jst_day(year(2026) / April / 12));
  EXPECT_EQ(NamedDecision::latest_end(ForumClass::internal, now),
            hub::base::from_jst_day(year(2027) / April / 1));
  EXPECT_EQ(NamedDecision::latest_end(ForumClass::report,
                                      hub::base::from_jst_day(year(2027) / March / 31)),
            hub::base::from_jst_day(year(2027) / April / 1));
  auto wanted = stated("EMERGENCY");
  wanted.until = NamedDecision::latest_end(ForumClass::emergency, now);
  EXPECT_EQ(lack(wanted), "");
  wanted.until += std::chrono::milliseconds(1);
  EXPECT_NE(lack(wanted), "");
}

TEST_F(NamedDecisions, stand_in_the_queue_until_another_officer_has_looked) {
  NamedDecision decision = taken();
  EXPECT_TRUE(decision.awaits_review());
  EXPECT_FALSE(decision.review({"officer/7", NamedDecision::Outcome::upheld, now}).has_value());
  EXPECT_FALSE(decision.review({"", NamedDecision::Outcome::upheld, now}).has_value());
  EXPECT_TRUE(decision.awaits_review());
  EXPECT_TRUE(decision.review({"officer/8", NamedDecision::Outcome::upheld, now}).has_value());
  EXPECT_FALSE(decision.awaits_review());
  EXPECT_FALSE(decision.review({"officer/9", NamedDecision::Outcome::ended, now}).has_value());
  EXPECT_TRUE(decision.holds(person, "sakutomo", "EMERGENCY", Item::contact, now + hours(1)));
}

TEST_F(NamedDecisions, are_over_once_the_second_officer_ended_them) {
  NamedDecision decision = taken();
  ASSERT_TRUE(decision.review({"officer/8", NamedDecision::Outcome::ended, now + hours(1)}));
  EXPECT_TRUE(decision.holds(person, "sakutomo", "EMERGENCY", Item::contact, now));
  EXPECT_FALSE(decision.holds(person, "sakutomo", "EMERGENCY", Item::contact, now + hours(1)));
}

TEST_F(NamedDecisions, come_back_from_where_they_were_kept_only_whole) {
  const auto kept = [&](const NamedDecision::Stated& as, std::optional<NamedDecision::Review> by) {
    return NamedDecision::kept(as, now, std::move(by)).has_value();
  };
  const NamedDecision::Review second{"officer/8", NamedDecision::Outcome::ended, now + hours(1)};
  EXPECT_TRUE(kept(stated("EMERGENCY"), std::nullopt));
  EXPECT_TRUE(kept(stated("EMERGENCY"), second));
  EXPECT_FALSE(kept(stated("EMERGENCY"), NamedDecision::Review{"officer/7", {}, now}));
  auto changed = stated("EMERGENCY");
  changed.labels = Item::tax;
  EXPECT_FALSE(kept(changed, std::nullopt));
  changed = stated("EMERGENCY");
  changed.reason.clear();
  EXPECT_FALSE(kept(changed, std::nullopt));
}

}  // namespace
