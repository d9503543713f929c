// Every rule of GATE.md by name; the whole table is held against an oracle of its own in
// gate_oracle.py.
#include "hub/domain/gate.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace {

using namespace hub::domain;

/// Each fact favourable: allowed in every class that asks for a municipal recipient.
Facts favourable(Item item, ForumClass forum) {
  Facts f;
  f.item = item;
  f.subject = Subject::focus;
  f.forum_class = forum;
  f.holder = f.covers_forum = f.covers_recipient = f.covers_purpose = f.covers_label = YesNo::yes;
  f.consent = ConsentStatus::given;
  f.consent_stale = f.address_hidden = f.recipient_near = f.harm = YesNo::no;
  f.seat = SeatState::bound;
  f.convener_lawful = f.in_scope = f.needed = f.address_clearance = YesNo::yes;
  f.recipient_kind = RecipientKind::municipal;
  f.officer_decision = OfficerDecision::named;
  f.opinion_for_item = f.youtai_released = YesNo::yes;
  return f;
}

std::string answer(const Facts& facts) {
  const Verdict verdict = decide(facts);
  return std::string(name_of(verdict.decision)) + " " + std::string(name_of(verdict.reason));
}

TEST(Gate, allows_open_data_once_item_subject_and_forum_are_known) {
  Facts f;
  f.item = Item::public_;
  f.subject = Subject::other;
  f.forum_class = ForumClass::statistics;
  EXPECT_EQ(answer(f), "allow ok");
  f.subject = Subject::unknown;
  EXPECT_EQ(answer(f), "deny unknown_fact");
}

TEST(Gate, never_lets_mynumber_or_informant_out_whatever_the_rest) {
  for (auto forum = 1; forum <= static_cast<int>(ForumClass::self); ++forum) {
    EXPECT_EQ(answer(favourable(Item::mynumber, static_cast<ForumClass>(forum))), "deny mynumber");
    EXPECT_EQ(answer(favourable(Item::informant, static_cast<ForumClass>(forum))),
              "deny informant");
  }
}

TEST(Gate, shows_nothing_of_a_hidden_person_to_the_near) {
  Facts f = favourable(Item::statement, ForumClass::statutory);
  f.address_hidden = YesNo::yes;
  f.recipient_near = YesNo::yes;
  EXPECT_EQ(answer(f), "deny hidden_person");
  f.recipient_near = YesNo::unknown;
  EXPECT_EQ(answer(f), "deny unknown_fact");
  f.recipient_near = YesNo::no;
  EXPECT_EQ(answer(f), "allow ok");
}

TEST(Gate, does_not_read_who_is_near_where_nobody_hides) {
  Facts f = favourable(Item::statement, ForumClass::statutory);
  f.recipient_near = YesNo::unknown;
  EXPECT_EQ(answer(f), "allow ok");
}

TEST(Gate, never_counts_from_items) {
  EXPECT_EQ(answer(favourable(Item::statement, ForumClass::statistics)), "deny statistics");
}

TEST(Gate, strips_third_parties_outside_own_use_danger_and_reports) {
  EXPECT_EQ(answer(favourable(Item::third_party, ForumClass::consent)), "deny third_party");
  EXPECT_EQ(answer(favourable(Item::third_party, ForumClass::statutory)), "deny third_party");
  EXPECT_EQ(answer(favourable(Item::third_party, ForumClass::report)), "allow ok");
  Facts other = favourable(Item::statement, ForumClass::consent);
  other.subject = Subject::other;
  EXPECT_EQ(answer(other), "allow ok");
  other.forum_class = ForumClass::self;
  EXPECT_EQ(answer(other), "deny third_party");
}

TEST(Gate, gives_the_person_his_own_copy_but_for_what_needs_a_formal_request) {
  Facts f = favourable(Item::statement, ForumClass::self);
  EXPECT_EQ(answer(f), "deny not_self");
  f.recipient_kind = RecipientKind::person;
  EXPECT_EQ(answer(f), "allow ok");
  f.item = Item::tax;
  EXPECT_EQ(answer(f), "deny formal_request");
  f.item = Item::statement;
  f.harm = YesNo::yes;
  EXPECT_EQ(answer(f), "deny harm");
}

TEST(Gate, gives_a_representative_the_copy_only_by_a_named_decision) {
  Facts f = favourable(Item::statement, ForumClass::self);
  f.recipient_kind = RecipientKind::representative;
  EXPECT_EQ(answer(f), "allow ok");
  f.officer_decision = OfficerDecision::none;
  EXPECT_EQ(answer(f), "deny formal_request");
}

