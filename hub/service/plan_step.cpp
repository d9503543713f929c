#include "hub/service/plan_step.hpp"

#include <algorithm>

#include "hub/service/case_course.hpp"
#include "hub/service/case_party.hpp"
#include "hub/store/agenda_decisions.hpp"
#include "hub/store/plan_roles.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::PlanEvent;
using domain::PlanNeed;
using domain::PlanState;

constexpr std::string_view ratifies = "ratify";

bool starts_early(const Book& book, base::UtcMillis at) {
  const auto bodies = juso_bodies(book.profile, base::jst_day(at));
  return std::any_of(bodies.begin(), bodies.end(), [](const profile::Forum* body) {
    return std::find(body->triggers.begin(), body->triggers.end(), ratifies) !=
           body->triggers.end();
  });
}

bool writes(PlanEvent event) {
  return event == PlanEvent::rewrite || event == PlanEvent::change;
}

bool is_successor(store::Reader& reader, const store::StoredPlan& plan,
                  const std::optional<store::PlanId>& id) {
  const auto other = id ? store::find_plan(reader, *id) : std::nullopt;
  return other && other->row != plan.row && other->of.about == plan.of.about &&
         other->of.kind == plan.of.kind && other->state == PlanState::decided;
}

/// What is there for one step; borrows all.
class Facts {
 public:
  Facts(store::Transaction& tx, const Book& book, const store::StoredPlan& plan,
        const PlanStepWish& wish)
      : tx_(tx), book_(book), plan_(plan), wish_(wish) {}

  [[nodiscard]] bool has(PlanNeed need) const {
    const auto& text = wish_.said.text;
    switch (need) {
      case PlanNeed::goals:
        return plan_.has_goals;
      case PlanNeed::roles:
        return store::has_role(tx_, plan_.row);
      case PlanNeed::monitoring_time:
        return !plan_.cycle.empty() || !plan_.due.empty();
      case PlanNeed::adopted:
        return static_cast<bool>(agreement(true));
      case PlanNeed::turned_down:
        return static_cast<bool>(agreement(false));
      case PlanNeed::support_decision:
        return store::support_decision_of(tx_, plan_.row).has_value();
      case PlanNeed::early_start:
        return starts_early(book_, tx_.now());
      case PlanNeed::reason:
        return !text.reason.empty();
      case PlanNeed::open_ratification:
        return store::waits_for_ratification(tx_, plan_.row);
      case PlanNeed::ratified:
        return !store::waits_for_ratification(tx_, plan_.row);
      case PlanNeed::evaluation:
        return !text.evaluation.empty();
      case PlanNeed::follow_up:
        return !text.follow_up.empty();
      case PlanNeed::lead_agency:
        return store::has_lead(tx_, plan_.row);
      case PlanNeed::successor:
        return is_successor(tx_, plan_, wish_.successor);
    }
    return false;
  }
  [[nodiscard]] store::AgendaDecisionRow agreement(bool adopted) const {
    const auto timing = domain::trigger_of(wish_.event);
    return timing.empty() ? store::AgendaDecisionRow()
                          : store::open_agreement(tx_, plan_, timing, adopted);
  }

 private:
  store::Transaction& tx_;
  const Book& book_;
  const store::StoredPlan& plan_;
  const PlanStepWish& wish_;
};

base::Failure refusal(const store::StoredPlan& plan, PlanEvent event,
                      const domain::PlanJudgement& judged) {
  if (judged.missing)
    return fail(Kind::conflict, std::string(domain::missing(event, *judged.missing)));
  return fail(Kind::conflict, "a plan in state " + std::string(domain::name_of(plan.state)) +
                                  " takes no step " + std::string(domain::name_of(event)));
}

