// What went wrong: opened by the record that was joined wrongly or by the row of a wrong sending,
// followed, and each step noted.
#include "hub/daemon/admin_groups.hpp"
#include "hub/domain/incident.hpp"
#include "hub/service/incident.hpp"
#include "hub/service/view_incidents.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;
using service::ViewSink;

Result<service::WentWrong> wrong_of(const AdminRequest& request) {
  const auto link = request.text("link");
  if (link.empty() == request.text("disclosure").empty())
    return fail(Kind::invalid, "/link: name either it or the row");
  if (!link.empty()) {
    const auto id = request.id<base::RecordId>("link");
    if (!id) return id.error();
    return service::WentWrong(*id);
  }
  const auto row = request.number("disclosure");
  if (!row || *row < 1) return fail(Kind::invalid, "/disclosure: is no number of a row in the log");
  return service::WentWrong(*row);
}

View view_of(AdminPorts& ports, const store::IncidentId& id) {
  return [&ports, id](store::Reader& reader, const ViewSink& sink) {
    return service::view_incident(reader, *ports.context.book(), id, ports.context.clock.now(),
                                  sink);
  };
}

Result<> show_incident(AdminPorts& ports, const store::IncidentId& id, ReplySink& reply) {
  return show(ports, "incident.looked_at", reply, view_of(ports, id));
}

Result<> open(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wrong = wrong_of(request);
  if (!wrong) return wrong.error();
  const auto known = request.day("known");
  if (!known) return known.error();
  const auto id = service::open_incident(ports.context, {*wrong, *known}, reply.asker());
  if (!id) return id.error();
  ports.orders_changed();
  return show_incident(ports, *id, reply);
}

Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto book = ports.context.book();
  return show(
      ports, "", reply, [&](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
        service::view_incidents(reader, *book, ports.context.clock.now(), request.limit(), sink);
        return service::Shown{};
      });
}

Result<> look(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::IncidentId>("incident");
  if (!id) return id.error();
  return show_incident(ports, *id, reply);
}

Result<> note(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::IncidentId>("incident");
  if (!id) return id.error();
  const auto step =
      domain::word_among<domain::IncidentStep>(domain::incident_step_names, request.text("step"));
  if (!step)
    return fail(Kind::invalid,
                "/step: is prompt_report, final_report, person_told, wrongful or closed");
  const auto day = request.day("on");
  if (!day) return day.error();
  auto noted = service::note_incident_step(ports.context, *id, *step, *day, reply.asker(),
                                           unchanged_since(request, view_of(ports, *id)));
  if (!noted) return noted;
  return show_incident(ports, *id, reply);
}

}  // namespace

void add_incident_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["incident.open"] = verb_of(ports, open);
  verbs["incident.list"] = verb_of(ports, list);
  verbs["incident.show"] = verb_of(ports, look);
  verbs["incident.done"] = verb_of(ports, note);
}

}  // namespace hub::daemon
