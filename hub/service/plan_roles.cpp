#include "hub/service/plan_roles.hpp"

#include "hub/domain/states.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/seat.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::ReferralState;

/// An end is an end.
Result<> still_goes(const store::StoredPlan& plan) {
  const bool over =
      plan.state == domain::PlanState::closed || plan.state == domain::PlanState::superseded;
  if (over) return fail(Kind::conflict, "the plan is over; its roles stay as they were");
  return {};
}

Result<store::RoleId> put_role(store::Transaction& tx, const store::StoredPlan& plan,
                               const store::NewRole& role, std::string_view action) {
  if (auto goes = still_goes(plan); !goes) return goes.error();
  if (!store::touch_plan(tx, plan.row, plan.revision)) return seen_another(plan.revision);
  const auto id = store::add_role(tx, role);
  auto entry = entry_of_case(tx, role.officer, action, "plan/" + plan.id.text(), plan.of.about);
  entry.objects.push_back("role/" + id.text());
  tx.audit(entry);
  return id;
}

std::optional<store::StoredReferral> referral_of(store::Reader& reader, store::CaseRow about) {
  std::optional<store::StoredReferral> last;
  for (const auto row : store::referrals_of(reader, about)) {
    auto referral = store::read_referral(reader, row);
    const auto state = referral ? domain::referral_state_from(referral->status) : std::nullopt;
    const bool lost = !state || *state == ReferralState::returned ||
                      *state == ReferralState::cancelled || *state == ReferralState::draft;
    if (lost || referral->from_desk.empty()) continue;
    if (!last || last->row < referral->row) last = std::move(referral);
  }
  return last;
}

void name_lead(store::Transaction& tx, const store::StoredReferral& referral,
               const store::StoredPlan& plan, const std::string& asker) {
  const auto state = domain::referral_state_from(referral.status);
  if (!state || !domain::may_follow(*state, ReferralState::lead_named)) return;
  store::set_referral_status(tx, referral.row, referral.status,
                             domain::name_of(ReferralState::lead_named), asker,
                             "plan/" + plan.id.text());
}

}  // namespace

Result<store::RoleId> give_role(Context& context, const RoleWish& wish, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::RoleId> {
    const auto opened = open_plan_for(tx, *book, wish.plan, wish.seen, asker);
    if (!opened) return opened.error();
    if (!party_of(book->profile, wish.agency, base::jst_day(tx.now())).known)
      return fail(Kind::invalid, "/agency: the profile knows no agency of that code");
    return put_role(tx, opened->plan,
                    {.plan = opened->plan.row,
                     .agency = wish.agency,
                     .lead = wish.lead,
                     .officer = asker,
                     .task = wish.task},
                    wish.lead ? "plan.lead_named" : "plan.role_given");
  });
}

Result<> end_role(Context& context, const store::RoleId& role, std::int64_t seen,
                  const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto stored = store::find_role(tx, role);
    const auto plan = stored ? store::read_plan(tx, stored->plan) : std::nullopt;
    if (!plan) return fail(Kind::not_found, "no role " + role.text() + "; see `plan show`");
    const auto opened = open_plan_for(tx, *book, plan->id, seen, asker);
    if (!opened) return opened.error();
    if (auto goes = still_goes(*plan); !goes) return goes;
    if (!store::end_role(tx, stored->row)) return fail(Kind::conflict, "the role ended before");
    store::touch_plan(tx, plan->row, seen);
    auto entry =
        entry_of_case(tx, asker, "plan.role_ended", "plan/" + plan->id.text(), plan->of.about);
    entry.objects.push_back("role/" + role.text());
    tx.audit(entry);
    return {};
  });
}

Result<store::RoleId> hand_back(Context& context, const store::PlanId& plan, std::int64_t seen,
                                const std::string& task, const std::string& asker) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<store::RoleId> {
    const auto opened = open_plan_for(tx, *book, plan, seen, asker);
    if (!opened) return opened.error();
    const auto referral = referral_of(tx, opened->plan.of.about);
    if (!referral)
      return fail(Kind::conflict, "nobody referred the case; name who leads with `plan lead`");
    const auto made = put_role(tx, opened->plan,
                               {.plan = opened->plan.row,
                                .agency = referral->from_desk,
                                .lead = true,
                                .back = true,
                                .officer = asker,
                                .task = task},
                               "plan.handed_back");
    if (made) name_lead(tx, *referral, opened->plan, asker);
    return made;
  });
}

}  // namespace hub::service
