// Webhooks that came in: kept raw with their id and answered after the commit, processed then. A
// referral becomes the same records that an adapter would emit and takes the same way; an answer
// moves its referral on and goes back to the desk that asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/store/inbox.hpp"

namespace hub::service {

struct Hook {
  std::string partner;
  std::string id;    ///< webhook-id
  std::string body;  ///< raw bytes, verified
};

/// Queues the hook; `done` runs on the writer's thread after the commit. The same id and body give
/// the same receipt; another body `conflict`. `busy` where the queue is full: `done` is not called.
base::Result<> keep_hook(Context& context, const Hook& hook,
                         std::function<void(const base::Result<store::Receipt>&)> done);

/// What one webhook led to, for whoever has to go on.
struct Processed {
  bool anything = false;
  std::vector<base::ReferralId> answered;  ///< referrals whose state an answer changed
};

/// Processes what waits, the oldest first; one that can't be understood is closed as refused with
/// its problems named, and holds nobody up.
base::Result<Processed> process_hooks(Context& context);

}  // namespace hub::service
