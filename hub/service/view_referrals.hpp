// Referrals: from whom to whom, every state they were in, the orders that carry them and every try.
#pragma once

#include "hub/service/case_party.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// Empty: all.
struct ReferralChoice {
  std::string state{};
  std::string desk{};  ///< that made or received it
};
/// The newest first, those that may be listed to who asks (case_party.hpp).
void view_referrals(store::Reader& reader, const Book& book, const ListLook& look,
                    const ReferralChoice& choice, const ViewSink& sink);
base::Result<Shown> view_referral(store::Reader& reader, const base::ReferralId& id,
                                  const ViewSink& sink);
/// The one line that every list of referrals is made of.
void view_line_of(store::Reader& reader, const store::StoredReferral& referral,
                  const ViewSink& sink);

}  // namespace hub::service
