// A named officer's decision to share in one referral without the person's consent (個人情報保護法
// 69条2項2–4号, danger, a statutory report), the second officer's look at it, and the finding that
// sharing would unduly harm (69条2項ただし書). Who decides is the session's officer; what a
// decision can't open (tax, 個人番号, the informant) domain::NamedDecision refuses. It sends
// nothing: the gate is asked again when the referral is sent, and finds the decision while it
// holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/harm_findings.hpp"
#include "hub/store/named_decisions.hpp"

namespace hub::service {

struct DecisionWish {
  base::ReferralId referral;             ///< whose recipient gets it
  std::optional<base::PersonId> person;  ///< one of its household; nothing: the case's person
  std::string ground;
  domain::Labels items;
  base::UtcMillis until{};
  std::string reason;
};

/// `forbidden` for an asker who may not decide, `invalid` for what is no decision.
base::Result<store::DecisionId> take_decision(Context& context, const DecisionWish& wish,
                                              const std::string& asker);

/// The second officer looked. `ended` stops it now, and whoever got a copy under it (stop.hpp).
base::Result<> review_decision(Context& context, const store::DecisionId& id,
                               domain::NamedDecision::Outcome outcome, const std::string& asker,
                               const Unchanged& unchanged = {});

struct HarmWish {
  base::ReferralId referral;
  std::optional<base::PersonId> person;
  bool everybody = false;  ///< whoever receives, not only this referral's recipient
  std::string reason;
};

base::Result<store::HarmId> state_harm(Context& context, const HarmWish& wish,
                                       const std::string& asker);
base::Result<> end_harm(Context& context, const store::HarmId& id, const std::string& reason,
                        const std::string& asker);

/// "identity", "contact" …
std::vector<std::string> names_of(domain::Labels labels);

}  // namespace hub::service
