// A plan begins as a draft: of one of the three kinds, for an open case, by an officer
// who works on it.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/plan_text.hpp"
#include "hub/store/plans.hpp"

namespace hub::service {

/// What a draft says, and when it is looked at: a cycle (P3M), or a day, or both. A day on which
/// offices are closed becomes the last open one before it, for it is the municipality's own term.
struct PlanDraft {
  PlanText text;
  std::string cycle{};
  std::optional<std::chrono::year_month_day> due{};
};

struct DraftWish {
  base::CaseId about;
  domain::PlanKind kind = domain::PlanKind::takikan;
  PlanDraft draft;
};

/// After a reopening it follows the plan of its kind that was closed last.
base::Result<store::PlanId> draft_plan(Context& context, const DraftWish& wish,
                                       const std::string& asker);

/// `invalid` for a cycle that is none.
base::Result<store::PlanContent> content_of(const Book& book, const PlanDraft& draft);

/// The day by which it is looked at next, one cycle from `day`; empty without a cycle.
std::string due_after(const Book& book, std::chrono::sys_days day, std::string_view cycle);

}  // namespace hub::service
