// 小林市: 「役割や支援内容について丁寧に説明を行い、本人が納得した上で多機関協働事業につなぐ」. A
// tie-in of which nobody says so is held, and goes only after an officer said it.
#pragma once

#include <string_view>

#include "hub/service/context.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// Held for that, and nobody said since that the person was told and is convinced.
bool waits_for_explanation(store::Reader& reader, const store::StoredReferral& referral);

/// The log says who said it and of whom. Nothing for a referral that does not wait for it;
/// `not_found` for none.
base::Result<> note_explanation(Context& context, const base::ReferralId& referral,
                                std::string_view actor);

}  // namespace hub::service
