// The next step of a plan, whichever it is: the table (hub/domain/plan_course.hpp) says whether it
// may be taken and what is missing; here is looked up what is there. A step names the revision that
// its officer saw, so that of two who change one plan one is refused and nothing is lost.
#pragma once

#include <string>

#include "hub/service/draft_plan.hpp"

namespace hub::service {

struct PlanStepWish {
  store::PlanId plan;
  std::int64_t seen = 0;
  domain::PlanEvent event = domain::PlanEvent::start;
  /// Reason, evaluation, follow-up; of `rewrite` and `change` the new contents. A change that
  /// writes no goals keeps the contents as they are.
  PlanDraft said{};
  std::optional<store::PlanId> successor{};
};

/// The new revision. `conflict` where the order is wrong, something is missing or another revision
/// was seen; each with a sentence that says so.
base::Result<std::int64_t> take_plan_step(Context& context, const PlanStepWish& wish,
                                          const std::string& asker);

}  // namespace hub::service
