// The rules of GATE.md in its order, each one function, numbered as on the page. A rule answers
// with a verdict, or with nothing: then the next rule is asked. Facts are read as the page names
// them, from left to right and only where a rule needs them; the first that is unknown or refuses
// ends the decision.
//
// `Seen` is `Facts`. The proofs of tests/gate hand in a look-alike that notes which facts were
// read, so that they try every fact set on this very text; nobody else includes this file.
#pragma once

#include <initializer_list>
#include <optional>

#include "hub/domain/gate.hpp"

namespace hub::domain {

template <class Seen>
class GateRules {
 public:
  static constexpr Verdict decide(const Seen& f) {
    for (const auto rule : {rule_0, rule_1, rule_2, rule_3, rule_4, rule_5, rule_6, rule_7, rule_8,
                            rule_9, rule_10, rule_11}) {
      if (const Answer answer = rule(f)) return *answer;
    }
    return rule_12(f);
  }

 private:
  using Answer = std::optional<Verdict>;
  static constexpr Answer goes_on = std::nullopt;
  static constexpr Verdict allow{Decision::allow, Reason::ok};
  static constexpr Verdict unknown_fact{Decision::deny, Reason::unknown_fact};

  static constexpr Verdict deny(Reason reason) { return {Decision::deny, reason}; }
  static constexpr Verdict mask(Reason reason) { return {Decision::mask, reason}; }

  /// Facts in the order in which they are read: each must be as wanted, else the answer is deny.
  class Reading {
   public:
    template <class Read, class Fact>
    constexpr Reading& want(const Read& read, Fact wanted, Reason otherwise) {
      if (answer_) return *this;
      const Fact fact = read;
      if (fact == Fact::unknown) answer_ = unknown_fact;
      if (fact != Fact::unknown && fact != wanted) answer_ = deny(otherwise);
      return *this;
    }
    /// It must only be known.
    template <class Fact, class Read>
    constexpr Reading& know(const Read& read) {
      if (!answer_ && static_cast<Fact>(read) == Fact::unknown) answer_ = unknown_fact;
      return *this;
    }
    [[nodiscard]] constexpr Answer answer() const { return answer_; }

   private:
    Answer answer_;
  };

  template <class Read, class Fact>
  static constexpr bool is_one_of(const Read& read, std::initializer_list<Fact> set) {
    const Fact fact = read;
    for (const Fact one : set) {
      if (fact == one) return true;
    }
    return false;
  }

  /// All four covers come from one and the same consent of the person the datum is about.
  static constexpr Reading consents(const Seen& f, Reason otherwise) {
    return Reading()
        .want(f.consent, ConsentStatus::given, otherwise)
        .want(f.consent_stale, YesNo::no, otherwise)
        .want(f.covers_forum, YesNo::yes, otherwise)
        .want(f.covers_recipient, YesNo::yes, otherwise)
        .want(f.covers_purpose, YesNo::yes, otherwise)
        .want(f.covers_label, YesNo::yes, otherwise);
  }

  /// What nobody can decide without.
  static constexpr Answer rule_0(const Seen& f) {
    return Reading()
        .template know<Item>(f.item)
        .template know<Subject>(f.subject)
        .template know<ForumClass>(f.forum_class)
        .answer();
  }

  /// Open data is free. 個人番号 never (番号法19条), who reported an abuse never
  /// (児童虐待防止法7条).
  static constexpr Answer rule_1(const Seen& f) {
    if (f.item == Item::public_) return allow;
    if (f.item == Item::mynumber) return deny(Reason::mynumber);
    if (f.item == Item::informant) return deny(Reason::informant);
    return goes_on;
  }

  /// 支援措置: nothing at all to whoever is, represents, lives with or serves the person from whom
  /// the subject hides.
  static constexpr Answer rule_2(const Seen& f) {
    const Answer unread = Reading().template know<YesNo>(f.address_hidden).answer();
    if (unread || f.address_hidden == YesNo::no) return unread;
    return Reading().want(f.recipient_near, YesNo::no, Reason::hidden_person).answer();
  }

