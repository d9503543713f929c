// A referral sets out: the gate is asked whether it may be told who the person is, and an order for
// the notice is made. Each further datum is asked about when it is rendered (packet.hpp).
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

struct Departed {
  bool gone = false;  ///< it is sent; otherwise it is left as it was
  std::string why;    ///< why not: see hold_referral
  std::string basis;  ///< the ground that the gate was asked about last
};

/// A referral that is a draft, held, or came back. The log says what was decided.
Departed depart(store::Transaction& tx, const Book& book, const store::StoredReferral& referral,
                std::string_view actor);

/// A held one that its recipient was told of in person, for want of a system: sent and received, if
/// the gate still lets it go; `conflict` otherwise. The log says whose word it is.
base::Result<> hand_over(store::Transaction& tx, const Book& book,
                         const store::StoredReferral& referral, std::string_view actor);

}  // namespace hub::service
