// An answer to a referral that a partner's own system gives by the API: the same event that a
// webhook would bring, kept in the inbox and taken in one transaction, so that its sender hears at
// once whether it fits.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"

namespace hub::service {

struct AnswerWish {
  base::ReferralId referral;
  std::string answer;  ///< accepted, returned, lead_named or closed
  std::string agency;  ///< who answers; empty: the partner itself
  std::string reason;
  std::string lead_agency;
  std::string outcome;
};

/// `invalid` with what is wrong; `not_found` for a referral that is none of the partner's;
/// `conflict` where the answer does not follow from how the referral stands.
base::Result<> say_answer(Context& context, const AnswerWish& wish, const std::string& partner);

}  // namespace hub::service
