#include "tests/gate/invariants.hpp"

#include <initializer_list>

namespace gate_proof {
namespace {

template <class Kind>
bool is_one_of(const Watched<Kind>& fact, std::initializer_list<Kind> set) {
  for (const Kind one : set)
    if (fact == one) return true;
  return false;
}

constexpr Verdict pointer{Decision::mask, Reason::youtai_pointer};

bool refused(const Verdict& verdict) {
  return verdict.decision == Decision::deny;
}

/// Something of the datum itself is told: more than that child welfare is involved.
bool told(const Verdict& verdict) {
  return !refused(verdict) && verdict != pointer;
}

bool open_data(const WatchedFacts& f) {
  return f.item == Item::public_;
}

bool consented(const WatchedFacts& f) {
  return f.consent == ConsentStatus::given && f.consent_stale == YesNo::no &&
         f.covers_forum == YesNo::yes && f.covers_recipient == YesNo::yes &&
         f.covers_purpose == YesNo::yes && f.covers_label == YesNo::yes;
}

bool own_use(const WatchedFacts& f) {
  return f.forum_class == ForumClass::own && f.holder == YesNo::yes;
}

bool by_officer(const WatchedFacts& f) {
  return wants_review(f.forum_class) && f.officer_decision == OfficerDecision::named;
}

bool in_danger_or_report(const WatchedFacts& f) {
  return is_one_of(f.forum_class, {ForumClass::emergency, ForumClass::report});
}

bool statutory_seat(const WatchedFacts& f) {
  return is_one_of(f.forum_class, {ForumClass::statutory, ForumClass::youtai}) &&
         f.convener_lawful == YesNo::yes && f.in_scope == YesNo::yes && f.seat == SeatState::bound;
}

bool to_the_person(const WatchedFacts& f) {
  if (f.forum_class != ForumClass::self) return false;
  if (f.recipient_kind == RecipientKind::person) return true;
  return f.recipient_kind == RecipientKind::representative &&
         f.officer_decision == OfficerDecision::named;
}

bool numbers_and_informants_stay(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || !is_one_of(f.item, {Item::mynumber, Item::informant});
}

bool tax_wants_the_persons_own_consent(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || f.item != Item::tax || own_use(f) || consented(f);
}

bool juso_kaigi_wants_consent(Decide decide, const WatchedFacts& f) {
  return !told(decide(f)) || f.forum_class != ForumClass::consent_seated || open_data(f) ||
         (consented(f) && f.seat == SeatState::bound && f.in_scope == YesNo::yes);
}

bool without_consent_only_by_law_officer_or_holder(Decide decide, const WatchedFacts& f) {
  if (!told(decide(f)) || open_data(f) || to_the_person(f) || own_use(f)) return true;
  return statutory_seat(f) || by_officer(f) || consented(f);
}

bool the_near_get_nothing(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || open_data(f) || f.address_hidden == YesNo::no ||
         f.recipient_near == YesNo::no;
}

bool whereabouts_want_clearance(Decide decide, const WatchedFacts& f) {
  if (decide(f).decision != Decision::allow) return true;
  if (!is_one_of(f.item, {Item::contact, Item::locating}) || f.address_hidden == YesNo::no)
    return true;
  return f.address_clearance == YesNo::yes || to_the_person(f) ||
         (in_danger_or_report(f) && by_officer(f));
}

bool unknown_refuses(Decide decide, const WatchedFacts& f) {
  const Verdict verdict = decide(f);
  return (verdict == Verdict{Decision::deny, Reason::unknown_fact}) == f.walk->read_unknown();
}

bool the_question_itself_is_known(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || (f.item != Item::unknown && f.subject != Subject::unknown &&
                                f.forum_class != ForumClass::unknown);
}

bool asked_twice_answers_the_same(Decide decide, const WatchedFacts& f) {
  const Verdict once = decide(f);
  const std::size_t read = f.walk->read_so_far();
  return decide(f) == once && f.walk->read_so_far() == read;
}

bool statistics_get_no_item(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || f.forum_class != ForumClass::statistics || open_data(f);
}

bool third_parties_stay(Decide decide, const WatchedFacts& f) {
  if (refused(decide(f)) || open_data(f)) return true;
  const bool bound = own_use(f) || in_danger_or_report(f);
  if (f.item == Item::third_party) return bound;
  return f.subject != Subject::other || bound ||
         is_one_of(f.forum_class, {ForumClass::consent, ForumClass::consent_seated});
}

bool youtai_stays_unless_released(Decide decide, const WatchedFacts& f) {
  if (!told(decide(f)) || f.item != Item::youtai || own_use(f)) return true;
  return f.forum_class == ForumClass::youtai || in_danger_or_report(f) ||
         (f.forum_class == ForumClass::statutory && f.youtai_released == YesNo::yes);
}

bool the_pointer_is_for_municipal_staff(Decide decide, const WatchedFacts& f) {
  if (decide(f) != pointer) return true;
  if (f.forum_class == ForumClass::youtai || in_danger_or_report(f)) return false;
  if (f.forum_class == ForumClass::statutory && f.youtai_released == YesNo::yes) return false;
  return f.item == Item::youtai && f.recipient_kind == RecipientKind::municipal &&
         f.needed == YesNo::yes &&
         (f.seat == SeatState::bound || f.officer_decision == OfficerDecision::named);
}

bool opinions_stay_unless_marked(Decide decide, const WatchedFacts& f) {
  if (refused(decide(f)) || f.item != Item::staff_note || own_use(f)) return true;
  if (f.forum_class == ForumClass::internal) return true;
  return f.opinion_for_item == YesNo::yes &&
         is_one_of(f.forum_class,
                   {ForumClass::consent_seated, ForumClass::statutory, ForumClass::youtai});
}

bool only_the_minimum(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || open_data(f) || f.forum_class == ForumClass::self ||
         f.needed == YesNo::yes;
}

bool no_undue_harm(Decide decide, const WatchedFacts& f) {
  return refused(decide(f)) || open_data(f) || f.forum_class == ForumClass::own ||
         in_danger_or_report(f) || f.harm == YesNo::no;
}

bool the_person_is_a_recipient_of_his_copy_alone(Decide decide, const WatchedFacts& f) {
  if (refused(decide(f)) || open_data(f)) return true;
  if (f.forum_class == ForumClass::self)
    return to_the_person(f) && !is_one_of(f.item, {Item::staff_note, Item::youtai, Item::tax});
  return !is_one_of(f.recipient_kind, {RecipientKind::person, RecipientKind::representative});
}

bool a_ground_reaches_its_recipients_alone(Decide decide, const WatchedFacts& f) {
  if (!told(decide(f)) || open_data(f)) return true;
  if (f.forum_class == ForumClass::internal) return f.recipient_kind == RecipientKind::municipal;
  if (f.forum_class == ForumClass::agency)
    return is_one_of(f.recipient_kind, {RecipientKind::other_organ, RecipientKind::public_body});
  if (f.forum_class == ForumClass::report)
    return is_one_of(f.recipient_kind, {RecipientKind::municipal, RecipientKind::other_organ,
                                        RecipientKind::public_body});
  return true;
}

/// One known fact put to what refuses, the rest as it was: never shows more.
template <class Kind>
bool never_more(Decide decide, const WatchedFacts& f, Watched<Kind> WatchedFacts::*fact,
                std::initializer_list<Kind> refusing) {
  const Verdict before = decide(f);
  for (const Kind value : refusing) {
    WatchedFacts less = f;
    less.*fact = value;
    if (decide(less).decision < before.decision && f.*fact != Kind::unknown) return false;
  }
  return true;
}

bool withdrawing_shows_no_more(Decide decide, const WatchedFacts& f) {
  return never_more(decide, f, &WatchedFacts::consent,
                    {ConsentStatus::never_asked, ConsentStatus::asked, ConsentStatus::refused,
                     ConsentStatus::withdrawn, ConsentStatus::expired}) &&
         never_more(decide, f, &WatchedFacts::consent_stale, {YesNo::yes});
}

bool narrowing_shows_no_more(Decide decide, const WatchedFacts& f) {
  return never_more(decide, f, &WatchedFacts::covers_forum, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::covers_recipient, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::covers_purpose, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::covers_label, {YesNo::no});
}

bool hiding_shows_no_more(Decide decide, const WatchedFacts& f) {
  return never_more(decide, f, &WatchedFacts::address_hidden, {YesNo::yes}) &&
         never_more(decide, f, &WatchedFacts::recipient_near, {YesNo::yes}) &&
         never_more(decide, f, &WatchedFacts::address_clearance, {YesNo::no});
}

/// A release by the 調整機関 stands apart: without it the pointer is left, which is no part of what
/// was released.
bool losing_a_ground_shows_no_more(Decide decide, const WatchedFacts& f) {
  return never_more(decide, f, &WatchedFacts::officer_decision, {OfficerDecision::none}) &&
         never_more(decide, f, &WatchedFacts::seat, {SeatState::not_bound}) &&
         never_more(decide, f, &WatchedFacts::holder, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::convener_lawful, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::in_scope, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::needed, {YesNo::no}) &&
         never_more(decide, f, &WatchedFacts::harm, {YesNo::yes}) &&
         never_more(decide, f, &WatchedFacts::opinion_for_item, {YesNo::no});
}

constexpr std::array all{
    Invariant{"個人番号 and informants stay", numbers_and_informants_stay},
    Invariant{"tax wants the person's own consent", tax_wants_the_persons_own_consent},
    Invariant{"the 重層的支援会議 wants consent and a seat", juso_kaigi_wants_consent},
    Invariant{"without consent only by law, officer or holder",
              without_consent_only_by_law_officer_or_holder},
    Invariant{"the near get nothing", the_near_get_nothing},
    Invariant{"unknown refuses", unknown_refuses},
    Invariant{"the question itself is known", the_question_itself_is_known},
    Invariant{"statistics get no item", statistics_get_no_item},
    Invariant{"third parties stay", third_parties_stay},
    Invariant{"要対協 material stays unless released", youtai_stays_unless_released},
    Invariant{"the pointer is for municipal staff", the_pointer_is_for_municipal_staff},
    Invariant{"opinions stay unless marked", opinions_stay_unless_marked},
    Invariant{"only the minimum", only_the_minimum},
    Invariant{"no undue harm", no_undue_harm},
    Invariant{"the person gets his copy alone", the_person_is_a_recipient_of_his_copy_alone},
    Invariant{"a ground reaches its recipients alone", a_ground_reaches_its_recipients_alone},
    Invariant{"whereabouts want clearance", whereabouts_want_clearance},
    Invariant{"withdrawing shows no more", withdrawing_shows_no_more},
    Invariant{"narrowing shows no more", narrowing_shows_no_more},
    Invariant{"hiding shows no more", hiding_shows_no_more},
    Invariant{"losing a ground shows no more", losing_a_ground_shows_no_more},
    Invariant{"asked twice answers the same", asked_twice_answers_the_same},
};

}  // namespace

std::span<const Invariant> invariants() {
  return all;
}

std::string broken_by(const Invariant& invariant, Decide decide) {
  FactWalk walk;
  const WatchedFacts facts(walk);
  do {
    if (!invariant.holds(decide, facts)) return walk.text();
  } while (walk.advance());
  return {};
}

}  // namespace gate_proof