/// Of whatever is not said anew the old stays.
Result<std::optional<store::PlanContent>> new_content(const Book& book,
                                                      const store::StoredPlan& plan,
                                                      const PlanStepWish& wish) {
  if (!writes(wish.event)) return std::optional<store::PlanContent>();
  auto content = content_of(book, wish.said);
  if (!content) return content.error();
  const bool keeps = wish.event == PlanEvent::change && !content->has_goals;
  if (keeps) content->has_goals = plan.has_goals;
  if (content->cycle.empty() && content->due.empty()) {
    content->cycle = plan.cycle;
    content->due = plan.due;
  }
  return std::optional(*content);
}

bool any_other(store::Reader& reader, const store::StoredPlan& plan,
               std::initializer_list<PlanState> states) {
  const auto all = store::plans_of(reader, plan.of.about);
  return std::any_of(all.begin(), all.end(), [&](const store::StoredPlan& other) {
    return other.row != plan.row &&
           std::find(states.begin(), states.end(), other.state) != states.end();
  });
}

/// The case goes as its plans go.
void lead_case(store::Transaction& tx, const store::StoredPlan& plan, PlanEvent event,
               const std::string& asker) {
  using domain::CaseState;
  const auto bring = [&](CaseState goal) { bring_case(tx, plan.of.about, goal, asker); };
  switch (event) {
    case PlanEvent::decide:
      if (!any_other(tx, plan, {PlanState::active, PlanState::suspended}))
        bring(CaseState::planned);
      return;
    case PlanEvent::start:
    case PlanEvent::start_urgent:
    case PlanEvent::resume:
      return bring(CaseState::active);
    case PlanEvent::interrupt:
      if (!any_other(tx, plan, {PlanState::active})) bring(CaseState::suspended);
      return;
    case PlanEvent::reject:
      if (!any_other(tx, plan, {PlanState::decided, PlanState::active, PlanState::suspended}))
        bring(CaseState::coordinating);
      return;
    case PlanEvent::end:
      if (!any_other(
              tx, plan,
              {PlanState::draft, PlanState::decided, PlanState::active, PlanState::suspended}))
        bring(CaseState::closed);
      return;
    default:
      return;
  }
}

/// A plan that begins without a day of its own is looked at one cycle from now.
void set_due(store::Transaction& tx, const Book& book, const store::StoredPlan& plan,
             PlanEvent event) {
  const bool begins =
      event == PlanEvent::start || event == PlanEvent::start_urgent || event == PlanEvent::resume;
  if (!begins || (event != PlanEvent::resume && !plan.due.empty())) return;
  const auto due = due_after(book, base::jst_day(tx.now()), plan.cycle);
  if (!due.empty()) store::set_plan_due(tx, plan.row, due);
}

}  // namespace

Result<std::int64_t> take_plan_step(Context& context, const PlanStepWish& wish,
                                    const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<std::int64_t> {
    const auto opened = open_plan_for(tx, *book, wish.plan, wish.seen, asker);
    if (!opened) return opened.error();
    const auto& plan = opened->plan;
    const Facts facts(tx, *book, plan, wish);
    const auto judged =
        domain::judge(plan.state, wish.event, [&](PlanNeed need) { return facts.has(need); });
    if (!judged.to) return refusal(plan, wish.event, judged);
    const auto content = new_content(*book, plan, wish);
    if (!content) return content.error();
    store::NewPlanEvent event{.event = wish.event,
                              .from = plan.state,
                              .to = *judged.to,
                              .content = *content,
                              .decision = facts.agreement(wish.event != PlanEvent::reject),
                              .actor = asker,
                              .body = json_of(wish.said.text)};
    if (!store::step_plan(tx, plan.row, wish.seen, event)) return seen_another(plan.revision);
    set_due(tx, *book, plan, wish.event);
    lead_case(tx, plan, wish.event, asker);
    tx.audit(entry_of_case(tx, asker, "plan." + std::string(domain::name_of(wish.event)),
                           "plan/" + plan.id.text(), plan.of.about));
    return wish.seen + 1;
  });
}

}  // namespace hub::service
