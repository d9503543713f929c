#include "hub/service/case_course.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "hub/service/entry.hpp"
#include "hub/store/households.hpp"
#include "hub/store/plans.hpp"

namespace hub::service {
namespace {

using domain::CaseState;
using domain::ReferralState;

void move_case(store::Transaction& tx, store::CaseRow row, CaseState to, std::string_view actor) {
  const auto before = store::read_case(tx, row);
  if (!before) return;
  store::set_case_status(tx, row, before->status, domain::name_of(to));
  const auto action = "case." + std::string(domain::name_of(to));
  auto entry = entry_of(actor, action, "case/" + before->id.text());
  for (const auto& one : store::persons_of(tx, row)) {
    if (const auto person = store::read_person(tx, one.person)) entry.persons.push_back(person->id);
  }
  tx.audit(entry);
}

bool is_end(CaseState state) {
  return state == CaseState::closed || state == CaseState::follow_up;
}

/// Steps of the table that lead from one state to the other without closing in between, the fewest
/// of them; empty where there is no way.
std::vector<CaseState> way_to(CaseState from, CaseState to) {
  std::vector<std::vector<CaseState>> ways{{from}};
  for (std::size_t at = 0; at < ways.size(); ++at) {
    const auto way = ways[at];
    if (way.back() == to) return {way.begin() + 1, way.end()};
    if (is_end(way.back())) continue;
    for (const auto& step : domain::steps_of(from)) {
      const bool been = std::find(way.begin(), way.end(), step.to) != way.end();
      if (step.from != way.back() || been) continue;
      ways.push_back(way);
      ways.back().push_back(step.to);
    }
  }
  return {};
}

std::optional<CaseState> goal_of(ReferralState state) {
  switch (state) {
    case ReferralState::accepted:
      return CaseState::coordinating;
    case ReferralState::lead_named:
      return CaseState::supporting_field;
    case ReferralState::completed:
      return CaseState::closed;
    default:
      return std::nullopt;
  }
}

bool is_under_way(const store::StoredReferral& referral) {
  const auto state = domain::referral_state_from(referral.status);
  return state && *state != ReferralState::completed && *state != ReferralState::cancelled &&
         *state != ReferralState::returned;
}

bool others_under_way(store::Reader& reader, const store::StoredReferral& referral) {
  const auto rows = store::referrals_of(reader, referral.case_row);
  return std::any_of(rows.begin(), rows.end(), [&](store::ReferralRow row) {
    const auto other = store::read_referral(reader, row);
    return other && row != referral.row && is_under_way(*other);
  });
}

store::HouseholdRow household_of(store::Transaction& tx, store::PersonRow person) {
  const auto households = store::households_of(tx, person);
  return households.empty() ? store::create_household(tx).row : households.front();
}

}  // namespace

store::CaseRow case_for(store::Transaction& tx, store::PersonRow person, std::string_view actor) {
  const auto open = store::open_cases_of(tx, person);
  if (!open.empty()) return open.front();
  if (const auto closed = store::last_closed_case_of(tx, person)) {
    move_case(tx, *closed, CaseState::reopened, actor);
    return *closed;
  }
  const auto made = store::open_case(tx, household_of(tx, person), "received", "{}");
  store::put_case_person(tx, made.row, person, true);
  return made.row;
}

bool has_plan_under_way(store::Reader& reader, store::CaseRow row) {
  const auto plans = store::plans_of(reader, row);
  return std::any_of(plans.begin(), plans.end(), [](const store::StoredPlan& plan) {
    return plan.state == domain::PlanState::decided || plan.state == domain::PlanState::active ||
           plan.state == domain::PlanState::suspended;
  });
}

void bring_case(store::Transaction& tx, store::CaseRow row, CaseState goal,
                std::string_view actor) {
  const auto about = store::read_case(tx, row);
  const auto from = about ? domain::case_state_from(about->status) : std::nullopt;
  if (!from || is_end(*from)) return;
  for (const auto step : way_to(*from, goal))
    move_case(tx, row, step, actor);
}

bool reopen_case(store::Transaction& tx, store::CaseRow row, std::string_view actor) {
  const auto about = store::read_case(tx, row);
  const auto from = about ? domain::case_state_from(about->status) : std::nullopt;
  if (!from || !is_end(*from)) return false;
  move_case(tx, row, CaseState::reopened, actor);
  move_case(tx, row, CaseState::screening, actor);
  return true;
}

void lead_case(store::Transaction& tx, const store::StoredReferral& referral, ReferralState state,
               std::string_view actor) {
  const auto goal = goal_of(state);
  const auto about = store::read_case(tx, referral.case_row);
  const auto from = about ? domain::case_state_from(about->status) : std::nullopt;
  if (!goal || !from || is_end(*from)) return;
  if (has_plan_under_way(tx, referral.case_row)) return;
  if (*goal == CaseState::closed && others_under_way(tx, referral)) return;
  bring_case(tx, referral.case_row, *goal, actor);
}

}  // namespace hub::service
