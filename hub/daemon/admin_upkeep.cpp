// Backup and reload.
#include "hub/base/log.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/daemon/checkpoint_file.hpp"
#include "hub/store/audit_notes.hpp"
#include "hub/store/backup.hpp"

namespace hub::daemon {
namespace {

using base::Result;
using http::ReplySink;

/// Signed a moment before, so that the backup holds a signature over nearly all of its rows and has
/// it beside it. One without is still a backup.
Result<std::optional<std::string>> newest_note(AdminPorts& ports) {
  const Result<> was_signed = ports.sign_audit();
  if (!was_signed)
    base::log(base::Level::warning, "backup_unsigned", {{"reason", was_signed.error().text()}});
  return ports.context.db.read([](store::Reader& reader) -> Result<std::optional<std::string>> {
    return store::last_note(reader);
  });
}

Result<> back_up(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto file = request.absolute_path("file");
  if (!file) return file.error();
  const auto note = newest_note(ports);
  if (!note) return note.error();
  const auto report = store::back_up(ports.context.db, *file);
  if (!report) return report.error();
  if (*note) {
    if (auto left = leave_checkpoint(*file, **note); !left) return left;
  }
  auto logged = log_done(ports, entry_of(reply, "store.backed_up", {}));
  if (!logged) return logged;
  put_report(reply, "backup", *report);
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
