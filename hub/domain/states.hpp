// The states of a case, a referral and a plan, and which may follow which, as tables (DOMAIN 8; the
// four triggers of the 重層的支援会議 are the plan's edges). Everything that is not listed is
// refused.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hub::domain {

enum class CaseState : std::uint8_t {
  received,
  screening,
  supporting_field,  ///< one field agency suffices: a success of its own (小林市)
  coordinating,      ///< 多機関協働
  planned,
  active,
  suspended,  ///< 中断 (茅ヶ崎市)
  closed,
  follow_up,  ///< sharing still works, so that a reopening is quick (小林市)
  reopened,
};

enum class ReferralState : std::uint8_t {
  draft,
  held,  ///< no consent: nothing goes out; an officer asks, or convenes a 支援会議
  sent,  ///< an order stands in the outbox; the gate decides again when it is claimed
  received,
  accepted,
  returned,    ///< with advice; a normal outcome
  lead_named,  ///< 主担当, which may be the referrer itself
  completed,
  cancelled,
};

enum class PlanState : std::uint8_t { draft, decided, active, suspended, closed, superseded };

template <class State>
struct Step {
  State from;
  State to;
};

std::span<const Step<CaseState>> steps_of(CaseState) noexcept;
std::span<const Step<ReferralState>> steps_of(ReferralState) noexcept;
std::span<const Step<PlanState>> steps_of(PlanState) noexcept;

/// DOMAIN's words: "supporting-field", "lead_named".
std::string_view name_of(CaseState state) noexcept;
std::string_view name_of(ReferralState state) noexcept;
std::string_view name_of(PlanState state) noexcept;
std::optional<CaseState> case_state_from(std::string_view name) noexcept;
std::optional<ReferralState> referral_state_from(std::string_view name) noexcept;
std::optional<PlanState> plan_state_from(std::string_view name) noexcept;

/// Whether `to` may follow `from`. A plan becomes decided only with a conference of J-KAIGI: that
/// is the service's to check, this is only the order.
template <class State>
bool may_follow(State from, State to) noexcept {
  for (const Step<State>& step : steps_of(from)) {
    if (step.from == from && step.to == to) return true;
  }
  return false;
}

}  // namespace hub::domain