TEST(Gate, knows_no_person_as_recipient_outside_his_own_copy) {
  Facts f = favourable(Item::statement, ForumClass::own);
  f.recipient_kind = RecipientKind::person;
  EXPECT_EQ(answer(f), "deny not_self");
}

TEST(Gate, lets_the_holder_use_what_it_holds_even_tax) {
  Facts f = favourable(Item::tax, ForumClass::own);
  f.consent = ConsentStatus::refused;
  EXPECT_EQ(answer(f), "allow ok");
  f.needed = YesNo::no;
  EXPECT_EQ(answer(f), "deny not_needed");
  f.holder = YesNo::no;
  EXPECT_EQ(answer(f), "deny not_holder");
}

TEST(Gate, asks_for_undue_harm_except_in_danger_and_reports) {
  Facts f = favourable(Item::statement, ForumClass::statutory);
  f.harm = YesNo::yes;
  EXPECT_EQ(answer(f), "deny harm");
  f.forum_class = ForumClass::emergency;
  EXPECT_EQ(answer(f), "allow ok");
}

TEST(Gate, withholds_tax_items_in_shien_kaigi_without_that_persons_own_consent) {
  Facts f = favourable(Item::tax, ForumClass::statutory);
  EXPECT_EQ(answer(f), "allow ok");
  f.covers_label = YesNo::no;
  EXPECT_EQ(answer(f), "deny tax_without_consent");
  f.consent = ConsentStatus::never_asked;
  EXPECT_EQ(answer(f), "deny tax_without_consent");
}

TEST(Gate, opens_tax_to_no_officer_and_no_danger) {
  for (const auto forum : {ForumClass::internal, ForumClass::benefit, ForumClass::emergency}) {
    Facts f = favourable(Item::tax, forum);
    f.consent = ConsentStatus::withdrawn;
    EXPECT_EQ(answer(f), "deny tax_without_consent");
  }
}

TEST(Gate, reads_the_consent_from_left_to_right_and_no_further_than_the_first_refusal) {
  Facts f = favourable(Item::statement, ForumClass::consent);
  f.consent = ConsentStatus::refused;
  f.consent_stale = f.covers_forum = f.covers_label = YesNo::unknown;
  EXPECT_EQ(answer(f), "deny no_consent");
  f.consent = ConsentStatus::given;
  EXPECT_EQ(answer(f), "deny unknown_fact");
  f.consent_stale = YesNo::yes;
  EXPECT_EQ(answer(f), "deny no_consent");
}

TEST(Gate, keeps_youtai_material_in_the_kyogikai_and_points_municipal_staff_to_it) {
  EXPECT_EQ(answer(favourable(Item::youtai, ForumClass::youtai)), "allow ok");
  EXPECT_EQ(answer(favourable(Item::youtai, ForumClass::consent_seated)), "mask youtai_pointer");
  Facts f = favourable(Item::youtai, ForumClass::consent);
  f.recipient_kind = RecipientKind::private_;
  EXPECT_EQ(answer(f), "deny youtai");
}

TEST(Gate, releases_youtai_material_to_a_shien_kaigi_by_its_choseikikan_alone) {
  Facts f = favourable(Item::youtai, ForumClass::statutory);
  EXPECT_EQ(answer(f), "allow ok");
  f.youtai_released = YesNo::no;
  EXPECT_EQ(answer(f), "mask youtai_pointer");
  f.youtai_released = YesNo::unknown;
  EXPECT_EQ(answer(f), "deny unknown_fact");
}

TEST(Gate, gives_the_pointer_to_a_bound_seat_or_by_a_named_decision) {
  Facts f = favourable(Item::youtai, ForumClass::consent);
  f.seat = SeatState::not_bound;
  EXPECT_EQ(answer(f), "mask youtai_pointer");
  f.officer_decision = OfficerDecision::none;
  EXPECT_EQ(answer(f), "deny youtai");
  f.needed = YesNo::no;
  f.seat = SeatState::unknown;
  EXPECT_EQ(answer(f), "deny youtai");
}

TEST(Gate, keeps_a_workers_note_inside_unless_marked_for_the_item) {
  EXPECT_EQ(answer(favourable(Item::staff_note, ForumClass::internal)), "allow ok");
  EXPECT_EQ(answer(favourable(Item::staff_note, ForumClass::consent)), "deny staff_note");
  Facts f = favourable(Item::staff_note, ForumClass::statutory);
  EXPECT_EQ(answer(f), "allow ok");
  f.opinion_for_item = YesNo::no;
  EXPECT_EQ(answer(f), "deny staff_note");
}

