// Whether a decoded delivery may be applied by itself, or waits for a person: an older one after a
// newer one, or one that would change too much (an export with 60 % of its rows gone).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hub/profile/source.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::service {

enum class Judgement {
  apply,
  older,  ///< a newer delivery of this feed was applied already
  too_many_gone,
  too_many_changed,
  too_many_rejected,
};

/// The code that stands with a paused delivery: `older`, `too_many_gone` …
std::string_view name_of(Judgement judgement) noexcept;

struct Before {
  std::int64_t held = 0;  ///< records of the feed before this delivery
  std::string order_key;  ///< of the newest delivery applied; empty: none
};

/// Pure. `order_key` empty: this delivery says nothing of its order.
Judgement judge(const FeedPlan& plan, const Before& before, const store::ArrivalCounts& counts,
                std::string_view order_key);

}  // namespace hub::service
