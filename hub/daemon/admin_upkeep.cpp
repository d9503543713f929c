// Backup and reload.
#include "hub/base/log.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/store/backup.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::ReplySink;

Result<> back_up(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto file = request.absolute_path("file");
  if (!file) return file.error();
  // So that the backup carries a signature over all of its rows; one without is still a backup.
  const Result<> was_signed = ports.sign_audit();
  const auto report = store::back_up(ports.context.db, *file);
  if (!report) return report.error();
  auto logged = log_done(ports, entry_of(reply, "store.backed_up", {}));
  if (!logged) return logged;
  put_report(reply, "backup", *report);
  if (!was_signed)
    base::log(base::Level::warning, "backup_unsigned", {{"reason", was_signed.error().text()}});
  return {};
}

Result<> reload(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  return ports.reload(reply.asker());
}

}  // namespace

void add_upkeep_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["backup"] = verb_of(ports, back_up);
  verbs["reload"] = verb_of(ports, reload);
}

}  // namespace hub::daemon
