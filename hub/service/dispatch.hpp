// What the outbox sends, rendered when it is claimed: in one transaction an order is leased, the
// gate is asked again, the answer is logged, and the body made. A consent withdrawn a moment before
// stops it here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {

/// An order's kind is the type of the event it becomes (hub/codec/event.hpp).
struct Rendered {
  store::Order order;
  std::string url;
  std::string body;  ///< a CloudEvent
};

/// Leases what is due until `lease_until` and renders it. What the gate stops is closed as
/// withheld, and its referral is held.
base::Result<std::vector<Rendered>> claim(store::Transaction& tx, const Book& book,
                                          const store::ClaimRoom& room,
                                          base::UtcMillis lease_until);

/// The order arrived: a referral that was sent is now received.
void delivered(store::Transaction& tx, const store::Order& order);

/// An authorized pull of the packet by the partner who was notified: decided again now. `not_found`
/// for a referral that is none of his, or that may not go any more: both look the same.
base::Result<std::string> pull_packet(Context& context, const base::ReferralId& referral,
                                      std::string_view partner);

}  // namespace hub::service
