// 会議の記録: what one person's part of a meeting was that has been held, as a field's own system
// reports it. A meeting about several persons is one record for each, with the same meeting key, so
// that nobody's consent opens what was decided about another.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/gate_facts.hpp"
#include "hub/domain/item.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

/// Whatever brings people together: codes of config/legal_bases.yaml as it ships. A municipality's
/// book may hold more; what those lay upon a record, their class says when it comes in.
inline constexpr std::array<std::string_view, 15> conference_forums{
    "CONSENT",      "J-KAIGI",        "SHIEN-KAIGI", "KONKYU-KAIGI", "KONKYU-CHOSEI",
    "SEIHO-CHOSEI", "YOUTAIKYO",      "CARE-KAIGI",  "SHOGAI-KYOGI", "WAKAMONO",
    "KONNAN-JOSEI", "KODOKU-KORITSU", "SHOHISHA",    "KYOJU-SHIEN",  "INTERNAL"};

/// What a forum lays upon all that it dealt with. One that meets with consent adds nothing. What
/// 要対協 had is its material (児童福祉法25条の2, 25条の5). The others meet without consent and
/// under secrecy (社会福祉法106条の6第5項 and its like): that goes on only where an officer lets
/// it.
constexpr Labels items_of_forum(std::string_view forum) noexcept {
  if (forum == "CONSENT" || forum == "J-KAIGI" || forum == "KONKYU-CHOSEI") return {};
  return forum == "YOUTAIKYO" ? Item::youtai : Item::staff_note;
}

constexpr bool ships(std::string_view forum) noexcept {
  for (const std::string_view one : conference_forums) {
    if (one == forum) return true;
  }
  return false;
}

/// Whether a basis of that class brings people together.
constexpr bool meets(ForumClass forum) noexcept {
  return forum == ForumClass::consent || forum == ForumClass::consent_seated ||
         forum == ForumClass::statutory || forum == ForumClass::youtai ||
         forum == ForumClass::internal;
}

/// The same rule by class, of a basis that was added. Where everybody consented, `statement` says
/// that somebody looked: it adds nothing to what every field of the record bears.
constexpr Item item_of_class(ForumClass forum) noexcept {
  if (forum == ForumClass::consent || forum == ForumClass::consent_seated) return Item::statement;
  return forum == ForumClass::youtai ? Item::youtai : Item::staff_note;
}

/// The four triggers of the 重層的支援会議, and 共有: a meeting that leaves every plan as it is.
enum class ConferenceTrigger : std::uint8_t { create, change, close, suspend, share };
inline constexpr std::array<std::string_view, 5> conference_trigger_names{
    "create", "change", "close", "suspend", "share"};

struct Participant {
  Staff staff;
  std::string role;
  std::optional<bool> present;
};

/// 議題: a case, as which forum the meeting dealt with it, and what came of it.
struct AgendaOutcome {
  std::string case_key;
  std::string function;
  std::string decision;
};

struct ConferenceRecord {
  std::string key;
  std::string person_key;
  std::string meeting_key;
  std::string forum;
  std::optional<Sealed<std::string>> convener;
  std::optional<Sealed<PartialDate>> at;
  std::optional<ConferenceTrigger> trigger;
  std::vector<Sealed<Participant>> participants;
  std::vector<Sealed<AgendaOutcome>> agenda;
  std::vector<Sealed<std::string>> decisions;
  std::string minutes_ref;
  bool confidentiality_notice = false;
};

}  // namespace hub::domain
