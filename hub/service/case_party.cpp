#include "hub/service/case_party.hpp"

#include <algorithm>

#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/service/workplace.hpp"
#include "hub/store/outreach.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/plan_roles.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::size_t looked_through = 10'000;

bool keeps_meeting(const profile::Profile& profile, const profile::Officer& officer,
                   profile::Day day) {
  const auto bodies = juso_bodies(profile, day);
  return std::any_of(bodies.begin(), bodies.end(), [&](const profile::Forum* body) {
    return works_for(profile, officer, body->convener.code) ||
           (body->secretariat && works_for(profile, officer, body->secretariat->code));
  });
}

bool is_of_referral(store::Reader& reader, const profile::Profile& profile,
                    const profile::Officer& officer, store::CaseRow about) {
  const auto rows = store::referrals_of(reader, about);
  return std::any_of(rows.begin(), rows.end(), [&](store::ReferralRow row) {
    const auto referral = store::read_referral(reader, row);
    return referral && (works_for(profile, officer, referral->from_desk) ||
                        works_for(profile, officer, referral->to_desk));
  });
}

bool has_role(store::Reader& reader, const profile::Profile& profile,
              const profile::Officer& officer, store::CaseRow about) {
  for (const auto& plan : store::plans_of(reader, about)) {
    for (const auto& role : store::roles_of(reader, plan.row)) {
      if (!role.until && works_for(profile, officer, role.agency)) return true;
    }
  }
  return false;
}

/// A partner's own system works as its desk, and decides nothing.
profile::Officer system_at(const std::string& desk, std::string_view partner) {
  profile::Officer system;
  system.user = partner;
  system.desk.code = desk;
  return system;
}

/// 第4号: the desks that go out to whom nobody reached, while the case stands in their register.
bool reaches_out(store::Reader& reader, const profile::Profile& profile,
                 const profile::Officer& officer, store::CaseRow about, profile::Day day) {
  if (!store::is_reached_out_to(reader, about)) return false;
  return std::any_of(profile.desks.begin(), profile.desks.end(), [&](const profile::Desk& desk) {
    return desk.statute == profile::StatuteItem::i4 && profile::covers(desk.period, day) &&
           works_for(profile, officer, desk.code);
  });
}

Result<store::CaseRef> to_work_on(store::Transaction& tx, const Book& book,
                                  const store::StoredCase& about, std::string_view asker) {
  if (auto may = officer_of_case(tx, book, about.row, asker, tx.now()); !may) return may.error();
  if (about.closed_at) return fail(Kind::conflict, "the case is closed; see `plan reopen-case`");
  return store::CaseRef{about.row, about.id};
}

}  // namespace

std::vector<const profile::Forum*> juso_bodies(const profile::Profile& profile, profile::Day day) {
  std::vector<const profile::Forum*> bodies;
  for (const auto& body : profile.forums) {
    const bool holds = std::any_of(body.functions.begin(), body.functions.end(),
                                   [](const auto& one) { return one.basis.code == juso_kaigi; });
    if (holds && profile::covers(body.period, day)) bodies.push_back(&body);
  }
  return bodies;
}

Result<profile::Officer> officer_of_case(store::Reader& reader, const Book& book,
                                         store::CaseRow about, std::string_view asker,
                                         base::UtcMillis at) {
  if (const auto partner = partner_in(asker); !partner.empty()) {
    const auto followed = followed_by(reader, book, about, partner, at);
    if (followed) return system_at(followed->to_desk, partner);
  }
  const auto* officer = officer_of(book, asker);
  const auto& profile = book.profile;
  if (officer != nullptr && (municipal_officer(book, asker) != nullptr ||
                             keeps_meeting(profile, *officer, base::jst_day(at)) ||
                             is_of_referral(reader, profile, *officer, about) ||
                             has_role(reader, profile, *officer, about) ||
                             reaches_out(reader, profile, *officer, about, base::jst_day(at))))
    return *officer;
  return fail(Kind::forbidden, "only an officer of hub.yaml who works on the case may do that");
}

bool works_with(store::Reader& reader, const Book& book, store::PersonRow person,
                std::string_view asker, base::UtcMillis at) {
  const auto cases = store::cases_of(reader, person);
  return std::any_of(cases.begin(), cases.end(), [&](store::CaseRow about) {
    return officer_of_case(reader, book, about, asker, at).has_value();
  });
}

bool may_list(store::Reader& reader, const Book& book, store::CaseRow about, const ListLook& look) {
  if (!look.asker.starts_with(officer_prefix)) return true;
  return officer_of_case(reader, book, about, look.asker, look.at).has_value();
}

std::size_t rows_to_read(const ListLook& look) {
  return look.asker.starts_with(officer_prefix) ? std::max(look.at_most, looked_through)
                                                : look.at_most;
}

Result<store::CaseRef> open_case_for(store::Transaction& tx, const Book& book,
                                     const base::CaseId& id, std::string_view asker) {
  const auto about = store::find_case(tx, id);
  if (!about) return fail(Kind::not_found, "no case " + id.text() + "; see `case list`");
  return to_work_on(tx, book, *about, asker);
}

Result<OpenedPlan> open_plan_for(store::Transaction& tx, const Book& book, const store::PlanId& id,
                                 std::int64_t seen, std::string_view asker) {
  const auto plan = store::find_plan(tx, id);
  const auto about = plan ? store::read_case(tx, plan->of.about) : std::nullopt;
  if (!about) return fail(Kind::not_found, "no plan " + id.text() + "; see `plan list`");
  const auto open = to_work_on(tx, book, *about, asker);
  if (!open) return open.error();
  if (plan->revision != seen) return seen_another(plan->revision);
  return OpenedPlan{*plan, about->id};
}

base::Failure seen_another(std::int64_t revision) {
  return fail(Kind::conflict, "the plan is at revision " + std::to_string(revision) +
                                  " by now; look at `plan show` and say --seen anew");
}

audit::Entry entry_of_case(store::Reader& reader, std::string_view asker, std::string_view action,
                           std::string object, store::CaseRow about) {
  auto entry = entry_of(asker, action, std::move(object));
  if (const auto found = store::read_case(reader, about))
    entry.objects.push_back("case/" + found->id.text());
  entry.persons = store::person_ids_of(reader, about);
  return entry;
}

}  // namespace hub::service
