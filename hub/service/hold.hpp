// A referral that may not go now: it is held, and the municipal officer gets the proposals.
#pragma once

#include <string_view>

#include "hub/domain/gate.hpp"
#include "hub/service/context.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// The ground and purpose of a referral between agencies (GATE: class `consent`).
inline constexpr std::string_view referral_basis = "CONSENT";
inline constexpr std::string_view referral_purpose = "tie_in";
inline constexpr std::string_view answer_purpose = "status_answer";

/// What a signal proposes to the municipal officer.
inline constexpr std::string_view propose_consent = "ask_consent";
inline constexpr std::string_view propose_conference = "convene_shien_kaigi";  // 社会福祉法106条の6
inline constexpr std::string_view propose_choice = "choose_recipient";

void hold_referral(store::Transaction& tx, const store::StoredReferral& referral,
                   std::string_view from, domain::Reason why, std::string_view actor);

}  // namespace hub::service
