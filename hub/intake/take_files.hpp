// Keeps files as deliveries of a feed: what stands in its drop folder, and what an operator hands
// over.
#pragma once

#include <string>

#include "hub/intake/drop_folder.hpp"
#include "hub/intake/try_file.hpp"
#include "hub/service/apply.hpp"

namespace hub::intake {

struct TakenFiles {
  bool anything = false;
  bool waiting = false;  ///< something stands there that is not ready to be claimed
};

/// What the folder offers now, the oldest first. What can't be kept is given back, and comes again
/// at the next look; `stopping` gives back what is being read.
base::Result<TakenFiles> take_dropped(service::Context& context, const service::FeedPlan& plan,
                                      DropFolder& folder, const service::Stopping& stopping);

/// `largest`: bytes that it may have.
base::Result<store::ArrivalRef> keep_given(service::Context& context, const service::FeedPlan& plan,
                                           const std::string& name, std::int64_t largest,
                                           const ReadFile& read);

}  // namespace hub::intake
