// From what the hub knows to the gate's answer, and from the answer to what may leave.
#include "hub/domain/disclosure.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "hub/base/limits.hpp"

namespace {

using namespace hub::domain;
using hub::base::UtcMillis;
using std::chrono::days;
using std::chrono::hours;

constexpr UtcMillis today = UtcMillis(std::chrono::milliseconds(1'775'000'000'000));
constexpr std::array<std::string_view, 2> groups{"sakutomo", "coordinator"};

hub::base::PersonId person(std::uint8_t number) {
  return hub::base::PersonId(hub::base::UuidBytes{number});
}

LegalBasis basis(std::string code, ForumClass forum_class, bool consent, bool support = false) {
  LegalBasis row;
  row.code = std::move(code);
  row.forum_class = forum_class;
  row.conveners = {"municipality"};
  row.consent_needed = consent;
  row.support_consent_needed = support;
  return row;
}

/// A household of a mother (1), who consents, and her son (2), who does not; a coordinator that may
/// know; a sitting in order.
struct Household : testing::Test {
  LegalBasis consent = basis("CONSENT", ForumClass::consent, true);
  LegalBasis j_kaigi = basis("J-KAIGI", ForumClass::consent_seated, true, true);
  LegalBasis shien_kaigi = basis("SHIEN-KAIGI", ForumClass::statutory, false);
  LegalBasis danger = basis("EMERGENCY", ForumClass::emergency, false);
  Purpose purpose{
      "tie_in",
      "つなぎ",
      "",
      {Item::identity, Item::contact, Item::statement, Item::income, Item::tax, Item::youtai}};
  std::vector<ConsentEvent> events = mothers_consent();

  static std::vector<ConsentEvent> mothers_consent() {
    ConsentEvent sharing;
    sharing.person = person(1);
    sharing.act = ConsentAct::given;
    sharing.at = today - days(3);
    sharing.scope = {Selection({"CONSENT", "J-KAIGI"}),
                     Selection({"coordinator"}),
                     Selection({"tie_in"}),
                     {Item::identity, Item::contact, Item::statement}};
    ConsentEvent support = sharing;
    support.object = ConsentObject::support;
    support.scope = ConsentScope::everything();
    return {sharing, support};
  }

  [[nodiscard]] Situation about(std::uint8_t who, const LegalBasis& row) const {
    Situation s;
    s.at = today;
    s.person = person(who);
    s.subject = Subject::focus;
    s.recipient = {"sakutomo", groups, RecipientKind::contractor};
    s.forum.basis = &row;
    s.forum.convener = "municipality";
    s.forum.in_scope = s.forum.seat_drawn = s.forum.seat_bound = true;
    s.forum.opinion_for_item = s.forum.youtai_released = false;
    s.purpose = &purpose;
    s.holder = s.harm = false;
    s.consent = ConsentView{events, {}};
    s.protection.as_of = today - days(1);
    s.protection.listed = s.protection.flagged = false;
    s.protection.recipient_near = s.protection.recipient_cleared = false;
    s.officer_read = true;
    return s;
  }

