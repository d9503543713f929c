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

/// A case that moves on by steps, each with its event and its row in the log. Borrows both.
class Course {
 public:
  Course(store::Transaction& tx, store::StoredCase about, std::string_view actor)
      : tx_(tx), about_(std::move(about)), entry_(entry_of(actor, {}, "case/" + about_.id.text())) {
    entry_.persons = store::person_ids_of(tx, about_.row);
  }
  void move_to(CaseState to) {
    const auto word = domain::name_of(to);
    store::set_case_status(tx_, about_.row, about_.status, word);
    about_.status = word;
    entry_.action = "case." + std::string(word);
    tx_.audit(entry_);
  }

 private:
  store::Transaction& tx_;
  store::StoredCase about_;
  audit::Entry entry_;
};

bool is_end(CaseState state) {
  return state == CaseState::closed || state == CaseState::follow_up;
}

/// A case in the state that its word says.
struct Stage {
  store::StoredCase about;
  CaseState state;
};
std::optional<Stage> stage_of(store::Reader& reader, store::CaseRow row) {
  auto about = store::read_case(reader, row);
  const auto state = about ? domain::case_state_from(about->status) : std::nullopt;
  if (!state) return std::nullopt;
  return Stage{std::move(*about), *state};
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

void bring(store::Transaction& tx, Stage now, CaseState goal, std::string_view actor) {
  const auto way = way_to(now.state, goal);
  if (is_end(now.state) || way.empty()) return;
  Course course(tx, std::move(now.about), actor);
  for (const auto step : way)
    course.move_to(step);
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
    if (auto about = store::read_case(tx, *closed))
      Course(tx, std::move(*about), actor).move_to(CaseState::reopened);
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
  if (auto now = stage_of(tx, row)) bring(tx, std::move(*now), goal, actor);
}

bool reopen_case(store::Transaction& tx, store::CaseRow row, std::string_view actor) {
  auto now = stage_of(tx, row);
  if (!now || !is_end(now->state)) return false;
  Course course(tx, std::move(now->about), actor);
  course.move_to(CaseState::reopened);
  course.move_to(CaseState::screening);
  return true;
}

void lead_case(store::Transaction& tx, const store::StoredReferral& referral, ReferralState state,
               std::string_view actor) {
  const auto goal = goal_of(state);
  auto now = goal ? stage_of(tx, referral.case_row) : std::nullopt;
  if (!now) return;
  if (has_plan_under_way(tx, referral.case_row)) return;
  if (*goal == CaseState::closed && others_under_way(tx, referral)) return;
  bring(tx, std::move(*now), *goal, actor);
}

}  // namespace hub::service
