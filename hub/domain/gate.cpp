// Each rule is one function, numbered as on GATE.md. A rule answers with a verdict, or with
// nothing: then the next rule is asked. Facts stand in the order in which the page reads them; the
// first that is unknown or refuses ends the decision.
#include "hub/domain/gate.hpp"

#include <initializer_list>
#include <optional>

namespace hub::domain {
namespace {

using Answer = std::optional<Verdict>;
constexpr Answer goes_on = std::nullopt;

constexpr Verdict allow{Decision::allow, Reason::ok};
constexpr Verdict unknown_fact{Decision::deny, Reason::unknown_fact};

constexpr Verdict deny(Reason reason) {
  return {Decision::deny, reason};
}
constexpr Verdict mask(Reason reason) {
  return {Decision::mask, reason};
}

/// Reads a fact: it must be known.
template <class Fact>
constexpr Answer known(Fact fact) {
  if (fact == Fact::unknown) return unknown_fact;
  return goes_on;
}

/// Reads a fact: it must be `wanted`, else deny for `reason`.
template <class Fact>
constexpr Answer must_be(Fact fact, Fact wanted, Reason reason) {
  if (fact == Fact::unknown) return unknown_fact;
  if (fact != wanted) return deny(reason);
  return goes_on;
}

/// The first that does not go on, from left to right.
constexpr Answer in_order(std::initializer_list<Answer> answers) {
  for (const Answer& answer : answers) {
    if (answer) return answer;
  }
  return goes_on;
}

template <class Fact>
constexpr bool is_one_of(Fact fact, std::initializer_list<Fact> set) {
  for (const Fact one : set) {
    if (fact == one) return true;
  }
  return false;
}

/// Consents: all four covers come from one and the same consent of the person the datum is about.
Answer consents(const Facts& f, Reason otherwise) {
  return in_order({must_be(f.consent, ConsentStatus::given, otherwise),
                   must_be(f.consent_stale, YesNo::no, otherwise),
                   must_be(f.covers_forum, YesNo::yes, otherwise),
                   must_be(f.covers_recipient, YesNo::yes, otherwise),
                   must_be(f.covers_purpose, YesNo::yes, otherwise),
                   must_be(f.covers_label, YesNo::yes, otherwise)});
}

/// What nobody can decide without.
Answer rule_0(const Facts& f) {
  return in_order({known(f.item), known(f.subject), known(f.forum_class)});
}

/// Open data is free. 個人番号 never (番号法19条), who reported an abuse never (児童虐待防止法7条).
Answer rule_1(const Facts& f) {
  if (f.item == Item::public_) return allow;
  if (f.item == Item::mynumber) return deny(Reason::mynumber);
  if (f.item == Item::informant) return deny(Reason::informant);
  return goes_on;
}

/// 支援措置: nothing at all to whoever is, represents, lives with or serves the person from whom
/// the subject hides.
Answer rule_2(const Facts& f) {
  if (const Answer unread = known(f.address_hidden)) return unread;
  if (f.address_hidden == YesNo::no) return goes_on;
  return must_be(f.recipient_near, YesNo::no, Reason::hidden_person);
}

/// Counts are made elsewhere, never from items.
Answer rule_3(const Facts& f) {
  if (f.forum_class == ForumClass::statistics) return deny(Reason::statistics);
  return goes_on;
}

/// Somebody who is not in the case.
Answer rule_4(const Facts& f) {
  if (f.item != Item::third_party && f.subject != Subject::other) return goes_on;
  if (is_one_of(f.forum_class, {ForumClass::own, ForumClass::emergency, ForumClass::report}))
    return goes_on;
  const bool by_consent =
      is_one_of(f.forum_class, {ForumClass::consent, ForumClass::consent_seated});
  if (by_consent && f.item != Item::third_party) return goes_on;
  return deny(Reason::third_party);
}

/// The person's own copy. What a worker thinks, 要対協 material and tax are answered by a formal
/// request (個人情報保護法76条) or by the tax section.
Answer rule_5(const Facts& f) {
  if (f.forum_class != ForumClass::self) return goes_on;
  if (const Answer unread = known(f.recipient_kind)) return unread;
  const Answer asker =
      f.recipient_kind == RecipientKind::representative
          ? must_be(f.officer_decision, OfficerDecision::named, Reason::formal_request)
          : must_be(f.recipient_kind, RecipientKind::person, Reason::not_self);
  if (asker) return asker;
  if (is_one_of(f.item, {Item::staff_note, Item::youtai, Item::tax}))
    return deny(Reason::formal_request);
  if (const Answer harmful = must_be(f.harm, YesNo::no, Reason::harm)) return harmful;
  return allow;
}

/// Elsewhere the person and who acts for him is no recipient.
Answer rule_6(const Facts& f) {
  if (const Answer unread = known(f.recipient_kind)) return unread;
  if (is_one_of(f.recipient_kind, {RecipientKind::person, RecipientKind::representative}))
    return deny(Reason::not_self);
  return goes_on;
}

/// 12. Where somebody is who hides, unless the named decision of an emergency or report is the
/// clearance. What comes as far as this is allowed.
Verdict rule_12(const Facts& f) {
  const bool tells_where = is_one_of(f.item, {Item::contact, Item::locating});
  const bool decided = is_one_of(f.forum_class, {ForumClass::emergency, ForumClass::report});
  if (!tells_where || f.address_hidden != YesNo::yes || decided) return allow;
  if (f.address_clearance == YesNo::unknown) return unknown_fact;
  return f.address_clearance == YesNo::yes ? allow : mask(Reason::hidden_address);
}

/// The unit that made the datum, or received it lawfully for this business, using it.
Answer rule_7(const Facts& f) {
  if (f.forum_class != ForumClass::own) return goes_on;
  const Answer refused = in_order({must_be(f.holder, YesNo::yes, Reason::not_holder),
                                   must_be(f.needed, YesNo::yes, Reason::not_needed)});
  return refused ? refused : rule_12(f);
}

/// 個人情報保護法69条2項ただし書: not where it unduly harms the person or a third party.
Answer rule_8(const Facts& f) {
  if (is_one_of(f.forum_class, {ForumClass::emergency, ForumClass::report})) return goes_on;
  return must_be(f.harm, YesNo::no, Reason::harm);
}

/// 地方税法22条: whatever the forum, seat or officer.
Answer rule_9(const Facts& f) {
  if (f.item != Item::tax) return goes_on;
  return consents(f, Reason::tax_without_consent);
}

/// What remains of 要対協 material outside: agency and contact, to municipal staff who need it.
Answer youtai_pointer(const Facts& f) {
  if (f.recipient_kind != RecipientKind::municipal) return deny(Reason::youtai);
  if (const Answer refused = must_be(f.needed, YesNo::yes, Reason::youtai)) return refused;
  if (const Answer unread = known(f.seat)) return unread;
  if (f.seat == SeatState::bound) return mask(Reason::youtai_pointer);
  if (const Answer refused = must_be(f.officer_decision, OfficerDecision::named, Reason::youtai))
    return refused;
  return mask(Reason::youtai_pointer);
}

/// 要対協 material stays in the 協議会 (児童福祉法25条の5), unless its 調整機関 released it.
Answer rule_10_youtai(const Facts& f) {
  if (is_one_of(f.forum_class, {ForumClass::youtai, ForumClass::emergency, ForumClass::report}))
    return goes_on;
  if (f.forum_class == ForumClass::statutory) {
    if (const Answer unread = known(f.youtai_released)) return unread;
    if (f.youtai_released == YesNo::yes) return goes_on;
  }
  return youtai_pointer(f);
}

/// A worker's note stays inside, unless its author marked it as 見立て for this agenda item.
Answer rule_10_staff_note(const Facts& f) {
  if (f.forum_class == ForumClass::internal) return goes_on;
  if (is_one_of(f.forum_class,
                {ForumClass::consent_seated, ForumClass::statutory, ForumClass::youtai}))
    return must_be(f.opinion_for_item, YesNo::yes, Reason::staff_note);
  return deny(Reason::staff_note);
}

Answer rule_10(const Facts& f) {
  if (f.item == Item::youtai) return rule_10_youtai(f);
  if (f.item == Item::staff_note) return rule_10_staff_note(f);
  return goes_on;
}

/// 11, `consent`: agency to agency (個人情報保護法69条2項1号, 27条1項).
Answer rule_11_consent(const Facts& f) {
  return in_order({consents(f, Reason::no_consent),  //
                   must_be(f.needed, YesNo::yes, Reason::not_needed)});
}

/// 11, `consent_seated`: 重層的支援会議 (社会福祉法106条の4), 支援調整会議.
Answer rule_11_consent_seated(const Facts& f) {
  return in_order({must_be(f.in_scope, YesNo::yes, Reason::out_of_scope),
                   consents(f, Reason::no_consent),
                   must_be(f.seat, SeatState::bound, Reason::not_seated),
                   must_be(f.needed, YesNo::yes, Reason::not_needed)});
}

/// 11, `statutory`, `youtai`: 支援会議 (社会福祉法106条の6) and its like. Consent is not asked; a
/// refusal does not bar it.
Answer rule_11_statutory(const Facts& f) {
  return in_order({must_be(f.convener_lawful, YesNo::yes, Reason::wrong_convener),
                   must_be(f.in_scope, YesNo::yes, Reason::out_of_scope),
                   must_be(f.seat, SeatState::bound, Reason::not_seated),
                   must_be(f.needed, YesNo::yes, Reason::not_needed)});
}

/// Whom a ground of 個人情報保護法69条2項 or a report reaches.
bool reaches(ForumClass forum, RecipientKind kind) {
  switch (forum) {
    case ForumClass::internal:
      return kind == RecipientKind::municipal;
    case ForumClass::agency:
      return is_one_of(kind, {RecipientKind::other_organ, RecipientKind::public_body});
    case ForumClass::report:
      return is_one_of(
          kind, {RecipientKind::municipal, RecipientKind::other_organ, RecipientKind::public_body});
    default:
      return true;
  }
}

/// 11, `internal`, `agency`, `benefit`, `emergency`, `report`: a named officer decided
/// (個人情報保護法69条2項2–4号, 児童虐待防止法13条の4 …). Stands in the review queue afterwards.
Answer rule_11_decided(const Facts& f) {
  const Answer refused =
      in_order({must_be(f.officer_decision, OfficerDecision::named, Reason::no_officer),
                must_be(f.needed, YesNo::yes, Reason::not_needed)});
  if (refused) return refused;
  if (!reaches(f.forum_class, f.recipient_kind)) return deny(Reason::wrong_recipient);
  return goes_on;
}

Answer rule_11(const Facts& f) {
  switch (f.forum_class) {
    case ForumClass::consent:
      return rule_11_consent(f);
    case ForumClass::consent_seated:
      return rule_11_consent_seated(f);
    case ForumClass::statutory:
    case ForumClass::youtai:
      return rule_11_statutory(f);
    case ForumClass::internal:
    case ForumClass::agency:
    case ForumClass::benefit:
    case ForumClass::emergency:
    case ForumClass::report:
      return rule_11_decided(f);
    default:
      return unknown_fact;
  }
}

constexpr auto rules = {rule_0, rule_1, rule_2, rule_3, rule_4,  rule_5,
                        rule_6, rule_7, rule_8, rule_9, rule_10, rule_11};

}  // namespace

Verdict decide(const Facts& facts) noexcept {
  for (const auto rule : rules) {
    if (const Answer answer = rule(facts)) return *answer;
  }
  return rule_12(facts);
}

Verdict strictest(std::span<const Verdict> verdicts) noexcept {
  if (verdicts.empty()) return unknown_fact;
  Verdict worst = verdicts.front();
  for (const Verdict& verdict : verdicts) {
    if (verdict.decision > worst.decision) worst = verdict;
  }
  return worst;
}

}  // namespace hub::domain
