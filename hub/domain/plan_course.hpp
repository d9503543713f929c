// The life of a 重層 plan (多機関協働, アウトリーチ等, 参加支援: one life for all three kinds) as a
// table: which event leads from where to where, and what must be there for it. The service, the
// tests and PLAN.md read the same rows. Whatever stands in no row is refused, and so is a row that
// wants something that is missing; the refusal names it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "hub/domain/states.hpp"

namespace hub::domain {

enum class PlanKind : std::uint8_t { takikan, outreach, sanka };

enum class PlanEvent : std::uint8_t {
  create,
  rewrite,  ///< of a draft
  decide,
  start,
  start_urgent,  ///< before the meeting, which must ratify it
  ratify,
  reject,  ///< the meeting did not ratify: support stops, the draft is worked on
  change,
  interrupt,  ///< 中断
  resume,
  end,
  supersede,  ///< another plan of the case takes its place
};
inline constexpr std::size_t plan_event_count = 12;

/// What a row may want. Each has a sentence (`missing`) that says how it comes about.
enum class PlanNeed : std::uint8_t {
  goals,             ///< 本人の目標
  roles,             ///< 役割分担: at least one agency with a task
  monitoring_time,   ///< モニタリングの時期
  adopted,           ///< 重層的支援会議での合議, of the event's own timing, not yet used
  turned_down,       ///< the same, and those attending said no
  support_decision,  ///< 支援決定
  early_start,       ///< the body ratifies afterwards what could not wait
  reason,            ///< why, in words
  open_ratification,  ///< it began before the meeting, which has not spoken
  ratified,           ///< nothing waits to be ratified
  evaluation,         ///< 経過と成果
  follow_up,          ///< フォローアップの要否と方法
  lead_agency,        ///< 主担当
  successor,          ///< another plan of the same case and kind, decided
};
inline constexpr std::size_t plan_need_count = 14;

/// What a row wants, in the order in which it is missed, or what is there. Each once.
class PlanNeeds {
 public:
  constexpr PlanNeeds() = default;
  constexpr PlanNeeds(std::initializer_list<PlanNeed> needs) {
    for (const auto need : needs)
      add(need);
  }
  constexpr void add(PlanNeed need) {
    if (!has(need)) all_[count_++] = need;
  }
  [[nodiscard]] constexpr bool has(PlanNeed need) const {
    for (const auto one : in_order())
      if (one == need) return true;
    return false;
  }
  [[nodiscard]] constexpr std::span<const PlanNeed> in_order() const {
    return std::span(all_).first(count_);
  }
  /// The same as `has`: what is there, as `judge` asks for it.
  constexpr bool operator()(PlanNeed need) const { return has(need); }

 private:
  std::array<PlanNeed, plan_need_count> all_{};
  std::size_t count_ = 0;
};

struct PlanStep {
  std::optional<PlanState> from;  ///< nothing: the plan is not there yet
  PlanEvent event;
  PlanState to;
  PlanNeeds needs;
};

std::span<const PlanStep> plan_table() noexcept;

/// The next state, or why not: `missing` says what; without it the order itself is wrong.
struct PlanJudgement {
  std::optional<PlanState> to;
  std::optional<PlanNeed> missing;
};

/// `there` is asked for no more than the row wants, in its order, up to the first that is missing.
PlanJudgement judge(std::optional<PlanState> from, PlanEvent event,
                    const std::function<bool(PlanNeed)>& there);

/// The timing of the 重層的支援会議 at which an event is decided (茅ヶ崎市: 作成, 変更, 終結の判断,
/// 中断の決定), as forums.yaml names it; empty for what no meeting decides.
std::string_view trigger_of(PlanEvent event) noexcept;

/// In English, for the log and the command line: "/plan: …". Its Japanese stands in hub/cli.
std::string_view missing(PlanEvent event, PlanNeed need) noexcept;

std::string_view name_of(PlanKind kind) noexcept;
std::string_view name_of(PlanEvent event) noexcept;
std::string_view name_of(PlanNeed need) noexcept;
std::optional<PlanKind> plan_kind_from(std::string_view name) noexcept;
std::optional<PlanEvent> plan_event_from(std::string_view name) noexcept;

}  // namespace hub::domain
