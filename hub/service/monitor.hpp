// モニタリング: what is learned of a plan under way, what whoever looked proposes, and
// when it is looked at next: on a day on which offices are open.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/store/monitorings.hpp"

namespace hub::service {

struct MonitoringWish {
  store::PlanId plan;
  std::int64_t seen = 0;
  std::optional<std::chrono::year_month_day> day{};   ///< nothing: today
  std::string proposal;                               ///< continue, change, suspend, close
  std::optional<std::chrono::year_month_day> next{};  ///< nothing: one cycle after `day`
  std::string note;
};

/// `conflict` unless the plan is active; `invalid` for a day to come, or where neither the plan nor
/// the wish says when it is looked at next.
base::Result<store::MonitoringId> monitor(Context& context, const MonitoringWish& wish,
                                          const std::string& asker);

}  // namespace hub::service
