// The proof of the audit log: verified here, signed now, and written out so that others verify it.
#include "hub/audit/note.hpp"
#include "hub/crypto/bytes.hpp"
#include "hub/daemon/admin_groups.hpp"
#include "hub/store/audit_export.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/audit_notes.hpp"

namespace hub::daemon {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using http::ReplySink;

/// `checkpoints`: the text of a file of notes that were kept elsewhere, or of the signer's journal.
store::AuditWitness witness_of(const AdminPorts& ports, const AdminRequest& request) {
  return {audit::VerifierKey::parse(ports.context.book()->settings.audit.key),
          audit::notes_in(request.text("checkpoints"))};
}

Result<> verify(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto witness = witness_of(ports, request);
  if (!request.text("checkpoints").empty() && witness.notes.empty())
    return fail(Kind::invalid, "/checkpoints: holds no checkpoint");
  const auto report =
      ports.context.db.read([&](store::Reader& reader) -> Result<store::AuditReport> {
        return store::verify_audit(reader, witness);
      });
  if (!report) return report.error();
  put_report(reply, "audit", *report);
  return {};
}

/// The newest note, after asking for one; an old one is better than none.
Result<> checkpoint(AdminPorts& ports, const AdminRequest&, ReplySink& reply) {
  const Result<> done = ports.sign_audit();
  const auto note =
      ports.context.db.read([](store::Reader& reader) -> Result<std::optional<std::string>> {
        return store::last_note(reader);
      });
  if (!note) return note.error();
  if (!*note) return done ? fail(Kind::not_found, "nothing is signed yet") : done.error();
  service::ViewLine line("checkpoint");
  line.text("note", **note).text("key", ports.context.book()->settings.audit.key);
  line.flag("fresh", done.has_value()).time("at", ports.context.clock.now());
  put_line(reply, line);
  return {};
}

/// Written by the daemon, as a backup is: a long log is no matter for a socket.
Result<> write_out(AdminPorts& ports, const AdminRequest& request, ReplySink& reply) {
  const auto file = request.absolute_path("file");
  if (!file) return file.error();
  const auto rows = store::export_audit(ports.context.db, *file);
  if (!rows) return rows.error();
  auto logged = log_done(ports, entry_of(reply, "audit.exported", {}));
  if (!logged) return logged;
  service::ViewLine line("exported");
  line.count("auditRows", *rows);
  put_line(reply, line);
  return {};
}

}  // namespace

void put_report(ReplySink& reply, std::string_view kind, const store::AuditReport& report) {
  service::ViewLine line(kind);
  line.count("auditRows", report.rows).count("checkpoints", report.checkpoints);
  line.count("signedRows", report.signed_rows);
  line.text("head", crypto::to_hex(report.head.chain)).flag("intact", !report.broken);
  if (report.broken) {
    line.code("broken", audit::name_of(report.broken->what)).count("row", report.broken->seq);
  }
  put_line(reply, line);
}

void add_audit_verbs(http::AdminVerbs& verbs, AdminPorts& ports) {
  verbs["audit.verify"] = verb_of(ports, verify);
  verbs["audit.checkpoint"] = verb_of(ports, checkpoint);
  verbs["audit.export"] = verb_of(ports, write_out);
}

}  // namespace hub::daemon
