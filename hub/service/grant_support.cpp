#include "hub/service/grant_support.hpp"

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/officers.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::PlanState;

}  // namespace

Result<store::SupportDecisionId> grant_support(Context& context, const GrantWish& wish,
                                               const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::SupportDecisionId> {
    const auto opened = open_plan_for(tx, *book, wish.plan, wish.seen, asker);
    if (!opened) return opened.error();
    if (municipal_officer(*book, asker) == nullptr)
      return fail(Kind::forbidden, "only the municipality's own staff decides on support");
    if (wish.document.empty())
      return fail(Kind::invalid, "/document: a support decision has a number");
    const auto today = base::jst_day(tx.now());
    if (wish.day.value_or(today) > today) return fail(Kind::invalid, "/on: is a day to come");
    const auto& plan = opened->plan;
    if (plan.state != PlanState::decided && plan.state != PlanState::active)
      return fail(Kind::conflict, "support is decided on a plan that a meeting agreed to");
    const auto id = store::add_support_decision(
        tx, plan.row, domain::text_of(wish.day.value_or(today)), wish.document, asker);
    if (!id) return fail(Kind::conflict, "the plan has a support decision already");
    auto entry = entry_of_case(tx, asker, "plan.granted", "plan/" + plan.id.text(), plan.of.about);
    entry.objects.push_back("support_decision/" + id->text());
    tx.audit(entry);
    return *id;
  });
}

}  // namespace hub::service
