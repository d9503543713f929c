// Consent as events: what stands for one person, one recipient, one forum, one purpose, one label.
#include "hub/domain/consent.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "hub/domain/consent_form.hpp"

namespace {

using namespace hub::domain;
using hub::base::UtcMillis;
using std::chrono::days;
using std::chrono::hours;

constexpr UtcMillis start = hub::base::UtcMillis(std::chrono::milliseconds(1'775'000'000'000));

hub::base::PersonId person(std::uint8_t number) {
  return hub::base::PersonId(hub::base::UuidBytes{number});
}
hub::base::ConsentId consent(std::uint8_t number) {
  return hub::base::ConsentId(hub::base::UuidBytes{number});
}

ConsentScope scope(std::vector<std::string> forums, std::vector<std::string> recipients,
                   Labels labels) {
  return {Selection(std::move(forums)), Selection(std::move(recipients)), Selection({"tie_in"}),
          labels};
}

ConsentEvent event(ConsentAct act, UtcMillis at, ConsentScope what, std::uint8_t number = 1) {
  ConsentEvent e;
  e.consent = consent(number);
  e.person = person(1);
  e.act = act;
  e.at = at;
  e.scope = std::move(what);
  return e;
}

const ConsentScope wide =
    scope({"CONSENT", "J-KAIGI"}, {"coordinator", "desk"}, {Item::identity, Item::statement});
constexpr std::array<std::string_view, 1> coordinator{"coordinator"};

ConsentQuestion question(std::string_view forum = "CONSENT", Item label = Item::statement) {
  return {person(1), forum, coordinator, "tie_in", label, false, std::nullopt};
}

Standing now(const std::vector<ConsentEvent>& events, const ConsentQuestion& q = question(),
             UtcMillis at = start + days(30)) {
  return standing(events, at, q);
}

TEST(Consent, was_never_asked_without_an_event) {
  EXPECT_EQ(now({}).consent, ConsentStatus::never_asked);
  EXPECT_FALSE(now({}).allows());
}

TEST(Consent, covers_what_its_scope_names_and_nothing_else) {
  const std::vector events{event(ConsentAct::given, start, wide)};
  EXPECT_TRUE(now(events).allows());
  EXPECT_EQ(now(events, question("SHIEN-KAIGI")).covers_forum, YesNo::no);
  EXPECT_EQ(now(events, question("CONSENT", Item::tax)).covers_label, YesNo::no);
}

TEST(Consent, without_a_scope_reaches_nobody) {
  EXPECT_FALSE(now({event(ConsentAct::given, start, {})}).allows());
}

TEST(Consent, of_another_person_says_nothing) {
  ConsentEvent other = event(ConsentAct::given, start, wide);
  other.person = person(2);
  EXPECT_EQ(now({other}).consent, ConsentStatus::never_asked);
}

TEST(Consent, takes_all_covers_from_one_and_the_same_consent) {
  const std::vector events{
      event(ConsentAct::given, start, scope({"CONSENT"}, {"desk"}, {Item::statement}), 1),
      event(ConsentAct::given, start, scope({"J-KAIGI"}, {"coordinator"}, {Item::statement}), 2)};
  const Standing standing = now(events);
  EXPECT_EQ(standing.consent, ConsentStatus::given);
  EXPECT_FALSE(standing.allows());
}

TEST(Consent, ends_with_a_withdrawal_and_says_so) {
  const std::vector events{event(ConsentAct::given, start, wide),
                           event(ConsentAct::withdrawn, start + hours(1), {})};
  EXPECT_EQ(now(events).consent, ConsentStatus::withdrawn);
  EXPECT_TRUE(now(events, question(), start + hours(1) - std::chrono::milliseconds(1)).allows());
}

TEST(Consent, ends_where_a_later_refusal_overlaps_and_only_there) {
  const std::vector events{
      event(ConsentAct::given, start, wide),
      event(ConsentAct::refused, start + hours(1), {Selection({"J-KAIGI"}), {}, {}, {}}, 2)};
  EXPECT_TRUE(now(events).allows());
  EXPECT_EQ(now(events, question("J-KAIGI")).covers_forum, YesNo::no);
}

TEST(Consent, narrows_by_label) {
  const std::vector events{
      event(ConsentAct::given, start, wide),
      event(ConsentAct::narrowed, start + hours(1), {{}, {}, {}, Labels{Item::statement}})};
  EXPECT_EQ(now(events).covers_label, YesNo::no);
  EXPECT_TRUE(now(events, question("CONSENT", Item::identity)).allows());
}

TEST(Consent, lets_the_refusal_count_of_two_words_in_the_same_moment) {
  std::vector events{event(ConsentAct::refused, start, {}, 2),
                     event(ConsentAct::given, start, wide)};
  EXPECT_EQ(now(events).consent, ConsentStatus::refused);
  std::ranges::reverse(events);
  EXPECT_EQ(now(events).consent, ConsentStatus::refused);
}

TEST(Consent, given_again_after_a_refusal_stands) {
  EXPECT_TRUE(now({event(ConsentAct::refused, start, {}),
                   event(ConsentAct::given, start + hours(1), wide, 2)})
                  .allows());
}

TEST(Consent, expires_at_24_00_in_japan) {
  using namespace std::chrono;
  ConsentEvent e = event(ConsentAct::given, start, wide);
  e.in_force = period_of_days({}, year(2027) / 3 / 31);
  const auto midnight = sys_days(year(2027) / 3 / 31) + hours(15);  // 24:00 JST
  EXPECT_TRUE(standing(std::vector{e}, midnight - milliseconds(1), question()).allows());
  EXPECT_EQ(standing(std::vector{e}, midnight, question()).consent, ConsentStatus::expired);
}

TEST(Consent, expired_by_an_event_ends_its_own_alone) {
  const std::vector events{event(ConsentAct::given, start, wide, 1),
                           event(ConsentAct::given, start, wide, 2),
                           event(ConsentAct::expired, start + hours(1), {}, 1)};
  EXPECT_TRUE(now(events).allows());
  EXPECT_EQ(now(events).rests_on, consent(2));
}

TEST(Consent, keeps_what_the_person_excluded) {
  ConsentEvent e = event(ConsentAct::given, start, wide);
  e.excludes = {{{}, Selection({"coordinator"}), {}, {}}};
  EXPECT_EQ(now({e}).covers_recipient, YesNo::no);
  EXPECT_EQ(now({e}).covers_forum, YesNo::yes);
}

TEST(Consent, is_not_revived_by_a_reopened_case) {
  ConsentQuestion reopened = question();
  reopened.reopened_at = start + days(10);
  const ConsentEvent old = event(ConsentAct::given, start, wide);
  EXPECT_EQ(now({old}, reopened).stale, YesNo::yes);
  EXPECT_TRUE(now({old, event(ConsentAct::renewed, start + days(11), wide)}, reopened).allows());
}

TEST(Consent, survives_a_reopening_while_its_follow_up_runs) {
  ConsentQuestion reopened = question();
  reopened.reopened_at = start + days(10);
  ConsentEvent old = event(ConsentAct::given, start, wide);
  old.follow_up_until = start + days(60);
  EXPECT_TRUE(now({old}, reopened).allows());
  EXPECT_EQ(now({old}, reopened, start + days(60)).stale, YesNo::yes);
}

TEST(Consent, to_sharing_alone_is_not_enough_where_support_is_asked_too) {
  ConsentQuestion seated = question("J-KAIGI");
  seated.support_too = true;
  const ConsentEvent sharing = event(ConsentAct::given, start, wide);
  EXPECT_EQ(now({sharing}, seated).covers_purpose, YesNo::no);
  ConsentEvent support = event(ConsentAct::given, start, ConsentScope::everything(), 2);
  support.object = ConsentObject::support;
  EXPECT_TRUE(now({sharing, support}, seated).allows());
  ConsentEvent no_more = event(ConsentAct::withdrawn, start + hours(1), {}, 2);
  no_more.object = ConsentObject::support;
  EXPECT_EQ(now({sharing, support, no_more}, seated).covers_purpose, YesNo::no);
  EXPECT_TRUE(now({sharing, support, no_more}).allows());
}

TEST(Consent, by_a_representative_counts_once_its_basis_is_recorded) {
  ConsentEvent e = event(ConsentAct::given, start, wide);
  e.given_by = ConsentGiver::guardian;
  EXPECT_FALSE(now({e}).allows());
  e.giver_basis = "成年後見登記事項証明書 R7-11";
  EXPECT_TRUE(now({e}).allows());
}

TEST(Consent, takes_the_agreement_column_of_a_field_as_it_says) {
  EXPECT_EQ(act_of_agreement("0"), ConsentAct::refused);
  EXPECT_EQ(act_of_agreement("1"), ConsentAct::given);
  EXPECT_EQ(act_of_agreement("9"), std::nullopt);
  EXPECT_EQ(act_of_agreement(""), std::nullopt);
}

TEST(Consent, signed_on_a_form_has_the_forms_scope_for_each_of_its_objects) {
  ConsentForm form;
  form.code = "J1";
  form.objects = {ConsentObject::support, ConsentObject::sharing};
  form.scope = wide;
  form.months = 12;
  ConsentSigned signing;
  signing.consent = consent(1);
  signing.person = person(1);
  signing.at = start;
  const auto events = given_by_form(form, signing);
  ASSERT_EQ(events.size(), 2u);
  ConsentQuestion seated = question("J-KAIGI");
  seated.support_too = true;
  EXPECT_TRUE(now(events, seated).allows());
  EXPECT_EQ(now(events, seated, start + days(366)).consent, ConsentStatus::expired);
}

}  // namespace
