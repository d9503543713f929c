#include "hub/api/rights.hpp"

#include "hub/service/case_party.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/store/referrals.hpp"

namespace hub::api {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::AccountRole;

std::string_view prefix_of(AccountRole role) {
  switch (role) {
    case AccountRole::desk:
    case AccountRole::coordinator:
    case AccountRole::municipal:
      return service::officer_prefix;
    case AccountRole::machine_keeper:
      return "operator/";
    case AccountRole::auditor:
      return "auditor/";
    case AccountRole::partner_system:
      return service::partner_prefix;
  }
  return "user/";
}

/// The case that an id of the path leads to.
std::optional<store::CaseRow> case_of(store::Reader& reader, std::string_view kind,
                                      const std::string& text) {
  if (kind == "case") {
    const auto id = base::CaseId::parse(text);
    const auto found = id ? store::find_case(reader, *id) : std::nullopt;
    return found ? std::optional(found->row) : std::nullopt;
  }
  if (kind == "plan") {
    const auto id = store::PlanId::parse(text);
    const auto found = id ? store::find_plan(reader, *id) : std::nullopt;
    return found ? std::optional(found->of.about) : std::nullopt;
  }
  const auto id = base::ReferralId::parse(text);
  const auto found = id ? store::find_referral(reader, *id) : std::nullopt;
  return found ? std::optional(found->case_row) : std::nullopt;
}

}  // namespace

std::string asker_for(const Operation& operation, const service::AccountStanding& caller) {
  if (caller.roles.has(AccountRole::partner_system)) return identity_of(caller);
  for (const auto role : domain::account_roles) {
    if (operation.roles.has(role) && caller.roles.has(role))
      return std::string(prefix_of(role)) + caller.name;
  }
  return "user/" + caller.name;
}

std::string identity_of(const service::AccountStanding& caller) {
  const bool system = caller.roles.has(AccountRole::partner_system);
  return (system ? std::string(service::partner_prefix) : "user/") + caller.name;
}

base::Failure nothing_there() {
  return fail(Kind::not_found, "there is none of that id among what this account works on");
}

Result<> stands_to(service::Context& context, const Operation& operation, const Words& path,
                   const std::string& asker) {
  if (operation.relation == Relation::none) return {};
  const auto book = context.book();
  const auto& [kind, text] = path.front();
  return context.db.read(
      [&, kind = std::string_view(kind), &text = text](store::Reader& reader) -> Result<> {
        const auto about = case_of(reader, kind, text);
        const auto now = context.clock.now();
        if (about && service::officer_of_case(reader, *book, *about, asker, now)) return {};
        return nothing_there();
      });
}

}  // namespace hub::api
