// Kept deliveries are read again, as a corrected mapping has them: in their order, each as a new
// delivery that stands for the old one. From one of them on all are read, for what an older one
// says is right only until the newer ones have spoken; of deliveries that are each whole, the
// newest says all.
#pragma once

#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

struct ReplayWish {
  std::optional<base::UtcMillis> since;  ///< came then or later
  std::optional<base::ArrivalId> from;   ///< this one and those of its feed after it
};

/// Of all feeds of a source; durable when it returns. `not_found` where nothing of it is kept,
/// `conflict` where an earlier replay is not over.
base::Result<std::vector<base::ArrivalId>> replay(Context& context,
                                                  const std::vector<FeedPlan>& feeds,
                                                  const ReplayWish& wish, std::string_view by);

/// A delivery of its feed was applied after the replay was asked for: it comes too late.
bool is_superseded(store::Reader& reader, const store::Arrival& replay);

}  // namespace hub::service
