// What an operator decides about sources and their deliveries.
#include "hub/daemon/adapter_view.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/view_arrivals.hpp"
#include "hub/service/view_sources.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/sources.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

Result<std::string> source_in(AdminPorts& ports, const AdminRequest& request) {
  auto code = request.needed("source");
  if (!code) return code;
  if (profile::find_source(ports.context.book()->profile, *code) != nullptr) return code;
  return fail(Kind::not_found, "no such source; see `source list`");
}

Result<> pause(AdminPorts& ports, const std::string& source, ReplySink& reply) {
  auto paused = change(
      ports, entry_of(reply, "source.paused", {"source/" + source}),
      [&](store::Transaction& tx) { return store::pause_source(tx, source, reply.asker()); },
      "the source is paused already, or the hub has not started it yet");
  if (paused) ports.source_changed(source);
  return paused;
}

Result<> resume(AdminPorts& ports, const std::string& source, ReplySink& reply) {
  auto resumed = change(
      ports, entry_of(reply, "source.resumed", {"source/" + source}),
      [&](store::Transaction& tx) { return store::resume_source(tx, source); },
      "the source is not paused");
  if (resumed) ports.source_changed(source);
  return resumed;
}

Result<> release(AdminPorts& ports, const std::string& source, ReplySink& reply) {
  return ports.release_adapter(source, reply.asker());
}

Result<> accept(AdminPorts& ports, const std::string& source, ReplySink& reply) {
  return ports.accept_adapter(source, reply.asker());
}

Result<> show_source(AdminPorts& ports, const std::string& source, ReplySink& reply) {
  return show(ports, "", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) -> Result<service::Shown> {
                service::view_sources(reader, *ports.context.book(), sink, source);
                for (const auto& one : ports.health().adapters)
                  if (one.source == source) put_adapter_whole(one, sink);
                return service::Shown{};
              });
}

using SourceStep = Result<> (*)(AdminPorts&, const std::string&, ReplySink&);

http::AdminVerb on_source(AdminPorts& ports, SourceStep step) {
  return [&ports, step](const std::string& json, ReplySink& reply) -> Result<> {
    const auto source = source_in(ports, AdminRequest(json));
    return source ? step(ports, *source, reply) : Result<>(source.error());
  };
}

/// The source that a delivery came from.
Result<std::string> source_of(AdminPorts& ports, const base::ArrivalId& id) {
  return ports.context.db.read([&](store::Reader& reader) -> Result<std::string> {
    const auto arrival = store::find_arrival(reader, id);
    const auto feed = arrival ? store::read_feed(reader, arrival->feed) : std::nullopt;
    for (const auto& source : store::list_sources(reader)) {
      if (feed && source.id == feed->source) return source.name;
    }
    return fail(Kind::not_found, "no arrival " + id.text() + "; see `arrival list`");
  });
}

using OnArrival = Result<>(service::Context&, const base::ArrivalId&, std::string_view by);

Result<> release(service::Context& context, const base::ArrivalId& id, std::string_view by) {
  return service::settle_paused(context, id, true, by);
}

Result<> discard(service::Context& context, const base::ArrivalId& id, std::string_view by) {
  return service::settle_paused(context, id, false, by);
}

http::AdminVerb on_arrival(AdminPorts& ports, OnArrival* decide) {
  return [&ports, decide](const std::string& json, ReplySink& reply) -> Result<> {
    const auto id = AdminRequest(json).id<base::ArrivalId>("arrival");
    if (!id) return id.error();
    const auto source = source_of(ports, *id);
    if (!source) return source.error();
    auto settled = decide(ports.context, *id, reply.asker());
    if (settled) ports.source_changed(*source);
    return settled;
  };
}

bool put_progress(ReplySink& reply, const ImportProgress& progress) {
  bool stays = true;
  service::ViewLine line("progress");
  line.count("bytes", progress.bytes).count("bytesInAll", progress.bytes_in_all);
  line.count("records", progress.records).count("applied", progress.applied);
  line.to([&](std::string_view json) { stays = reply.line(json); });
  return stays;
}

void put_imported(ReplySink& reply, const Imported& imported) {
  const auto sink = [&reply](std::string_view json) { reply.line(json); };
  for (const auto& reject : imported.rejects)
    service::put_remark("reject", reject, sink);
  for (const auto& warning : imported.warnings)
    service::put_remark("warning", warning, sink);
  service::ViewLine line("import");
  if (imported.arrival) line.id("arrival", *imported.arrival);
  line.code("state", imported.state).code("reason", imported.reason);
  const auto& counts = imported.counts;
  line.count("records", counts.records).count("rejects", counts.rejects);
  line.count("warnings", counts.warnings);
  line.count("added", counts.added).count("changed", counts.changed);
  line.count("removed", counts.removed).count("unchanged", counts.unchanged);
  line.to(sink);
}

Result<> import(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  auto source = source_in(ports, request);
  if (!source) return source.error();
  auto file = request.needed("file");
  if (!file) return file.error();
  const ImportWish wish{std::move(*source), request.text("feed"), std::move(*file),
                        request.flag("dryRun")};
  const auto imported = ports.import_file(
      wish, [&](const ImportProgress& progress) { return put_progress(reply, progress); });
  if (!imported) return imported.error();
  if (imported->arrival) {
    auto logged = log_done(
        ports, entry_of(reply, "arrival.imported", {"arrival/" + imported->arrival->text()}));
    if (!logged) return logged;
  }
  put_imported(reply, *imported);
  return {};
}

}  // namespace

void add_source_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["source.show"] = on_source(ports, show_source);
  verbs["source.pause"] = on_source(ports, pause);
  verbs["source.resume"] = on_source(ports, resume);
  verbs["source.accept"] = on_source(ports, accept);
  verbs["source.release"] = on_source(ports, release);
  verbs["arrival.release"] = on_arrival(ports, release);
  verbs["arrival.discard"] = on_arrival(ports, discard);
  verbs["arrival.accept-rejects"] = on_arrival(ports, service::accept_rejects);
  verbs["import"] = verb_of(ports, import);
}

}  // namespace hub::daemon
