// アウトリーチ等 over the administration socket: the register, each try to reach somebody and the
// ground on which it is made without consent, and how it ended.
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/admin_support.hpp"
#include "hub/service/reach_out.hpp"
#include "hub/service/view_outreach.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

Result<> enter(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto about = request.id<base::CaseId>("case");
  if (!about) return about.error();
  return answer_made(
      reply, "outreach",
      service::register_outreach(
          ports.context, {*about, request.text("why"), request.text("basis")}, reply.asker()));
}

Result<> note(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  service::ContactWish wish;
  const auto of = request.id<store::OutreachId>("outreach");
  if (!of) return of.error();
  const auto day = request.day("on");
  if (!day) return day.error();
  const auto next = request.day("next");
  if (!next) return next.error();
  const auto minutes = request.text("minutes").empty() && !request.has("minutes")
                           ? std::optional<std::int64_t>(0)
                           : request.number("minutes");
  if (!minutes) return fail(Kind::invalid, "/minutes: is no number of minutes of a day");
  wish.of = *of;
  wish.day = *day;
  wish.step = request.text("step");
  wish.reached = request.flag("reached");
  wish.minutes = *minutes;
  wish.basis = request.text("basis");
  wish.next = *next;
  wish.note = request.text("note");
  return answer_made(reply, "contact", service::note_contact(ports.context, wish, reply.asker()));
}

View view_of(AdminPorts& ports, const store::OutreachId& id, const ReplySink& reply) {
  return [&ports, id, &reply](store::Reader& reader, const service::ViewSink& sink) {
    return service::view_outreach(reader, *ports.context.book(), id, reply.asker(),
                                  ports.context.clock.now(), sink);
  };
}

Result<> end(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::OutreachId>("outreach");
  if (!id) return id.error();
  return service::end_outreach(ports.context, *id, request.text("outcome"), reply.asker(),
                               unchanged_since(request, view_of(ports, *id, reply)));
}

template <bool due>
Result<> list(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
    service::view_outreach_register(reader, *ports.context.book(),
                                    {reply.asker(), ports.context.clock.now(), request.limit()},
                                    due, sink);
    return Result<service::Shown>(service::Shown());
  });
}

Result<> look_at(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::OutreachId>("outreach");
  if (!id) return id.error();
  return show(ports, "outreach.looked_at", reply, view_of(ports, *id, reply));
}

}  // namespace

void add_outreach_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["outreach.register"] = verb_of(ports, enter);
  verbs["outreach.contact"] = verb_of(ports, note);
  verbs["outreach.end"] = verb_of(ports, end);
  verbs["outreach.list"] = verb_of(ports, list<false>);
  verbs["outreach.due"] = verb_of(ports, list<true>);
  verbs["outreach.show"] = verb_of(ports, look_at);
}

}  // namespace hub::daemon
