// Why a referral goes as it goes: for each person and set of labels the gate's answer now, in
// words, with its legal basis and version, and the names of the fields that it is about. Nothing is
// disclosed by it, so nothing is logged as disclosed; that somebody looked is logged.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// First a line `referral`, then one line `answer` each.
base::Result<Shown> explain_referral(store::Reader& reader, const Book& book,
                                     const base::ReferralId& id, base::UtcMillis at,
                                     const ViewSink& sink);

}  // namespace hub::service
