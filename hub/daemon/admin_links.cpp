// Who is one person: why, who is asked about, what officers answer and take back, all of it as
// lines, and everything anew.
#include "hub/daemon/admin_groups.hpp"
#include "hub/service/decide_link.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/view_links.hpp"
#include "hub/service/view_pair.hpp"

namespace hub::daemon {
namespace {

using base::Kind;
using base::Result;
using http::ReplySink;

/// Records of one page: a slow client holds no connection of the store.
constexpr std::size_t page = 1'000;

/// Of who hides, only the section knows that owns that secret.
service::Looker link_looker(AdminPorts& ports, const ReplySink& reply) {
  return {.at = ports.context.clock.now(),
          .sees_hidden = service::guards_register(*ports.context.book(), reply.asker())};
}

/// While everything is linked anew, some answers are of before and some of after.
void put_relinking(AdminPorts& ports, const service::ViewSink& sink) {
  const auto state = ports.relinking();
  if (!state.running) return;
  service::ViewLine line("relinking");
  line.count("records", state.progress.records);
  line.count("recordsInAll", state.progress.records_in_all);
  line.list("why", state.why);
  line.to(sink);
}

Result<> explain(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto one = request.needed("record");
  if (!one) return one.error();
  const auto other = request.needed("other");
  if (!other) return other.error();
  return show(
      ports, "link.explained", reply, [&](store::Reader& reader, const service::ViewSink& sink) {
        put_relinking(ports, sink);
        return service::explain_link(
            reader, ports.context, {link_looker(ports, reply), reply.asker(), *one, *other}, sink);
      });
}

Result<> review(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "link.reviewed", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) -> Result<service::Shown> {
                put_relinking(ports, sink);
                return service::review_links(reader, link_looker(ports, reply), request.limit(),
                                             sink);
              });
}

Result<> decisions(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  return show(ports, "link.decisions_looked_at", reply,
              [&](store::Reader& reader, const service::ViewSink& sink) -> Result<service::Shown> {
                return service::list_decided(reader, link_looker(ports, reply), request.limit(),
                                             sink);
              });
}

Result<service::LinkWish> wish_in(const AdminRequest& request) {
  const auto one = request.needed("record");
  if (!one) return one.error();
  const auto other = request.needed("other");
  if (!other) return other.error();
  return service::LinkWish{*one, *other};
}

Result<> confirm(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_in(request);
  return wish ? service::confirm_link(ports.context, *wish, reply.asker()) : wish.error();
}

Result<> reject(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto wish = wish_in(request);
  return wish ? service::reject_link(ports.context, *wish, reply.asker()) : wish.error();
}

Result<> undo(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto word = request.id<store::LinkWordId>("decision");
  return word ? service::undo_word(ports.context, *word, reply.asker()) : word.error();
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

Result<> link_anew(AdminPorts& ports, ReplySink& reply, Anew anew) {
  const auto put = [&reply](std::string_view kind, const service::RelinkProgress& progress) {
    service::ViewLine line(kind);
    line.count("records", progress.records).count("recordsInAll", progress.records_in_all);
    bool stays = false;
    line.to([&](std::string_view json) { stays = reply.line(json); });
    return stays;
  };
  const auto done = ports.link_anew(
      anew, reply.asker(),
      [&](const service::RelinkProgress& progress) { return put("progress", progress); });
  if (!done) return done.error();
  put("relinked", *done);
  return {};
}

Result<> rebuild(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return link_anew(ports, reply, Anew::rebuild);
}

Result<> estimate(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return link_anew(ports, reply, Anew::estimate);
}

}  // namespace

void add_link_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["link.explain"] = municipal_verb_of(ports, explain);
  verbs["link.review"] = municipal_verb_of(ports, review);
  verbs["link.decisions"] = municipal_verb_of(ports, decisions);
  verbs["link.confirm"] = municipal_verb_of(ports, confirm);
  verbs["link.reject"] = municipal_verb_of(ports, reject);
  verbs["link.undo"] = municipal_verb_of(ports, undo);
  verbs["link.export"] = verb_of(ports, export_all);
  verbs["link.rebuild"] = verb_of(ports, rebuild);
  verbs["link.estimate"] = verb_of(ports, estimate);
}

}  // namespace hub::daemon
