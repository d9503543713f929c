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

Result<> part_household(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  const auto household = request.id<base::HouseholdId>("household");
  if (!household) return household.error();
  const auto person = request.id<base::PersonId>("person");
  if (!person) return person.error();
  return service::part_from_household(ports.context, *household, *person, reply.asker());
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
  verbs["case.show"] = looking<base::CaseId>(ports, "case.looked_at", "case", service::view_case);
  verbs["signal.show"] = municipal_verb_of(ports, show_signal);
  verbs["referral.show"] =
      looking<base::ReferralId>(ports, "referral.looked_at", "referral",
                                [](auto& reader, const service::Looker&, auto& id, auto& sink) {
                                  return service::view_referral(reader, id, sink);
                                });
  verbs["referral.explain"] = [&ports](const std::string& json,
                                       http::ReplySink& reply) -> Result<> {
    const auto id = AdminRequest(json).id<base::ReferralId>("referral");
    if (!id) return id.error();
    return show(ports, "referral.explained", reply,
                [&](store::Reader& reader, const service::ViewSink& sink) {
                  return service::explain_referral(reader, *ports.context.book(), *id,
                                                   {reply.asker(), ports.context.clock.now()},
                                                   sink);
                });
  };
}

}  // namespace hub::daemon