  /// Counts are made elsewhere, never from items.
  static constexpr Answer rule_3(const Seen& f) {
    if (f.forum_class == ForumClass::statistics) return deny(Reason::statistics);
    return goes_on;
  }

  /// Somebody who is not in the case.
  static constexpr Answer rule_4(const Seen& f) {
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
  static constexpr Answer rule_5(const Seen& f) {
    if (f.forum_class != ForumClass::self) return goes_on;
    if (const Answer stranger = not_the_person(f)) return stranger;
    if (is_one_of(f.item, {Item::staff_note, Item::youtai, Item::tax}))
      return deny(Reason::formal_request);
    if (const Answer harmful = Reading().want(f.harm, YesNo::no, Reason::harm).answer())
      return harmful;
    return allow;
  }

  /// Who acts for the person needs a decision (個人情報保護法76条2項).
  static constexpr Answer not_the_person(const Seen& f) {
    if (f.recipient_kind == RecipientKind::representative)
      return Reading()
          .want(f.officer_decision, OfficerDecision::named, Reason::formal_request)
          .answer();
    return Reading().want(f.recipient_kind, RecipientKind::person, Reason::not_self).answer();
  }

  /// Elsewhere the person and who acts for him is no recipient.
  static constexpr Answer rule_6(const Seen& f) {
    if (is_one_of(f.recipient_kind, {RecipientKind::person, RecipientKind::representative}))
      return deny(Reason::not_self);
    return Reading().template know<RecipientKind>(f.recipient_kind).answer();
  }

  /// The unit that made the datum, or received it lawfully for this business, using it.
  static constexpr Answer rule_7(const Seen& f) {
    if (f.forum_class != ForumClass::own) return goes_on;
    const Answer refused = Reading()
                               .want(f.holder, YesNo::yes, Reason::not_holder)
                               .want(f.needed, YesNo::yes, Reason::not_needed)
                               .answer();
    return refused ? refused : rule_12(f);
  }

  /// 個人情報保護法69条2項ただし書: not where it unduly harms the person or a third party.
  static constexpr Answer rule_8(const Seen& f) {
    if (is_one_of(f.forum_class, {ForumClass::emergency, ForumClass::report})) return goes_on;
    return Reading().want(f.harm, YesNo::no, Reason::harm).answer();
  }

  /// 地方税法22条: whatever the forum, seat or officer.
  static constexpr Answer rule_9(const Seen& f) {
    if (f.item != Item::tax) return goes_on;
    return consents(f, Reason::tax_without_consent).answer();
  }

  static constexpr Answer rule_10(const Seen& f) {
    if (f.item == Item::youtai) return youtai(f);
    if (f.item == Item::staff_note) return staff_note(f);
    return goes_on;
  }

  /// 要対協 material stays in the 協議会 (児童福祉法25条の5), unless its 調整機関 released it.
  static constexpr Answer youtai(const Seen& f) {
    if (is_one_of(f.forum_class, {ForumClass::youtai, ForumClass::emergency, ForumClass::report}))
      return goes_on;
    if (f.forum_class != ForumClass::statutory) return youtai_pointer(f);
    const Answer unread = Reading().template know<YesNo>(f.youtai_released).answer();
    if (unread || f.youtai_released == YesNo::yes) return unread;
    return youtai_pointer(f);
  }

  /// What remains of it outside: agency and contact, to municipal staff who need it.
  static constexpr Answer youtai_pointer(const Seen& f) {
    const Answer refused = Reading()
                               .want(f.recipient_kind, RecipientKind::municipal, Reason::youtai)
                               .want(f.needed, YesNo::yes, Reason::youtai)
                               .template know<SeatState>(f.seat)
                               .answer();
    if (refused) return refused;
    if (f.seat == SeatState::bound) return mask(Reason::youtai_pointer);
    const Answer undecided =
        Reading().want(f.officer_decision, OfficerDecision::named, Reason::youtai).answer();
    return undecided ? undecided : mask(Reason::youtai_pointer);
  }

  /// A worker's note stays inside, unless its author marked it as 見立て for this agenda item.
  static constexpr Answer staff_note(const Seen& f) {
    if (f.forum_class == ForumClass::internal) return goes_on;
    if (is_one_of(f.forum_class,
                  {ForumClass::consent_seated, ForumClass::statutory, ForumClass::youtai}))
      return Reading().want(f.opinion_for_item, YesNo::yes, Reason::staff_note).answer();
    return deny(Reason::staff_note);
  }

  static constexpr Answer rule_11(const Seen& f) {
    switch (f.forum_class) {
      case ForumClass::consent:
        return by_consent(f);
      case ForumClass::consent_seated:
        return by_consent_and_seat(f);
      case ForumClass::statutory:
      case ForumClass::youtai:
        return by_statute(f);
      case ForumClass::internal:
      case ForumClass::agency:
      case ForumClass::benefit:
      case ForumClass::emergency:
      case ForumClass::report:
        return by_decision(f);
      default:
        return unknown_fact;
    }
  }

  /// `consent`: agency to agency (個人情報保護法69条2項1号, 27条1項).
  static constexpr Answer by_consent(const Seen& f) {
    return consents(f, Reason::no_consent).want(f.needed, YesNo::yes, Reason::not_needed).answer();
  }

  /// `consent_seated`: 重層的支援会議 (社会福祉法106条の4), 支援調整会議.
  static constexpr Answer by_consent_and_seat(const Seen& f) {
    const Answer refused = Reading().want(f.in_scope, YesNo::yes, Reason::out_of_scope).answer();
    if (refused) return refused;
    return consents(f, Reason::no_consent)
        .want(f.seat, SeatState::bound, Reason::not_seated)
        .want(f.needed, YesNo::yes, Reason::not_needed)
        .answer();
  }

  /// `statutory`, `youtai`: 支援会議 (社会福祉法106条の6) and its like. Consent is not asked; a
  /// refusal does not bar it.
  static constexpr Answer by_statute(const Seen& f) {
    return Reading()
        .want(f.convener_lawful, YesNo::yes, Reason::wrong_convener)
        .want(f.in_scope, YesNo::yes, Reason::out_of_scope)
        .want(f.seat, SeatState::bound, Reason::not_seated)
        .want(f.needed, YesNo::yes, Reason::not_needed)
        .answer();
  }

  /// `internal`, `agency`, `benefit`, `emergency`, `report`: a named officer decided
  /// (個人情報保護法69条2項2–4号, 児童虐待防止法13条の4 …). Stands in the review queue afterwards.
  static constexpr Answer by_decision(const Seen& f) {
    const Answer refused = Reading()
                               .want(f.officer_decision, OfficerDecision::named, Reason::no_officer)
                               .want(f.needed, YesNo::yes, Reason::not_needed)
                               .answer();
    if (refused) return refused;
    if (!reaches_recipient(f)) return deny(Reason::wrong_recipient);
    return goes_on;
  }

  /// Whom a ground of 個人情報保護法69条2項 or a report reaches.
  static constexpr bool reaches_recipient(const Seen& f) {
    switch (f.forum_class) {
      case ForumClass::internal:
        return f.recipient_kind == RecipientKind::municipal;
      case ForumClass::agency:
        return is_one_of(f.recipient_kind,
                         {RecipientKind::other_organ, RecipientKind::public_body});
      case ForumClass::report:
        return is_one_of(f.recipient_kind, {RecipientKind::municipal, RecipientKind::other_organ,
                                            RecipientKind::public_body});
      default:
        return true;
    }
  }

  /// Where somebody is who hides, unless the named decision of an emergency or report is the
  /// clearance. What comes as far as this is allowed.
  static constexpr Verdict rule_12(const Seen& f) {
    if (!is_one_of(f.item, {Item::contact, Item::locating})) return allow;
    if (f.address_hidden != YesNo::yes) return allow;
    if (is_one_of(f.forum_class, {ForumClass::emergency, ForumClass::report})) return allow;
    if (f.address_clearance == YesNo::unknown) return unknown_fact;
    return f.address_clearance == YesNo::yes ? allow : mask(Reason::hidden_address);
  }
};

}  // namespace hub::domain
