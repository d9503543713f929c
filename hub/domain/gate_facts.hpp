// What the gate is asked with: one question per item, recipient and moment. Each fact is a small
// enum whose first value is `unknown`: what the hub failed to read. A fact that does not apply
// takes its refusing value. The names are those of the table in GATE.md, to the letter.
#pragma once

#include <cstdint>
#include <string_view>

#include "hub/domain/item.hpp"

namespace hub::domain {

/// Whom the datum is about: the case's person, a member of the household, somebody else.
enum class Subject : std::uint8_t { unknown, focus, household, other };

/// What kind of legal ground a forum stands on; `config/legal_bases.yaml` gives each row its class.
enum class ForumClass : std::uint8_t {
  unknown,
  own,             ///< the unit that made the datum or received it lawfully, using it
  consent,         ///< agency to agency (個人情報保護法69条2項1号, 27条1項)
  consent_seated,  ///< 重層的支援会議 (社会福祉法106条の4), 支援調整会議
  statutory,  ///< 支援会議 (社会福祉法106条の6), 地域ケア会議 (介護保険法115条の48) …
  youtai,      ///< 要保護児童対策地域協議会 (児童福祉法25条の2)
  internal,    ///< 個人情報保護法69条2項2号
  agency,      ///< 同3号
  benefit,     ///< 同4号
  emergency,   ///< danger to life or body
  report,      ///< a statutory report or answer (児童虐待防止法6条, 13条の4 …)
  statistics,  ///< counts: never made from items
  self,        ///< the person's own copy
};

enum class YesNo : std::uint8_t { unknown, yes, no };

/// Of the person the datum is about, now.
enum class ConsentStatus : std::uint8_t {
  unknown,
  never_asked,
  asked,
  given,
  refused,
  withdrawn,
  expired,
};

/// Drawn from the table or invited by the chair for this item, and bound to secrecy by a named law
/// or a signed pledge.
enum class SeatState : std::uint8_t { unknown, bound, not_bound };

enum class RecipientKind : std::uint8_t {
  unknown,
  municipal,
  other_organ,  ///< another organ of the same municipality (教育委員会)
  public_body,  ///< 民生委員 too
  contractor,
  private_,
  person,          ///< the data subject
  representative,  ///< guardian or agent
};

/// A named officer decided, with ground and written reason.
enum class OfficerDecision : std::uint8_t { unknown, none, named };

struct Facts {
  Item item = Item::unknown;
  Subject subject = Subject::unknown;
  ForumClass forum_class = ForumClass::unknown;
  YesNo holder = YesNo::unknown;
  ConsentStatus consent = ConsentStatus::unknown;
  YesNo covers_forum = YesNo::unknown;
  YesNo covers_recipient = YesNo::unknown;
  YesNo covers_purpose = YesNo::unknown;
  YesNo covers_label = YesNo::unknown;
  YesNo consent_stale = YesNo::unknown;
  SeatState seat = SeatState::unknown;
  YesNo convener_lawful = YesNo::unknown;
  YesNo in_scope = YesNo::unknown;
  RecipientKind recipient_kind = RecipientKind::unknown;
  YesNo address_hidden = YesNo::unknown;
  YesNo recipient_near = YesNo::unknown;
  YesNo address_clearance = YesNo::unknown;
  YesNo needed = YesNo::unknown;
  OfficerDecision officer_decision = OfficerDecision::unknown;
  YesNo harm = YesNo::unknown;
  YesNo opinion_for_item = YesNo::unknown;
  YesNo youtai_released = YesNo::unknown;

  friend bool operator==(const Facts&, const Facts&) = default;
};

/// Sets the fact of that name; a value that is none of its names becomes `unknown`.
/// False where there is no such fact.
bool set_fact(Facts& facts, std::string_view name, std::string_view value) noexcept;

/// `visit(name, value)` for each fact, in the order of the table.
using FactVisitor = void (*)(void* context, std::string_view name, std::string_view value);
void each_fact(const Facts& facts, FactVisitor visit, void* context);

/// The name of one value, as GATE.md writes it ("consent_seated").
std::string_view name_of(ForumClass value) noexcept;
std::string_view name_of(ConsentStatus value) noexcept;
std::string_view name_of(RecipientKind value) noexcept;

/// `unknown` for a word that is none of the names.
ForumClass forum_class_from(std::string_view name) noexcept;
RecipientKind recipient_kind_from(std::string_view name) noexcept;

}  // namespace hub::domain
