// A referral that may not go now: it is held, and the municipal officer gets the proposals.
#pragma once

#include <string_view>

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
inline constexpr std::string_view propose_explanation = "explain_first";  // 小林市
inline constexpr std::string_view propose_by_hand = "hand_over";
inline constexpr std::string_view propose_same_person = "same_person";  // DOMAIN 8.2

/// It may go, but the recipient has no system that could take it. Every other reason why a referral
/// is held is one of the gate's, or not_explained.
inline constexpr std::string_view no_receiver = "no_receiver";

/// The municipality wants 多機関協働 explained first, and nothing says that it was.
inline constexpr std::string_view not_explained = "not_explained";

/// `why`: no_receiver, not_explained or the name of a domain::Reason.
void hold_referral(store::Transaction& tx, const store::StoredReferral& referral,
                   std::string_view why, std::string_view actor);

/// The proposals alone, for one that is held already.
void propose(store::Transaction& tx, const store::StoredReferral& referral, std::string_view why);

/// It went: whatever was proposed about it is settled.
void settle_proposals(store::Transaction& tx, const store::StoredReferral& referral,
                      std::string_view actor);

}  // namespace hub::service
