// Views that tell, by id, of persons: each look is logged. And what is decided of households.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/household_split.hpp"
#include "hub/service/view_cases.hpp"
#include "hub/service/view_explain.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_patterns.hpp"
#include "hub/service/view_referrals.hpp"

namespace hub::daemon {
namespace {

using base::Result;

/// `view(reader, looker, id, sink)`; the request names the id under `key`.
template <class Id, class ViewOf>
http::AdminVerb looking(AdminPorts& ports, std::string_view action, std::string_view key,
                        ViewOf view_of) {
  return [&ports, action, key, view_of](const std::string& json,
                                        http::ReplySink& reply) -> Result<> {
    const auto id = AdminRequest(json).id<Id>(key);
    if (!id) return id.error();
    return show(ports, action, reply, [&](store::Reader& reader, const service::ViewSink& sink) {
      return view_of(reader, looker_of(ports, reply), *id, sink);
    });
  };
}

/// Of the thing that a request names: its case, and what is answered where there is none.
struct CaseOf {
  std::optional<store::CaseRow> about;
  base::Failure none;
};

CaseOf case_named(store::Reader& reader, const AdminRequest& request) {
  const auto text = request.text("case");
  const auto id = base::CaseId::parse(text);
  const auto found = id ? store::find_case(reader, *id) : std::nullopt;
  return {found ? std::optional(found->row) : std::nullopt,
          base::fail(base::Kind::not_found, "no case " + text + "; see `case list`")};
}

CaseOf case_of_referral(store::Reader& reader, const AdminRequest& request) {
  const auto text = request.text("referral");
  const auto id = base::ReferralId::parse(text);
  const auto found = id ? store::find_referral(reader, *id) : std::nullopt;
  return {found ? std::optional(found->case_row) : std::nullopt,
          base::fail(base::Kind::not_found, "no referral " + text + "; see `referral list`")};
}

/// To an officer who does not work on the case, it is as one that is not there.
http::AdminVerb of_own_case(AdminPorts& ports,
                            CaseOf (*case_of)(store::Reader&, const AdminRequest&),
                            http::AdminVerb verb) {
  return [&ports, case_of, verb = std::move(verb)](const std::string& json,
                                                   http::ReplySink& reply) -> Result<> {
    const service::ListLook look{reply.asker(), ports.context.clock.now()};
    const auto may = ports.context.db.read([&](store::Reader& reader) -> Result<> {
      const auto of = case_of(reader, AdminRequest(json));
      const bool own =
          !of.about || service::may_list(reader, *ports.context.book(), *of.about, look);
      return own ? Result<>() : Result<>(of.none);
    });
    return may ? verb(json, reply) : may;
  };
}

Result<> show_signal(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto id = request.id<store::SignalId>("signal");
  if (!id) return id.error();
  return show(ports, "signal.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_one_signal(
                    reader, *ports.context.book(),
                    {reply.asker(), request.text("purpose"), ports.context.clock.now()}, *id, sink);
              });
}

Result<> show_referral(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  return show(ports, "referral.looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::view_referral(reader, *id, sink);
              });
}

Result<> explain(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto id = request.id<base::ReferralId>("referral");
  if (!id) return id.error();
  return show(ports, "referral.explained", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::explain_referral(reader, *ports.context.book(), *id,
                                                 {reply.asker(), ports.context.clock.now()}, sink);
              });
}

Result<> part_household(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto household = request.id<base::HouseholdId>("household");
  if (!household) return household.error();
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  const auto view = [&](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_household(reader, looker_of(ports, reply), *household, sink);
  };
  return service::part_from_household(ports.context, *household, *person, reply.asker(),
                                      unchanged_since(request, view));
}

Result<> rejoin_household(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  return service::rejoin_household(ports.context, *person, reply.asker());
}

}  // namespace

void add_person_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["household.show"] = looking<base::HouseholdId>(ports, "household.looked_at", "household",
                                                       service::view_household);
  verbs["household.part"] = municipal_verb_of(ports, part_household);
  verbs["household.rejoin"] = municipal_verb_of(ports, rejoin_household);
  verbs["case.show"] =
      of_own_case(ports, case_named,
                  looking<base::CaseId>(ports, "case.looked_at", "case", service::view_case));
  verbs["signal.show"] = municipal_verb_of(ports, show_signal);
  verbs["referral.show"] = of_own_case(ports, case_of_referral, verb_of(ports, show_referral));
  verbs["referral.explain"] = of_own_case(ports, case_of_referral, verb_of(ports, explain));
}

}  // namespace hub::daemon
