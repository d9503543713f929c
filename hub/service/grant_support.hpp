// 支援決定: the municipality's own act about a plan that a meeting agreed to, or that began before
// it could. Apart from the meeting's word, with a day and a number.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/store/agenda_decisions.hpp"

namespace hub::service {

struct GrantWish {
  store::PlanId plan;
  std::int64_t seen = 0;
  std::optional<std::chrono::year_month_day> day{};  ///< nothing: today
  std::string document;                              ///< its number
};

/// `forbidden` for who is not of the municipality's own staff; `conflict` where there is one, or
/// the plan is neither decided nor begun.
base::Result<store::SupportDecisionId> grant_support(Context& context, const GrantWish& wish,
                                                     const std::string& asker);

}  // namespace hub::service
