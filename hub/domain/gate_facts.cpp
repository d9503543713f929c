#include "hub/domain/gate_facts.hpp"

#include <array>
#include <cstddef>

namespace hub::domain {
namespace {

// In the order of the enums; the value 0 is `unknown` everywhere.
constexpr std::array<std::string_view, 4> subject_names{"unknown", "focus", "household", "other"};
constexpr std::array<std::string_view, 13> forum_names{
    "unknown", "own",     "consent",   "consent_seated", "statutory",  "youtai", "internal",
    "agency",  "benefit", "emergency", "report",         "statistics", "self"};
constexpr std::array<std::string_view, 3> yes_no_names{"unknown", "yes", "no"};
constexpr std::array<std::string_view, 7> consent_names{"unknown", "never_asked", "asked",  "given",
                                                        "refused", "withdrawn",   "expired"};
constexpr std::array<std::string_view, 3> seat_names{"unknown", "bound", "not_bound"};
constexpr std::array<std::string_view, 8> recipient_names{
    "unknown",    "municipal", "other_organ", "public_body",
    "contractor", "private",   "person",      "representative"};
constexpr std::array<std::string_view, 3> officer_names{"unknown", "none", "named"};

constexpr const auto& names(Item) {
  return item_names;
}
constexpr const auto& names(Subject) {
  return subject_names;
}
constexpr const auto& names(ForumClass) {
  return forum_names;
}
constexpr const auto& names(YesNo) {
  return yes_no_names;
}
constexpr const auto& names(ConsentStatus) {
  return consent_names;
}
constexpr const auto& names(SeatState) {
  return seat_names;
}
constexpr const auto& names(RecipientKind) {
  return recipient_names;
}
constexpr const auto& names(OfficerDecision) {
  return officer_names;
}

template <class Fact>
constexpr Fact from(std::string_view name) noexcept {
  const auto& known = names(Fact{});
  for (std::size_t at = 1; at < known.size(); ++at) {
    if (known[at] == name) return static_cast<Fact>(at);
  }
  return Fact::unknown;
}

template <class Fact>
constexpr std::string_view name_in(Fact fact) noexcept {
  const auto& known = names(fact);
  const auto at = static_cast<std::size_t>(fact);
  return at < known.size() ? known[at] : known[0];
}

/// The one list of the facts; `visit(name, fact)` may change the fact if the facts may be changed.
template <class AnyFacts, class Visit>
void with_each(AnyFacts& facts, Visit&& visit) {
  visit("item", facts.item);
  visit("subject", facts.subject);
  visit("forum_class", facts.forum_class);
  visit("holder", facts.holder);
  visit("consent", facts.consent);
  visit("covers_forum", facts.covers_forum);
  visit("covers_recipient", facts.covers_recipient);
  visit("covers_purpose", facts.covers_purpose);
  visit("covers_label", facts.covers_label);
  visit("consent_stale", facts.consent_stale);
  visit("seat", facts.seat);
  visit("convener_lawful", facts.convener_lawful);
  visit("in_scope", facts.in_scope);
  visit("recipient_kind", facts.recipient_kind);
  visit("address_hidden", facts.address_hidden);
  visit("recipient_near", facts.recipient_near);
  visit("address_clearance", facts.address_clearance);
  visit("needed", facts.needed);
  visit("officer_decision", facts.officer_decision);
  visit("harm", facts.harm);
  visit("opinion_for_item", facts.opinion_for_item);
  visit("youtai_released", facts.youtai_released);
}

}  // namespace

bool set_fact(Facts& facts, std::string_view name, std::string_view value) noexcept {
  bool found = false;
  with_each(facts, [&]<class Fact>(std::string_view known, Fact& fact) {
    if (known != name) return;
    fact = from<Fact>(value);
    found = true;
  });
  return found;
}

void each_fact(const Facts& facts, FactVisitor visit, void* context) {
  with_each(facts, [&](std::string_view name, auto fact) { visit(context, name, name_in(fact)); });
}

std::string_view name_of(ForumClass value) noexcept {
  return name_in(value);
}
std::string_view name_of(ConsentStatus value) noexcept {
  return name_in(value);
}
std::string_view name_of(RecipientKind value) noexcept {
  return name_in(value);
}
ForumClass forum_class_from(std::string_view name) noexcept {
  return from<ForumClass>(name);
}
RecipientKind recipient_kind_from(std::string_view name) noexcept {
  return from<RecipientKind>(name);
}

}  // namespace hub::domain
