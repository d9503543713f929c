#include "hub/service/draft_plan.hpp"

#include "hub/domain/person_request.hpp"
#include "hub/domain/review_cycle.hpp"
#include "hub/service/case_party.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

store::PlanRow closed_before(store::Reader& reader, store::CaseRow about, domain::PlanKind kind) {
  for (const auto& plan : store::plans_of(reader, about)) {
    if (plan.of.kind == kind && plan.state == domain::PlanState::closed) return plan.row;
  }
  return {};
}

}  // namespace

std::string due_after(const Book& book, std::chrono::sys_days day, std::string_view cycle) {
  const auto due = domain::one_cycle_after(day, cycle);
  return due ? domain::text_of(book.law.calendar.open_until(*due)) : std::string();
}

Result<store::PlanContent> content_of(const Book& book, const PlanDraft& draft) {
  if (!draft.cycle.empty() && !domain::one_cycle_after({}, draft.cycle))
    return fail(Kind::invalid, "/cycle: is a period such as P3M, P2W or P14D");
  store::PlanContent content;
  content.has_goals = !draft.text.goals.empty();
  content.cycle = draft.cycle;
  if (draft.due) content.due = domain::text_of(book.law.calendar.open_until(*draft.due));
  return content;
}

Result<store::PlanId> draft_plan(Context& context, const DraftWish& wish,
                                 const std::string& asker) {
  const auto book = context.book();
  const auto content = content_of(*book, wish.draft);
  if (!content) return content.error();
  return context.db.write([&](store::Transaction& tx) -> Result<store::PlanId> {
    const auto about = open_case_for(tx, *book, wish.about, asker);
    if (!about) return about.error();
    store::NewPlanEvent event;
    event.to = *domain::judge(std::nullopt, domain::PlanEvent::create, domain::PlanNeeds()).to;
    event.content = *content;
    event.actor = asker;
    event.body = json_of(wish.draft.text);
    const auto id = store::add_plan(
        tx, {about->row, wish.kind, closed_before(tx, about->row, wish.kind)}, event);
    tx.audit(entry_of_case(tx, asker, "plan.create", "plan/" + id.text(), about->row));
    return id;
  });
}

}  // namespace hub::service
