#include "hub/api/rights.hpp"

#include "hub/service/case_party.hpp"
#include "hub/service/match_terms.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/service/workplace.hpp"
#include "hub/store/outreach.hpp"
#include "hub/store/persons.hpp"
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

template <class Id, class Find>
auto found(store::Reader& reader, const std::string& text, Find find) {
  const auto id = Id::parse(text);
  return id ? find(reader, *id) : std::nullopt;
}

/// The case that an id of the path leads to.
std::optional<store::CaseRow> case_of(store::Reader& reader, std::string_view kind,
                                      const std::string& text) {
  using About = std::optional<store::CaseRow>;
  if (kind == "case") {
    const auto about = found<base::CaseId>(reader, text, store::find_case);
    return about ? About(about->row) : std::nullopt;
  }
  if (kind == "plan") {
    const auto plan = found<store::PlanId>(reader, text, store::find_plan);
    return plan ? About(plan->of.about) : std::nullopt;
  }
  if (kind == "outreach") {
    const auto outreach = found<store::OutreachId>(reader, text, store::find_outreach);
    return outreach ? About(outreach->about) : std::nullopt;
  }
  const auto referral = found<base::ReferralId>(reader, text, store::find_referral);
  return referral ? About(referral->case_row) : std::nullopt;
}

/// How one officer stands to one thing; borrows all.
class Standing {
 public:
  Standing(store::Reader& reader, const service::Book& book, std::string_view asker,
           base::UtcMillis at)
      : reader_(reader), book_(book), asker_(asker), at_(at) {}

  [[nodiscard]] bool is(Relation relation, std::string_view kind, const std::string& text) const {
    switch (relation) {
      case Relation::none:
        return true;
      case Relation::own_case: {
        const auto about = case_of(reader_, kind, text);
        return about && works_on(*about);
      }
      case Relation::own_person:
        return kind == "match" ? has_match(text) : works_with(text);
      case Relation::own_desk:
        return works_at(text);
      case Relation::member:
        return sits_at(text);
      case Relation::city_staff:
        return service::municipal_officer(book_, asker_) != nullptr;
      case Relation::decides:
        return service::deciding_officer(book_, asker_).has_value();
    }
    return false;
  }

 private:
  [[nodiscard]] bool works_on(store::CaseRow about) const {
    return service::officer_of_case(reader_, book_, about, asker_, at_).has_value();
  }
  [[nodiscard]] bool has_match(const std::string& text) const {
    const auto match = found<store::MatchId>(reader_, text, store::find_match);
    return match && service::works_on_match(reader_, book_, *match, asker_, at_);
  }
  [[nodiscard]] bool works_with(const std::string& text) const {
    const auto person = found<base::PersonId>(reader_, text, store::find_person);
    return person && service::works_with(reader_, book_, person->row, asker_, at_);
  }
  [[nodiscard]] bool works_at(const std::string& desk) const {
    const auto* officer = service::officer_of(book_, asker_);
    return officer != nullptr && profile::find_desk(book_.profile, desk) != nullptr &&
           service::works_for(book_.profile, *officer, desk);
  }
  [[nodiscard]] bool sits_at(const std::string& text) const {
    const auto sitting = found<store::SittingId>(reader_, text, store::find_sitting);
    return sitting && !service::seats_for(reader_, book_, *sitting, asker_).empty();
  }

  store::Reader& reader_;
  const service::Book& book_;
  std::string_view asker_;
  base::UtcMillis at_;
};

base::Failure not_for_him(Relation relation) {
  return fail(Kind::forbidden, relation == Relation::decides
                                   ? "only an officer of hub.yaml with `decides` may do that"
                                   : "only the municipality's own staff may do that");
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
  const auto named = path.empty() ? Words::value_type() : path.front();
  return context.db.read([&](store::Reader& reader) -> Result<> {
    const Standing standing(reader, *book, asker, context.clock.now());
    if (standing.is(operation.relation, named.first, named.second)) return {};
    return path.empty() ? not_for_him(operation.relation) : nothing_there();
  });
}

}  // namespace hub::api
