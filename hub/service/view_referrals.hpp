// Referrals: from whom to whom, every state they were in, the orders that carry them and every try.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// The newest first; `status` empty: all.
void view_referrals(store::Reader& reader, std::string_view status, std::size_t at_most,
                    const ViewSink& sink);
base::Result<Shown> view_referral(store::Reader& reader, const base::ReferralId& id,
                                  const ViewSink& sink);
/// The one line that every list of referrals is made of.
void view_line_of(store::Reader& reader, const store::StoredReferral& referral,
                  const ViewSink& sink);

}  // namespace hub::service
