// What an officer works on, by pages: the lists of the API; and what of it is due.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/due.hpp"
#include "hub/service/view_pages.hpp"

namespace hub::daemon {
namespace {

using base::Result;

service::PageLook look_in(AdminPorts& ports, const AdminRequest& request,
                          const http::ReplySink& reply) {
  return {reply.asker(), request.number("after").value_or(0), request.limit(),
          looker_of(ports, reply)};
}

Result<> cases(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  return show(ports, "cases.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(service::view_case_page(
                    reader, *ports.context.book(), look_in(ports, request, reply), sink));
              });
}

Result<> plans(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  return show(ports, "plans.listed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return Result<service::Shown>(service::view_plan_page(
                    reader, *ports.context.book(), look_in(ports, request, reply), sink));
              });
}

Result<> digest(AdminPorts& ports, const AdminRequest& request, http::ReplySink& reply) {
  return show(
      ports, "digest.read", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
        return Result<service::Shown>(service::view_digest(reader, *ports.context.book(),
                                                           {reply.asker(), request.text("desk")},
                                                           ports.context.clock.now(), sink));
      });
}

}  // namespace

void add_page_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["digest"] = verb_of(ports, digest);
  verbs["case.page"] = verb_of(ports, cases);
  verbs["plan.page"] = verb_of(ports, plans);
}

}  // namespace hub::daemon
