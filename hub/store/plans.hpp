// 重層 plans and what happened to them. A plan's row is what its events made of it; each change
// names the revision that it saw, and another is refused. Contents and reasons are sealed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/plan_course.hpp"
#include "hub/store/sittings.hpp"

namespace hub::store {

using PlanId = base::Id<struct PlanTag>;
using PlanRow = RowId<struct PlanRowTag>;
using AgendaDecisionRow = RowId<struct AgendaDecisionRowTag>;

struct NewPlan {
  CaseRow about;
  domain::PlanKind kind = domain::PlanKind::takikan;
  PlanRow follows{};  ///< of the case before it was reopened
};

struct StoredPlan {
  PlanRow row;
  PlanId id;
  NewPlan of;
  domain::PlanState state = domain::PlanState::draft;
  std::int64_t revision = 0;
  std::int64_t edition = 0;  ///< the revision at which the contents were last written
  bool has_goals = false;
  std::string cycle;  ///< ISO 8601: P3M
  std::string due;    ///< ISO day in Japan; empty: not said
  base::UtcMillis created_at{};
  base::UtcMillis changed_at{};
};

/// What a step writes besides the state.
struct PlanContent {
  bool has_goals = false;
  std::string cycle;
  std::string due;
};

struct NewPlanEvent {
  domain::PlanEvent event = domain::PlanEvent::create;
  std::optional<domain::PlanState> from;
  domain::PlanState to = domain::PlanState::draft;
  std::optional<PlanContent> content{};  ///< it wrote the contents anew
  AgendaDecisionRow decision{};          ///< the agreement that it carries out
  std::string actor;
  std::string body;  ///< JSON; is sealed
};

struct StoredPlanEvent {
  std::int64_t revision = 0;
  domain::PlanEvent event = domain::PlanEvent::create;
  domain::PlanState to = domain::PlanState::draft;
  AgendaDecisionRow decision;
  bool content = false;
  std::string actor;
  base::UtcMillis at{};
  crypto::Opened body;
};

/// With its first event.
PlanId add_plan(Transaction& transaction, const NewPlan& plan, const NewPlanEvent& event);
/// False where the plan is not at `seen` any more: nothing is written.
bool step_plan(Transaction& transaction, PlanRow row, std::int64_t seen, const NewPlanEvent& event);
/// Something that belongs to the plan changed and is no event of its life (a role). False likewise.
bool touch_plan(Transaction& transaction, PlanRow row, std::int64_t seen);
void set_plan_due(Transaction& transaction, PlanRow row, std::string_view due);

std::optional<StoredPlan> find_plan(Reader& reader, const PlanId& id);
std::optional<StoredPlan> read_plan(Reader& reader, PlanRow row);
/// The newest first.
std::vector<StoredPlan> plans_of(Reader& reader, CaseRow about);
std::vector<StoredPlan> list_plans(Reader& reader, std::size_t at_most);
/// The same, of those before that row.
std::vector<StoredPlan> list_plans(Reader& reader, PlanRow before, std::size_t at_most);
/// In the order in which they happened.
std::vector<StoredPlanEvent> events_of(Reader& reader, PlanRow row);
/// It began before the meeting, which has not spoken.
bool waits_for_ratification(Reader& reader, PlanRow row);
std::vector<StoredPlan> unratified_plans(Reader& reader);
/// Active and due before that day, the longest due first.
std::vector<StoredPlan> overdue_plans(Reader& reader, std::string_view day);

}  // namespace hub::store
