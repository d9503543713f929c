// Erasing what has been kept long enough, and what a hold keeps.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/erase.hpp"
#include "hub/store/legal_holds.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;
using service::ViewSink;

/// Each person on the list is looked at, and that is logged.
Result<> plan(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  const auto retention = service::retention_of(*ports.context.book());
  if (!retention) return retention.error();
  return show(ports, "erasure.planned", reply,
              [&](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
                const auto today = base::jst_day(ports.context.clock.now());
                const auto due = service::plan_erasure(reader, *retention, today);
                service::view_erasure(due, reader, sink);
                return service::Shown{{"erasure/" + due.list}, due.rows.persons};
              });
}

Result<> run(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto list = request.needed("list");
  if (!list) return list.error();
  const auto approver = request.needed("approvedBy");
  if (!approver) return approver.error();
  const auto& asker = reply.asker();  // operator/hanako
  if (asker.substr(asker.find('/') + 1) == *approver)
    return fail(Kind::forbidden, "/approvedBy: another person than the one who runs it");
  const auto erased = service::run_erasure(ports.context, {*list, *approver}, reply.asker());
  if (!erased) return erased.error();
  service::ViewLine line("erased");
  line.text("list", *list).count("rows", *erased);
  put_line(reply, line);
  return {};
}

Result<> hold(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<base::PersonId>("person");
  if (!id) return id.error();
  const auto document = request.needed("document");
  if (!document) return document.error();
  const auto placed = ports.context.db.write([&](store::Transaction& tx) -> Result<store::HoldId> {
    const auto person = store::find_person(tx, *id);
    if (!person) return fail(Kind::not_found, "no person " + id->text());
    const auto made = store::place_hold(tx, person->row, *document, reply.asker());
    auto entry = entry_of(reply, "hold.placed", {"hold/" + made.text()});
    entry.persons = {*id};
    tx.audit(entry);
    return made;
  });
  if (!placed) return placed.error();
  service::ViewLine line("hold");
  line.id("hold", *placed).id("person", *id);
  put_line(reply, line);
  return {};
}

Result<> lift(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto id = request.id<store::HoldId>("hold");
  if (!id) return id.error();
  return change(
      ports, entry_of(reply, "hold.lifted", {"hold/" + id->text()}),
      [&](store::Transaction& tx) { return store::lift_hold(tx, *id, reply.asker()); },
      "no hold " + id->text() + " in force; see `erase holds`");
}

Result<> holds(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return show(ports, "hold.looked_at", reply,
              [](store::Reader& reader, const ViewSink& sink) -> Result<service::Shown> {
                service::Shown shown;
                for (const auto& one : store::list_holds(reader)) {
                  const auto person = store::read_person(reader, one.person);
                  if (!person) continue;
                  service::ViewLine line("hold");
                  line.id("hold", one.id).id("person", person->id).time("at", one.placed_at);
                  line.code("by", one.placed_by).text("document", one.document).to(sink);
                  shown.objects.push_back("hold/" + one.id.text());
                  shown.persons.push_back(person->id);
                }
                return shown;
              });
}

}  // namespace

void add_erasure_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["erase.plan"] = verb_of(ports, plan);
  verbs["erase.run"] = verb_of(ports, run);
  verbs["erase.hold"] = verb_of(ports, hold);
  verbs["erase.lift"] = verb_of(ports, lift);
  verbs["erase.holds"] = verb_of(ports, holds);
}

}  // namespace hub::daemon
