// Backup, the proof of the audit log, and reload.
#include "hub/crypto/bytes.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/store/backup.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

void put_report(ReplySink& reply, std::string_view kind, const store::AuditReport& report) {
  service::ViewLine line(kind);
  line.count("auditRows", report.rows).count("checkpoints", report.checkpoints);
  line.text("head", crypto::to_hex(report.head.chain)).flag("intact", !report.broken);
  if (report.broken) {
    line.code("broken", audit::name_of(report.broken->what)).count("row", report.broken->seq);
  }
  line.to([&reply](std::string_view json) { reply.line(json); });
}

Result<> back_up(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto file = request.needed("file");
  if (!file) return file.error();
  if (!std::filesystem::path(*file).is_absolute()) {
    return fail(Kind::invalid, "/file: must be an absolute path");
  }
  const auto report = store::back_up(ports.context.db, *file);
  if (!report) return report.error();
  auto logged = change(
      ports, entry_of(reply, "store.backed_up", {}), [](store::Transaction&) { return true; }, "");
  if (!logged) return logged;
  put_report(reply, "backup", *report);
  return {};
}

Result<> verify(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  const auto report =
      ports.context.db.read([](store::Reader& reader) -> Result<store::AuditReport> {
        return store::verify_audit(reader);
      });
  if (!report) return report.error();
  put_report(reply, "audit", *report);
  return {};
}

Result<> reload(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return ports.reload(reply.asker());
}

}  // namespace

void add_upkeep_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  const auto add = [&](std::string_view name, auto step) {
    verbs.emplace(name, [&ports, step](const std::string& json, ReplySink& reply) -> Result<> {
      return step(ports, AdminRequest(json), reply);
    });
  };
  add("backup", back_up);
  add("audit.verify", verify);
  add("reload", reload);
}

}  // namespace hub::daemon
