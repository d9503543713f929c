// One delivery through its adapter to its judgement, and, if it may be, into the store.
#pragma once

#include "hub/adapter/supervisor.hpp"
#include "hub/service/apply.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::intake {

/// How a delivery ended, for the runner of its source.
enum class Ending {
  settled,    ///< applied, paused, refused or discarded
  destroyed,  ///< settled, and its bytes may not stay: forget() is due (hub/service/let_go.hpp)
  try_again,  ///< the adapter died or pauses: the same bytes are decoded again later
};

/// `released`: a person has looked at it, so it is not judged again. `stopping` ends the applying
/// with `unavailable`, the adapter's stop the decoding.
base::Result<Ending> decode_and_apply(service::Context& context, adapter::Supervisor& adapter,
                                      const service::FeedPlan& plan, const store::Arrival& arrival,
                                      bool released, const service::Stopping& stopping = {});

/// The protection register, which has no adapter.
base::Result<Ending> apply_register_file(service::Context& context, const service::FeedPlan& plan,
                                         const profile::Feed& feed, const store::Arrival& arrival,
                                         bool released);

}  // namespace hub::intake