  static std::string answer(Labels labels, const Situation& s) {
    const Disclosure d = disclose(labels, s);
    return std::string(name_of(d.verdict().decision)) + " " +
           std::string(name_of(d.verdict().reason));
  }
};

Sealed<std::string> sealed(std::uint8_t owner, Labels labels) {
  return {"値", person(owner), SourceId{1}, labels};
}

TEST_F(Household, gives_the_juso_kaigi_the_mothers_record_and_nothing_of_her_sons) {
  EXPECT_EQ(answer(Item::statement, about(1, j_kaigi)), "allow ok");
  EXPECT_EQ(answer(Item::statement, about(2, j_kaigi)), "deny no_consent");
}

TEST_F(Household, lets_the_shien_kaigi_have_both_minus_what_came_from_tax) {
  EXPECT_EQ(answer(Item::statement, about(2, shien_kaigi)), "allow ok");
  EXPECT_EQ(answer(Item::income, about(2, shien_kaigi)), "allow ok");
  EXPECT_EQ(answer(Item::tax, about(2, shien_kaigi)), "deny tax_without_consent");
}

TEST_F(Household, takes_free_text_from_a_tax_feed_as_tax_as_a_whole) {
  EXPECT_EQ(answer({Item::statement, Item::tax}, about(2, shien_kaigi)),
            "deny tax_without_consent");
}

TEST_F(Household, removes_exactly_the_data_of_the_member_who_refuses) {
  ConsentEvent refusal;
  refusal.person = person(1);
  refusal.act = ConsentAct::refused;
  refusal.at = today - days(1);
  ConsentEvent sons = events.front();
  sons.person = person(2);
  events.insert(events.end(), {refusal, sons});
  EXPECT_EQ(answer(Item::statement, about(1, consent)), "deny no_consent");
  EXPECT_EQ(answer(Item::statement, about(2, consent)), "allow ok");
}

TEST_F(Household, refuses_everybody_when_the_protection_register_is_older_than_three_days) {
  Situation s = about(1, consent);
  s.protection.as_of = today - days(3);
  EXPECT_EQ(answer(Item::statement, s), "allow ok");
  s.protection.as_of = today - days(3) - std::chrono::milliseconds(1);
  EXPECT_EQ(answer(Item::statement, s), "deny unknown_fact");
  s.protection.as_of.reset();
  EXPECT_EQ(answer(Item::statement, s), "deny unknown_fact");
}

TEST_F(Household, counts_only_other_flags_where_no_register_is_kept) {
  Situation s = about(1, consent);
  s.protection.kept = false;
  s.protection.as_of.reset();
  s.protection.listed.reset();
  EXPECT_EQ(answer(Item::contact, s), "allow ok");
  s.protection.flagged = true;
  EXPECT_EQ(answer(Item::contact, s), "mask hidden_address");
  s.protection.recipient_near = true;
  EXPECT_EQ(answer(Item::statement, s), "deny hidden_person");
}

TEST_F(Household, takes_an_officers_decision_for_what_it_names_alone) {
  const LegalBases bases({danger, consent});
  const auto taken = NamedDecision::take({"officer/7", "EMERGENCY", "生命の危険があるため",
                                          person(2), "sakutomo", Item::statement, today + hours(1)},
                                         bases, today);
  Situation s = about(2, danger);
  EXPECT_EQ(answer(Item::statement, s), "deny no_officer");
  s.decisions = {&taken.value(), 1};
  EXPECT_EQ(answer(Item::statement, s), "allow ok");
  EXPECT_TRUE(disclose(Item::statement, s).wants_review());
  EXPECT_EQ(answer(Item::identity, s), "deny no_officer");
  EXPECT_EQ(answer(Item::tax, s), "deny tax_without_consent");
  s.person = person(1);
  EXPECT_EQ(answer(Item::statement, s), "deny no_officer");
  s = about(2, danger);
  s.decisions = {&taken.value(), 1};
  s.recipient.code = "elsewhere";
  EXPECT_EQ(answer(Item::statement, s), "deny no_officer");
  s.recipient.code = "sakutomo";
  s.at = today + hours(1);
  s.protection.as_of = s.at;
  EXPECT_EQ(answer(Item::statement, s), "deny no_officer");
}

TEST_F(Household, denies_a_datum_of_which_one_label_is_unknown) {
  EXPECT_EQ(answer({Item::unknown, Item::statement}, about(1, consent)), "deny unknown_fact");
}

TEST_F(Household, refuses_where_a_fact_was_not_read) {
  Situation s = about(1, consent);
  s.consent.reset();
  EXPECT_EQ(answer(Item::statement, s), "deny unknown_fact");
  EXPECT_EQ(answer(Item::statement, Situation{}), "deny unknown_fact");
}

TEST_F(Household, refuses_a_meeting_that_somebody_else_convened) {
  Situation s = about(1, shien_kaigi);
  s.forum.convener = "coordinator";
  EXPECT_EQ(answer(Item::statement, s), "deny wrong_convener");
}

TEST_F(Household, clears_what_was_asked_about_and_nothing_else) {
  const Disclosure mother = disclose({Item::statement, Item::identity}, about(1, consent));
  EXPECT_EQ(mother.clear(sealed(1, Item::statement)).value().value(), "値");
  EXPECT_FALSE(mother.clear(sealed(2, Item::statement)));
  EXPECT_FALSE(mother.clear(sealed(1, Item::contact)));
  EXPECT_FALSE(mother.clear(sealed(1, {Item::statement, Item::tax})));
  EXPECT_FALSE(mother.clear(sealed(1, {})));
}

TEST_F(Household, clears_nothing_of_a_record_whose_person_is_not_known) {
  const Disclosure all = disclose(Item::statement, about(1, consent));
  const hub::base::RecordId record(person(1).bytes());
  EXPECT_FALSE(all.clear(Sealed<std::string>("値", record, SourceId{1}, Item::statement)));
}

TEST_F(Household, clears_nothing_that_is_masked_or_denied) {
  EXPECT_FALSE(disclose(Item::statement, about(2, consent)).clear(sealed(2, Item::statement)));
  Situation hidden = about(1, consent);
  hidden.protection.listed = true;
  const Disclosure masked = disclose(Item::contact, hidden);
  EXPECT_TRUE(masked.masked());
  EXPECT_FALSE(masked.clear(sealed(1, Item::contact)));
}

TEST_F(Household, denies_a_datum_whose_item_nobody_gave) {
  EXPECT_EQ(answer({}, about(1, consent)), "deny unknown_fact");
}

TEST_F(Household, names_the_consent_and_the_label_that_the_answer_rests_on) {
  const Disclosure d = disclose({Item::identity, Item::statement}, about(1, consent));
  EXPECT_EQ(d.consent(), events.front().consent);
  EXPECT_EQ(d.legal_basis(), "CONSENT");
  EXPECT_EQ(d.recipient(), "sakutomo");
  EXPECT_EQ(disclose({Item::statement, Item::tax}, about(1, consent)).label(), Item::tax);
  EXPECT_EQ(disclose(Item::statement, about(2, shien_kaigi)).consent(), std::nullopt);
}

}  // namespace
