#include "hub/domain/facts.hpp"

#include <algorithm>

#include "hub/base/limits.hpp"

namespace hub::domain {
namespace {

constexpr YesNo yes_if(bool holds) {
  return holds ? YesNo::yes : YesNo::no;
}

constexpr YesNo read(std::optional<bool> value) {
  return value ? yes_if(*value) : YesNo::unknown;
}

/// A register older than three days makes the fact unknown for everybody; so does one whose date
/// lies as far ahead, for then its date or our clock is wrong.
bool out_of_date(const ProtectionView& protection, base::UtcMillis at) {
  constexpr std::chrono::milliseconds limit(base::limits::register_age_ms);
  return !protection.as_of || at - *protection.as_of > limit || *protection.as_of - at > limit;
}

YesNo address_hidden(const ProtectionView& protection, base::UtcMillis at) {
  if (!protection.kept) return read(protection.flagged);
  if (out_of_date(protection, at) || !protection.listed) return YesNo::unknown;
  return *protection.listed ? YesNo::yes : read(protection.flagged);
}

SeatState seat(const ForumView& forum) {
  if (!forum.seat_drawn || !forum.seat_bound) return SeatState::unknown;
  return *forum.seat_drawn && *forum.seat_bound ? SeatState::bound : SeatState::not_bound;
}

YesNo convener_lawful(const ForumView& forum) {
  return forum.basis == nullptr ? YesNo::unknown : yes_if(forum.basis->may_convene(forum.convener));
}

OfficerDecision officer_decision(Item label, const Situation& s) {
  if (!s.officer_read || s.forum.basis == nullptr) return OfficerDecision::unknown;
  return decision_behind(label, s) == nullptr ? OfficerDecision::none : OfficerDecision::named;
}

YesNo needed(Item label, const Purpose* purpose) {
  return purpose == nullptr ? YesNo::unknown : yes_if(purpose->needed.has(label));
}

std::optional<Standing> standing_for(Item label, const Situation& s) {
  if (!s.consent || s.forum.basis == nullptr || s.purpose == nullptr) return std::nullopt;
  const ConsentQuestion question{s.person,
                                 s.forum.basis->code,
                                 s.recipient.groups,
                                 s.purpose->code,
                                 label,
                                 s.forum.basis->support_consent_needed,
                                 s.consent->reopened_at};
  return standing(s.consent->events, s.at, question);
}

void put_consent(Facts& facts, const Standing& now) {
  facts.consent = now.consent;
  facts.consent_stale = now.stale;
  facts.covers_forum = now.covers_forum;
  facts.covers_recipient = now.covers_recipient;
  facts.covers_purpose = now.covers_purpose;
  facts.covers_label = now.covers_label;
}

}  // namespace

Facts facts_for(Item label, const Situation& s) {
  Facts facts;
  facts.item = label;
  facts.subject = s.subject;
  facts.forum_class = s.forum.basis == nullptr ? ForumClass::unknown : s.forum.basis->forum_class;
  facts.holder = read(s.holder);
  if (const auto now = standing_for(label, s)) put_consent(facts, *now);
  facts.seat = seat(s.forum);
  facts.convener_lawful = convener_lawful(s.forum);
  facts.in_scope = read(s.forum.in_scope);
  facts.recipient_kind = s.recipient.kind;
  facts.address_hidden = address_hidden(s.protection, s.at);
  facts.recipient_near = read(s.protection.recipient_near);
  facts.address_clearance = read(s.protection.recipient_cleared);
  facts.needed = needed(label, s.purpose);
  facts.officer_decision = officer_decision(label, s);
  facts.harm = read(s.harm);
  facts.opinion_for_item = read(s.forum.opinion_for_item);
  facts.youtai_released = read(s.forum.youtai_released);
  return facts;
}

const NamedDecision* decision_behind(Item label, const Situation& s) {
  if (s.forum.basis == nullptr) return nullptr;
  const auto holds = [&](const NamedDecision& decision) {
    return decision.holds(s.person, s.recipient.code, s.forum.basis->code, label, s.at);
  };
  const auto found = std::find_if(s.decisions.begin(), s.decisions.end(), holds);
  return found == s.decisions.end() ? nullptr : &*found;
}

std::optional<base::ConsentId> consent_behind(Item label, const Situation& s) {
  const auto now = standing_for(label, s);
  return now && now->allows() ? now->rests_on : std::nullopt;
}

}  // namespace hub::domain
