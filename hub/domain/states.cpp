#include "hub/domain/states.hpp"

#include <cstddef>

namespace hub::domain {
namespace {

constexpr std::string_view case_names[] = {
    "received", "screening", "supporting-field", "coordinating", "planned",
    "active",   "suspended", "closed",           "follow-up",    "reopened"};
constexpr std::string_view referral_names[] = {"draft",      "held",      "sent",
                                               "received",   "accepted",  "returned",
                                               "lead_named", "completed", "cancelled"};
constexpr std::string_view plan_names[] = {"draft",     "decided", "active",
                                           "suspended", "closed",  "superseded"};

constexpr Step<CaseState> case_steps[] = {
    {CaseState::received, CaseState::screening},
    {CaseState::screening, CaseState::supporting_field},
    {CaseState::screening, CaseState::coordinating},
    {CaseState::screening, CaseState::closed},
    {CaseState::supporting_field, CaseState::coordinating},
    {CaseState::supporting_field, CaseState::closed},
    {CaseState::coordinating, CaseState::supporting_field},
    {CaseState::coordinating, CaseState::planned},
    {CaseState::coordinating, CaseState::closed},
    {CaseState::planned, CaseState::active},
    {CaseState::planned, CaseState::coordinating},
    {CaseState::planned, CaseState::closed},
    {CaseState::active, CaseState::suspended},
    {CaseState::active, CaseState::closed},
    {CaseState::active, CaseState::coordinating},  // the meeting did not ratify an early start
    {CaseState::suspended, CaseState::active},
    {CaseState::suspended, CaseState::closed},
    {CaseState::closed, CaseState::follow_up},
    {CaseState::closed, CaseState::reopened},
    {CaseState::follow_up, CaseState::closed},
    {CaseState::follow_up, CaseState::reopened},
    {CaseState::reopened, CaseState::screening},
};

constexpr Step<ReferralState> referral_steps[] = {
    {ReferralState::draft, ReferralState::held},
    {ReferralState::draft, ReferralState::sent},
    {ReferralState::draft, ReferralState::cancelled},
    {ReferralState::held, ReferralState::sent},
    {ReferralState::held, ReferralState::cancelled},
    {ReferralState::sent, ReferralState::held},  // consent withdrawn before it was claimed
    {ReferralState::sent, ReferralState::received},
    {ReferralState::sent, ReferralState::accepted},
    {ReferralState::sent, ReferralState::returned},
    {ReferralState::sent, ReferralState::cancelled},
    {ReferralState::received, ReferralState::accepted},
    {ReferralState::received, ReferralState::returned},
    {ReferralState::received, ReferralState::cancelled},
    {ReferralState::accepted, ReferralState::returned},
    {ReferralState::accepted, ReferralState::lead_named},
    {ReferralState::accepted, ReferralState::completed},
    {ReferralState::returned, ReferralState::sent},
    {ReferralState::returned, ReferralState::lead_named},
    {ReferralState::returned, ReferralState::completed},
    {ReferralState::returned, ReferralState::cancelled},
    {ReferralState::lead_named, ReferralState::completed},
};

template <class State, std::size_t count>
std::optional<State> state_from(const std::string_view (&names)[count], std::string_view name) {
  for (std::size_t at = 0; at < count; ++at) {
    if (names[at] == name) return static_cast<State>(at);
  }
  return std::nullopt;
}

}  // namespace

std::span<const Step<CaseState>> steps_of(CaseState) noexcept {
  return case_steps;
}
std::span<const Step<ReferralState>> steps_of(ReferralState) noexcept {
  return referral_steps;
}

std::string_view name_of(CaseState state) noexcept {
  return case_names[static_cast<std::size_t>(state)];
}
std::string_view name_of(ReferralState state) noexcept {
  return referral_names[static_cast<std::size_t>(state)];
}
std::string_view name_of(PlanState state) noexcept {
  return plan_names[static_cast<std::size_t>(state)];
}

std::optional<CaseState> case_state_from(std::string_view name) noexcept {
  return state_from<CaseState>(case_names, name);
}
std::optional<ReferralState> referral_state_from(std::string_view name) noexcept {
  return state_from<ReferralState>(referral_names, name);
}
std::optional<PlanState> plan_state_from(std::string_view name) noexcept {
  return state_from<PlanState>(plan_names, name);
}

}  // namespace hub::domain
