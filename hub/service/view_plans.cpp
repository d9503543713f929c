#include "hub/service/view_plans.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/case_text.hpp"
#include "hub/service/plan_text.hpp"
#include "hub/service/seat.hpp"
#include "hub/store/agenda_decisions.hpp"
#include "hub/store/monitorings.hpp"
#include "hub/store/plan_roles.hpp"

namespace hub::service {

void view_line_of(store::Reader& reader, const store::StoredPlan& plan, base::UtcMillis at,
                  const ViewSink& sink) {
  const bool active = plan.state == domain::PlanState::active;
  ViewLine line("plan");
  line.id("plan", plan.id).code("type", domain::name_of(plan.of.kind));
  line.code("state", domain::name_of(plan.state)).count("revision", plan.revision);
  if (const auto about = store::read_case(reader, plan.of.about)) line.id("case", about->id);
  line.text("cycle", plan.cycle).text("due", plan.due);
  line.flag("overdue", active && !plan.due.empty() && plan.due < base::jst_date(at));
  line.flag("unratified", store::waits_for_ratification(reader, plan.row));
  if (const auto granted = store::support_decision_of(reader, plan.row))
    line.text("grantedOn", granted->day);
  line.time("changedAt", plan.changed_at).to(sink);
}

namespace {

/// What stands in a plan, for one officer; borrows all.
class Inside {
 public:
  Inside(store::Reader& reader, const Book& book, const profile::Officer& officer,
         const store::StoredPlan& plan, base::UtcMillis at)
      : reader_(reader), book_(book), officer_(officer), plan_(plan), at_(at) {}

  void roles(const ViewSink& sink) const {
    for (const auto& role : store::roles_of(reader_, plan_.row)) {
      ViewLine line("role");
      line.id("role", role.id).code("agency", role.agency);
      line.text("agencyName", name_of_recipient(reader_, book_.profile, role.agency));
      line.flag("lead", role.lead).flag("back", role.back);
      line.time("since", role.since).time("until", role.until);
      if (const auto task = clear(role.task)) line.text("task", task->value());
      line.to(sink);
    }
  }
  void events(const ViewSink& sink) const {
    for (const auto& event : store::events_of(reader_, plan_.row)) {
      ViewLine line("event");
      line.count("revision", event.revision).code("event", domain::name_of(event.event));
      line.code("state", domain::name_of(event.to)).code("by", event.actor).time("at", event.at);
      line.flag("agreed", static_cast<bool>(event.decision));
      if (const auto said = clear(event.body)) put_text(line, *said);
      line.to(sink);
    }
  }
  void monitorings(const ViewSink& sink) const {
    for (const auto& one : store::monitorings_of(reader_, plan_.row)) {
      ViewLine line("monitoring");
      line.id("monitoring", one.id).text("heldOn", one.held_on).code("proposal", one.proposal);
      line.text("nextDue", one.next_due).code("by", one.officer);
      if (const auto note = clear(one.note)) line.text("note", note->value());
      line.to(sink);
    }
  }

 private:
  [[nodiscard]] std::optional<domain::Cleared<std::string>> clear(
      const crypto::Opened& text) const {
    return case_text(reader_, book_, officer_, plan_.of.about, text, at_);
  }

  store::Reader& reader_;
  const Book& book_;
  const profile::Officer& officer_;
  const store::StoredPlan& plan_;
  base::UtcMillis at_;
};

}  // namespace

void view_plans(store::Reader& reader, const Book& book, const ListLook& look,
                const ViewSink& sink) {
  const auto listed = [&](const std::vector<store::StoredPlan>& plans) {
    return std::count_if(plans.begin(), plans.end(), [&](const store::StoredPlan& plan) {
      return may_list(reader, book, plan.of.about, look);
    });
  };
  ViewLine counts("counts");
  counts.count("unratified", listed(store::unratified_plans(reader)));
  counts.count("overdue", listed(store::overdue_plans(reader, base::jst_date(look.at))));
  counts.to(sink);
  std::size_t shown = 0;
  for (const auto& plan : store::list_plans(reader, rows_to_read(look))) {
    if (shown == look.at_most) break;
    if (!may_list(reader, book, plan.of.about, look)) continue;
    view_line_of(reader, plan, look.at, sink);
    ++shown;
  }
}

void view_overdue(store::Reader& reader, const Book& book, const ListLook& look,
                  const ViewSink& sink) {
  for (const auto& plan : store::overdue_plans(reader, base::jst_date(look.at))) {
    if (may_list(reader, book, plan.of.about, look)) view_line_of(reader, plan, look.at, sink);
  }
}

base::Result<Shown> view_plan(store::Reader& reader, const Book& book, const store::PlanId& id,
                              std::string_view asker, base::UtcMillis at, const ViewSink& sink) {
  const auto plan = store::find_plan(reader, id);
  if (!plan) return base::fail(base::Kind::not_found, "no plan " + id.text() + "; see `plan list`");
  const auto officer = officer_of_case(reader, book, plan->of.about, asker, at);
  if (!officer) return officer.error();
  view_line_of(reader, *plan, at, sink);
  const Inside inside(reader, book, *officer, *plan, at);
  inside.roles(sink);
  inside.events(sink);
  inside.monitorings(sink);
  const auto seen = entry_of_case(reader, asker, "", "plan/" + id.text(), plan->of.about);
  return Shown{seen.objects, seen.persons, {"plan/text"}};
}

}  // namespace hub::service
