// Lists that tell of nobody: sources, deliveries, rejects, partners, signals, and ids.
#include "hub/daemon/adapter_view.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/view_arrivals.hpp"
#include "hub/service/view_cases.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_partners.hpp"
#include "hub/service/view_patterns.hpp"
#include "hub/service/view_referrals.hpp"
#include "hub/service/view_signals.hpp"
#include "hub/service/view_sources.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::ReplySink;
using service::Shown;
using service::ViewSink;

/// `view(reader, request, sink)`, which tells of nobody.
template <class ViewOf>
http::AdminVerb listing(AdminPorts& ports, ViewOf view_of) {
  return [&ports, view_of](const std::string& json, ReplySink& reply) -> Result<> {
    const AdminRequest request(json);
    return show(ports, "", reply,
                [&](store::Reader& reader, const ViewSink& sink) -> Result<Shown> {
                  view_of(reader, request, sink);
                  return Shown{};
                });
  };
}

/// The same of one delivery, which may be unknown.
template <class ViewOf>
http::AdminVerb about_arrival(AdminPorts& ports, ViewOf view_of) {
  return [&ports, view_of](const std::string& json, ReplySink& reply) -> Result<> {
    const AdminRequest request(json);
    const auto id = request.id<base::ArrivalId>("arrival");
    if (!id) return id.error();
    return show(ports, "", reply,
                [&](store::Reader& reader, const ViewSink& sink) -> Result<Shown> {
                  const Result<> viewed = view_of(reader, *id, request, sink);
                  if (!viewed) return viewed.error();
                  return Shown{};
                });
  };
}

void put_adapters(AdminPorts& ports, const ViewSink& sink) {
  for (const auto& one : ports.health().adapters)
    put_adapter(one, sink);
}

Result<> list_signals(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const ViewSink& sink) -> Result<Shown> {
    service::view_signals(reader, request.limit(), sink);
    service::view_open_patterns(reader, *ports.context.book(),
                                {reply.asker(), {}, ports.context.clock.now()}, request.limit(),
                                sink);
    return Shown{};
  });
}

/// An officer's are those that he works on.
service::ListLook look_of(AdminPorts& ports, const AdminRequest& request, const ReplySink& reply) {
  return {reply.asker(), ports.context.clock.now(), request.limit()};
}

Result<> list_cases(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const ViewSink& sink) -> Result<Shown> {
    service::view_cases(reader, *ports.context.book(), look_of(ports, request, reply), sink);
    return Shown{};
  });
}

Result<> list_referrals(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const ViewSink& sink) -> Result<Shown> {
    service::view_referrals(reader, *ports.context.book(), look_of(ports, request, reply),
                            {request.text("state"), request.text("desk")}, sink);
    return Shown{};
  });
}

void add_arrival_lists(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["arrival.list"] = listing(ports, [](auto& reader, auto& request, auto& sink) {
    service::view_arrivals(reader, request.flag("open"), request.limit(), sink);
  });
  verbs["arrival.show"] =
      about_arrival(ports, [](auto& reader, auto& id, auto& request, auto& sink) -> Result<> {
        if (auto shown = service::view_arrival(reader, id, sink); !shown) return shown;
        return service::view_rejects(reader, id, request.limit(), sink);
      });
  verbs["reject.list"] = listing(ports, [](auto& reader, auto& request, auto& sink) {
    service::view_reject_counts(reader, request.limit(), sink);
  });
  verbs["reject.show"] =
      about_arrival(ports, [](auto& reader, auto& id, auto& request, auto& sink) {
        return service::view_rejects(reader, id, request.limit(), sink);
      });
  verbs["quarantine.list"] = listing(ports, [](auto& reader, auto& request, auto& sink) {
    service::view_quarantine(reader, request.limit(), sink);
  });
}

}  // namespace

void add_list_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["source.list"] = listing(ports, [&ports](auto& reader, auto&, auto& sink) {
    service::view_sources(reader, *ports.context.book(), sink);
    put_adapters(ports, sink);
  });
  add_arrival_lists(verbs, ports);
  verbs["household.list"] = listing(ports, [&ports](auto& reader, auto& request, auto& sink) {
    service::view_households(reader, {ports.context.clock.now()}, request.limit(), sink);
  });
  verbs["case.list"] = verb_of(ports, list_cases);
  verbs["referral.list"] = verb_of(ports, list_referrals);
  verbs["signal.list"] = municipal_verb_of(ports, list_signals);
  verbs["partner.list"] = listing(ports, [&ports](auto& reader, auto&, auto& sink) {
    service::view_partners(reader, *ports.context.book(), sink);
  });
}

}  // namespace hub::daemon
