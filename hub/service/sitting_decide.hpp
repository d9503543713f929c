// What a sitting decided about one agenda item: those who attended agree to a step of
// a plan, or don't; without a plan a line of support (支援方針, R-122), or that the normal field
// agency suffices. Only a 重層的支援会議 decides about plans.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/store/agenda_decisions.hpp"

namespace hub::service {

struct SittingDecision {
  store::AgendaId item;
  std::optional<store::PlanId> plan{};
  std::string timing;  ///< create, change, suspend, close; without a plan share or field
  bool adopted = true;
  std::string policy{};  ///< 支援方針
  std::optional<std::chrono::year_month_day> next{};
};

/// `conflict` where the sitting is to come, too few attended, or the item decided that before.
base::Result<store::AgendaDecisionId> decide_item(Context& context, const SittingDecision& wish,
                                                  const std::string& asker);

}  // namespace hub::service
