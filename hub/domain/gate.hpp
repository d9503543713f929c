// The gate: may this datum go to this recipient, now? A pure and total function; the same facts
// give the same answer, and what was not read refuses. The rules are GATE.md, in its order;
// they can't be configured away. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "hub/domain/gate_facts.hpp"

namespace hub::domain {

/// In the order of strictness.
enum class Decision : std::uint8_t { allow, mask, deny };

enum class Reason : std::uint8_t {
  ok,
  unknown_fact,  ///< a fact that a rule needs could not be read
  mynumber,      ///< 番号法19条, 20条
  informant,  ///< 児童虐待防止法7条, 高齢者虐待防止法8条, 障害者虐待防止法8条
  hidden_person,        ///< 支援措置; looks like absence to the reader
  statistics,           ///< counts are never made from items
  third_party,          ///< somebody who is not in the case
  formal_request,       ///< a 開示請求 decides (個人情報保護法76条)
  not_self,             ///< the person's copy goes to the person
  harm,                 ///< 個人情報保護法69条2項ただし書
  not_holder,           ///< the unit does not hold it for this business
  not_needed,           ///< outside the minimum of this purpose
  tax_without_consent,  ///< 地方税法22条
  youtai_pointer,       ///< only that child welfare is involved, and whom to call
  youtai,               ///< 児童福祉法25条の5
  staff_note,           ///< a worker's opinion
  no_consent,           ///< 個人情報保護法69条2項1号, 27条1項
  out_of_scope,         ///< the forum is not about this person
  not_seated,           ///< not invited for this item, or not bound to secrecy
  wrong_convener,       ///< who convened may not
  no_officer,           ///< no named officer decided
  wrong_recipient,      ///< the ground does not reach this kind of recipient
  hidden_address,       ///< 支援措置: address, telephone, school
};

struct Verdict {
  Decision decision = Decision::deny;
  Reason reason = Reason::unknown_fact;
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

[[nodiscard]] Verdict decide(const Facts& facts) noexcept;

/// Of several labels of one datum: deny before mask before allow, the first of equals. None at all
/// denies.
[[nodiscard]] Verdict strictest(std::span<const Verdict> verdicts) noexcept;

/// What such a class allows stands in the review queue until a second officer has looked.
[[nodiscard]] constexpr bool wants_review(ForumClass forum) noexcept {
  return forum >= ForumClass::internal && forum <= ForumClass::report;
}

/// "allow", "mask", "deny".
std::string_view name_of(Decision decision) noexcept;
/// The code, as GATE.md writes it ("tax_without_consent").
std::string_view name_of(Reason reason) noexcept;
/// False for a word that is no code.
bool reason_from(std::string_view name, Reason& reason) noexcept;

}  // namespace hub::domain
