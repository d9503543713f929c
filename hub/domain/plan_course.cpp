#include "hub/domain/plan_course.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace hub::domain {
namespace {

using Event = PlanEvent;
using Need = PlanNeed;
using State = PlanState;

// Needs stand in the order in which a refusal names them: first what makes the step another one,
// then what is to be written or agreed with agencies, then the meeting and what follows it.
// What a meeting hears at each of the four timings (茅ヶ崎市): making – goals, policy, content,
// role division, monitoring time; change – the state of the person, the change itself; end –
// attainment, evaluation, follow-up; interruption – why.
constexpr PlanStep table[] = {
    {std::nullopt, Event::create, State::draft, {}},
    {State::draft, Event::rewrite, State::draft, {}},
    {State::draft,
     Event::decide,
     State::decided,
     {Need::goals, Need::roles, Need::monitoring_time, Need::adopted}},
    {State::draft, Event::start_urgent, State::active, {Need::early_start, Need::reason}},
    {State::draft, Event::supersede, State::superseded, {Need::successor}},
    {State::decided, Event::start, State::active, {Need::support_decision}},
    {State::decided, Event::supersede, State::superseded, {Need::successor}},
    {State::active,
     Event::ratify,
     State::active,
     {Need::open_ratification, Need::goals, Need::roles, Need::monitoring_time, Need::adopted,
      Need::support_decision}},
    {State::active, Event::reject, State::draft, {Need::open_ratification, Need::turned_down}},
    {State::active, Event::change, State::active, {Need::ratified, Need::reason, Need::adopted}},
    {State::active,
     Event::interrupt,
     State::suspended,
     {Need::ratified, Need::reason, Need::adopted}},
    {State::active, Event::supersede, State::superseded, {Need::ratified, Need::successor}},
    {State::active,
     Event::end,
     State::closed,
     {Need::ratified, Need::lead_agency, Need::evaluation, Need::follow_up, Need::adopted}},
    {State::suspended, Event::resume, State::active, {Need::reason, Need::adopted}},
    {State::suspended,
     Event::end,
     State::closed,
     {Need::lead_agency, Need::evaluation, Need::follow_up, Need::adopted}},
};

constexpr std::size_t moving() {
  std::size_t count = 0;
  for (const auto& step : table)
    count += step.from && *step.from != step.to ? 1 : 0;
  return count;
}

/// The order alone, for whoever imports a plan that another system leads.
constexpr auto edges = [] {
  std::array<Step<State>, moving()> out{};
  std::size_t at = 0;
  for (const auto& step : table) {
    if (step.from && *step.from != step.to) out[at++] = {*step.from, step.to};
  }
  return out;
}();

constexpr std::array<std::string_view, 3> kind_names{"takikan", "outreach", "sanka"};
constexpr std::array<std::string_view, plan_event_count> event_names{
    "create", "rewrite", "decide",    "start",  "start_urgent", "ratify",
    "reject", "change",  "interrupt", "resume", "end",          "supersede"};
constexpr std::array<std::string_view, plan_need_count> need_names{
    "goals",       "roles",    "monitoring_time",   "adopted",  "turned_down", "support_decision",
    "early_start", "reason",   "open_ratification", "ratified", "evaluation",  "follow_up",
    "lead_agency", "successor"};

constexpr std::array<std::string_view, plan_need_count> sentences{
    "the plan names no goal of the person; write it into the draft",
    "no agency has a role in the plan yet; see `plan role`",
    "the plan says not when it is monitored; write a cycle or a day",
    "",
    "those attending a 重層的支援会議 did not turn it down; see `sitting decide`",
    "there is no 支援決定 for the plan yet; see `plan grant`",
    "the municipality's 重層的支援会議 does not allow a start before it decided",
    "say why, with --reason",
    "the plan did not begin before the meeting, so there is nothing to ratify",
    "the plan's early start is not ratified yet; see `plan ratify`",
    "the evaluation (course and result) is missing",
    "say whether and how the person is followed up",
    "no lead agency (主担当) is named; see `plan lead` or `plan hand-back`",
    "no other decided plan of that kind takes its place",
};

template <class Word, std::size_t count>
std::optional<Word> word_from(const std::array<std::string_view, count>& names,
                              std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Word>(std::distance(names.begin(), found));
}

std::string_view not_adopted(PlanEvent event) {
  switch (event) {
    case Event::ratify:
      return "ratifying an early start needs the agreement of a 重層的支援会議";
    case Event::change:
      return "changing a plan needs the agreement of a 重層的支援会議";
    case Event::interrupt:
      return "interrupting a plan needs the agreement of a 重層的支援会議";
    case Event::resume:
      return "resuming a plan needs the agreement of a 重層的支援会議";
    case Event::end:
      return "ending a plan needs the agreement of a 重層的支援会議";
    default:
      return "making a plan needs the agreement of a 重層的支援会議";
  }
}

}  // namespace

std::span<const Step<PlanState>> steps_of(PlanState) noexcept {
  return edges;
}

std::span<const PlanStep> plan_table() noexcept {
  return table;
}

PlanJudgement judge(std::optional<PlanState> from, PlanEvent event,
                    const std::function<bool(PlanNeed)>& there) {
  for (const auto& step : table) {
    if (step.from != from || step.event != event) continue;
    for (const auto need : step.needs.in_order())
      if (!there(need)) return {std::nullopt, need};
    return {step.to, std::nullopt};
  }
  return {};
}

std::string_view trigger_of(PlanEvent event) noexcept {
  switch (event) {
    case Event::decide:
    case Event::ratify:
    case Event::reject:
      return "create";
    case Event::change:
    case Event::resume:
      return "change";
    case Event::interrupt:
      return "suspend";
    case Event::end:
      return "close";
    default:
      return {};
  }
}

std::string_view missing(PlanEvent event, PlanNeed need) noexcept {
  if (need == Need::adopted) return not_adopted(event);
  return sentences[static_cast<std::size_t>(need)];
}

std::string_view name_of(PlanKind kind) noexcept {
  return kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(PlanEvent event) noexcept {
  return event_names[static_cast<std::size_t>(event)];
}
std::string_view name_of(PlanNeed need) noexcept {
  return need_names[static_cast<std::size_t>(need)];
}
std::optional<PlanKind> plan_kind_from(std::string_view name) noexcept {
  return word_from<PlanKind>(kind_names, name);
}
std::optional<PlanEvent> plan_event_from(std::string_view name) noexcept {
  return word_from<PlanEvent>(event_names, name);
}

}  // namespace hub::domain