TEST(Gate, wants_scope_before_consent_and_consent_before_the_seat_in_a_juso_kaigi) {
  Facts f = favourable(Item::statement, ForumClass::consent_seated);
  f.needed = YesNo::no;
  EXPECT_EQ(answer(f), "deny not_needed");
  f.seat = SeatState::not_bound;
  EXPECT_EQ(answer(f), "deny not_seated");
  f.consent = ConsentStatus::asked;
  EXPECT_EQ(answer(f), "deny no_consent");
  f.in_scope = YesNo::no;
  EXPECT_EQ(answer(f), "deny out_of_scope");
}

TEST(Gate, asks_no_consent_in_a_shien_kaigi_but_who_convened_and_who_sits) {
  Facts f = favourable(Item::statement, ForumClass::statutory);
  f.consent = ConsentStatus::refused;
  EXPECT_EQ(answer(f), "allow ok");
  f.needed = YesNo::no;
  EXPECT_EQ(answer(f), "deny not_needed");
  f.seat = SeatState::not_bound;
  EXPECT_EQ(answer(f), "deny not_seated");
  f.in_scope = YesNo::no;
  EXPECT_EQ(answer(f), "deny out_of_scope");
  f.convener_lawful = YesNo::no;
  EXPECT_EQ(answer(f), "deny wrong_convener");
}

TEST(Gate, wants_a_named_officer_a_need_and_the_right_recipient_without_consent_or_forum) {
  Facts f = favourable(Item::statement, ForumClass::agency);
  EXPECT_EQ(answer(f), "deny wrong_recipient");
  f.recipient_kind = RecipientKind::public_body;
  EXPECT_EQ(answer(f), "allow ok");
  f.needed = YesNo::no;
  EXPECT_EQ(answer(f), "deny not_needed");
  f.officer_decision = OfficerDecision::none;
  EXPECT_EQ(answer(f), "deny no_officer");
}

TEST(Gate, masks_where_a_hidden_person_is_unless_the_owning_section_named_the_recipient) {
  for (const Item item : {Item::contact, Item::locating}) {
    Facts f = favourable(item, ForumClass::own);
    f.address_hidden = YesNo::yes;
    EXPECT_EQ(answer(f), "allow ok");
    f.address_clearance = YesNo::no;
    EXPECT_EQ(answer(f), "mask hidden_address");
    f.address_clearance = YesNo::unknown;
    EXPECT_EQ(answer(f), "deny unknown_fact");
    f.forum_class = ForumClass::emergency;
    EXPECT_EQ(answer(f), "allow ok");
  }
}

TEST(Gate, refuses_when_it_was_told_nothing) {
  EXPECT_EQ(answer(Facts{}), "deny unknown_fact");
}

TEST(Gate, lets_the_strictest_label_stand) {
  constexpr Verdict allow{Decision::allow, Reason::ok};
  constexpr Verdict mask{Decision::mask, Reason::hidden_address};
  constexpr Verdict deny{Decision::deny, Reason::no_consent};
  EXPECT_EQ(strictest(std::array{allow, mask}), mask);
  EXPECT_EQ(strictest(std::array{mask, deny, allow}), deny);
  EXPECT_EQ(strictest({}).decision, Decision::deny);
}

TEST(Gate, reads_facts_by_name_and_takes_an_unknown_word_as_unknown) {
  Facts f;
  EXPECT_TRUE(set_fact(f, "recipient_kind", "private"));
  EXPECT_EQ(f.recipient_kind, RecipientKind::private_);
  EXPECT_TRUE(set_fact(f, "recipient_kind", "friend"));
  EXPECT_EQ(f.recipient_kind, RecipientKind::unknown);
  EXPECT_FALSE(set_fact(f, "recipient", "private"));
}

TEST(Gate, writes_facts_so_that_it_reads_them_again) {
  const Facts before = favourable(Item::public_, ForumClass::self);
  Facts after;
  each_fact(
      before,
      [](void* to, std::string_view name, std::string_view value) {
        EXPECT_TRUE(set_fact(*static_cast<Facts*>(to), name, value));
      },
      &after);
  EXPECT_EQ(after, before);
}

TEST(Gate, names_each_reason_once) {
  for (int at = 0; at <= static_cast<int>(Reason::hidden_address); ++at) {
    Reason back{};
    EXPECT_TRUE(reason_from(name_of(static_cast<Reason>(at)), back));
    EXPECT_EQ(back, static_cast<Reason>(at));
  }
}

}  // namespace
