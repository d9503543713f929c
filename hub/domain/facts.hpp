// From what the hub knows in the claiming transaction to the facts of the gate. Pure: the service
// reads the rows and fills a Situation, nothing here reads. What the service could not read it
// leaves out, and the fact becomes `unknown`; a fact that does not apply takes its refusing value.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "hub/domain/consent.hpp"
#include "hub/domain/gate_facts.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/domain/named_decision.hpp"
#include "hub/domain/purpose.hpp"

namespace hub::domain {

/// Who would get the datum.
struct RecipientView {
  std::string_view code;                     ///< of the agency or person, as the log names it
  std::span<const std::string_view> groups;  ///< `code` and the groups it belongs to
  RecipientKind kind = RecipientKind::unknown;
};

/// The case and the sitting, if there is one.
struct ForumView {
  const LegalBasis* basis = nullptr;    ///< nothing: no such row is in force
  std::string_view convener = {};       ///< kind of who convened; empty: nobody
  std::optional<bool> in_scope = {};    ///< the person is one of those the forum is about
  std::optional<bool> seat_drawn = {};  ///< from the table, or invited by the chair for this item
  std::optional<bool> seat_bound = {};  ///< by a named law or a signed pledge
  std::optional<bool> opinion_for_item = {};
  std::optional<bool> youtai_released = {};
};

/// 支援措置 and hidden addresses, of the person the datum is about.
struct ProtectionView {
  bool kept = true;                            ///< the municipality keeps a register here
  std::optional<base::UtcMillis> as_of = {};   ///< of the register
  std::optional<bool> listed = {};             ///< in the register, now
  std::optional<bool> flagged = {};            ///< by another source
  std::optional<bool> recipient_near = {};     ///< is, represents, lives with or serves the other
  std::optional<bool> recipient_cleared = {};  ///< named by the owning section
};

/// The consent events of the person the datum is about.
struct ConsentView {
  std::span<const ConsentEvent> events;
  std::optional<base::UtcMillis> reopened_at = {};  ///< when the case was last reopened
};

/// All that the gate's facts are made of. Borrows everything; lives as long as the transaction.
struct Situation {
  base::UtcMillis at{};
  base::PersonId person;
  Subject subject = Subject::unknown;
  RecipientView recipient;
  ForumView forum;
  const Purpose* purpose = nullptr;
  std::optional<bool> holder = {};  ///< the recipient's unit holds it for this business
  std::optional<bool> harm = {};
  std::optional<ConsentView> consent = {};
  ProtectionView protection;
  bool officer_read = false;                      ///< whether there is a decision could be read
  std::span<const NamedDecision> decisions = {};  ///< each counts for what it names alone
};

/// The facts for one label.
[[nodiscard]] Facts facts_for(Item label, const Situation& situation);

/// The officers' decision that these facts rest on, or null.
[[nodiscard]] const NamedDecision* decision_behind(Item label, const Situation& situation);

/// The consent that these facts rest on, if one was given.
[[nodiscard]] std::optional<base::ConsentId> consent_behind(Item label, const Situation& situation);

}  // namespace hub::domain
