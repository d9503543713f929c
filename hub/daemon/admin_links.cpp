// Who is one person: why, who is asked about, all of it as lines, and everything anew.
#include <memory>
#include <mutex>

#include "hub/daemon/admin_groups.hpp"
#include "hub/service/relink.hpp"
#include "hub/service/view_links.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;
using http::ReplySink;

/// Records of one page: a slow client holds no connection of the store.
constexpr std::size_t page = 1'000;

Result<> explain(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto one = request.needed("record");
  if (!one) return one.error();
  const auto other = request.needed("other");
  if (!other) return other.error();
  return show(ports, "link.explained", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) {
                return service::explain_link(reader, ports.context, looker_of(ports, reply), *one,
                                             *other, sink);
              });
}

Result<> review(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "link.reviewed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) -> Result<service::Shown> {
                return service::review_links(reader, looker_of(ports, reply), request.limit(),
                                             sink);
              });
}

/// One row of the log tells that all of it went out: one for each person would be as many as there
/// are.
Result<> export_all(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  if (auto logged = log_done(ports, entry_of(reply, "link.exported", {"link/all"})); !logged)
    return logged;
  const auto looker = looker_of(ports, reply);
  std::optional<store::RecordRow> after = store::RecordRow{};
  while (after) {
    std::vector<std::string> lines;
    auto read = ports.context.db.read([&](store::Reader& reader) -> Result<> {
      after = service::export_links(reader, looker, *after, page,
                                    [&](std::string_view line) { lines.emplace_back(line); });
      return {};
    });
    if (!read) return read;
    for (const auto& line : lines) {
      if (!reply.line(line)) return {};
    }
  }
  return {};
}

using Anew = Result<service::RelinkProgress> (*)(service::Context&, std::string_view,
                                                 const service::OnRelinked&);

Result<> link_anew(AdminPorts& ports, ReplySink& reply, std::mutex& one, Anew anew) {
  const std::unique_lock turn(one, std::try_to_lock);
  if (!turn) return base::fail(Kind::busy, "everything is being linked anew already");
  const auto put = [&reply](std::string_view kind, const service::RelinkProgress& progress) {
    service::ViewLine line(kind);
    line.count("records", progress.records).count("recordsInAll", progress.records_in_all);
    bool stays = false;
    line.to([&](std::string_view json) { stays = reply.line(json); });
    return stays;
  };
  const auto done =
      anew(ports.context, reply.asker(),
           [&](const service::RelinkProgress& progress) { return put("progress", progress); });
  if (!done) return done.error();
  put("relinked", *done);
  return {};
}

http::AdminVerb anew_verb(AdminPorts& ports, const std::shared_ptr<std::mutex>& one, Anew anew) {
  return [&ports, one, anew](const std::string&, ReplySink& reply) {
    return link_anew(ports, reply, *one, anew);
  };
}

}  // namespace

void add_link_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["link.explain"] = municipal_verb_of(ports, explain);
  verbs["link.review"] = municipal_verb_of(ports, review);
  verbs["link.export"] = verb_of(ports, export_all);
  const auto one = std::make_shared<std::mutex>();
  verbs["link.rebuild"] = anew_verb(ports, one, service::rebuild_links);
  verbs["link.estimate"] = anew_verb(ports, one, service::estimate_links);
}

}  // namespace hub::daemon
