// A claim as the request that leaves: Standard Webhooks headers, signed at the moment of sending,
// so that a retry days later is not stale.
#pragma once

#include "hub/delivery/dispatcher.hpp"

namespace hub::delivery {

/// Moves the body out of the claim.
egress::OutgoingRequest signed_request(Claim& claim, const Receiver& receiver, base::UtcMillis now);

}  // namespace hub::delivery
