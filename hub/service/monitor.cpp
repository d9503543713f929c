#include "hub/service/monitor.hpp"

#include <algorithm>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/draft_plan.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view proposals[] = {"continue", "change", "suspend", "close"};

/// The next open day that is not later.
Result<std::string> next_due(const Book& book, const store::StoredPlan& plan,
                             const MonitoringWish& wish, std::chrono::year_month_day day) {
  if (wish.next && *wish.next <= day)
    return fail(Kind::invalid, "/next: is not after the day of the monitoring");
  auto due = wish.next ? domain::text_of(book.law.calendar.open_until(*wish.next))
                       : due_after(book, day, plan.cycle);
  if (due.empty()) return fail(Kind::invalid, "/next: the plan has no cycle; say the next day");
  return due;
}

}  // namespace

Result<store::MonitoringId> monitor(Context& context, const MonitoringWish& wish,
                                    const std::string& asker) {
  const auto book = context.book();
  if (std::find(std::begin(proposals), std::end(proposals), wish.proposal) == std::end(proposals))
    return fail(Kind::invalid, "/proposal: is continue, change, suspend or close");
  return context.db.write([&](store::Transaction& tx) -> Result<store::MonitoringId> {
    const auto opened = open_plan_for(tx, *book, wish.plan, wish.seen, asker);
    if (!opened) return opened.error();
    const auto& plan = opened->plan;
    if (plan.state != domain::PlanState::active)
      return fail(Kind::conflict, "only a plan under way is monitored");
    const auto today = base::jst_day(tx.now());
    const auto day = wish.day.value_or(today);
    if (day > today) return fail(Kind::invalid, "/on: is a day to come");
    const auto due = next_due(*book, plan, wish, day);
    if (!due) return due.error();
    store::touch_plan(tx, plan.row, wish.seen);
    store::set_plan_due(tx, plan.row, *due);
    const auto id = store::add_monitoring(
        tx, {plan.row, domain::text_of(day), wish.proposal, *due, asker, wish.note});
    auto entry =
        entry_of_case(tx, asker, "plan.monitored", "plan/" + plan.id.text(), plan.of.about);
    entry.objects.push_back("monitoring/" + id.text());
    entry.rule = wish.proposal;
    tx.audit(entry);
    return id;
  });
}

}  // namespace hub::service
