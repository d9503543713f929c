#include "hub/store/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "hub/store/connection.hpp"
#include "hub/store/folder_lock.hpp"
#include "hub/store/migrations.hpp"
#include "hub/store/opening.hpp"

namespace hub::store {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::Kind;
using base::Result;

// Makes a file, or the name of a file in its folder, survive a power cut.
Result<> sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool ok = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!ok) return fail(Kind::internal, "sync " + path.string() + ": " + std::strerror(error));
  return {};
}

Result<> sync_with_name(const fs::path& file) {
  if (const Result<> ok = sync(file); !ok) return ok.error();
  const fs::path folder = file.parent_path();
  return sync(folder.empty() ? fs::path(".") : folder);
}

Result<> check_schema(Connection& connection) {
  const auto version = static_cast<std::size_t>(connection.integer("PRAGMA user_version"));
  if (version > 0 && version <= embedded_migrations().size()) return {};
  return fail(Kind::conflict, "schema " + std::to_string(version) +
                                  " is none that this program knows; install the version that "
                                  "wrote the backup");
}

Result<AuditReport> inspect(Connection& connection, const crypto::Keys& keys) {
  if (const Result<> ok = check_schema(connection); !ok) return ok.error();
  if (const Result<> ok = check_key(connection, keys); !ok) return ok.error();
  if (const Result<> ok = check_integrity(connection); !ok) return ok.error();
  Reader reader(connection, keys);
  AuditReport report = verify_audit(reader);
  if (report.broken)
    return fail(Kind::corrupt, "the audit log is broken at row " +
                                   std::to_string(report.broken->seq) + " (" +
                                   std::string(audit::name_of(report.broken->what)) + ")");
  return report;
}

Result<AuditReport> inspect(const fs::path& file, const crypto::Keys& keys) {
  Result<AuditReport> report = fail(Kind::internal, "not inspected");
  const auto trouble = trouble_in([&] {
    Connection connection(file, Connection::Role::reader);
    report = inspect(connection, keys);
  });
  if (trouble) return trouble->failure.in(file.string());
  return report ? report : Result<AuditReport>(report.error().in(file.string()));
}

Result<> copy_out(const fs::path& database, const fs::path& file) {
  const auto trouble = trouble_in([&] {
    Connection connection(database, Connection::Role::reader);
    connection.script("PRAGMA query_only=OFF");  // it writes the copy, not the database
    connection.execute("VACUUM INTO ?", {file.string()});
  });
  if (trouble) return trouble->failure.in("back up to " + file.string());
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  return sync_with_name(file);
}

Result<> require_empty(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error) || fs::is_empty(folder, error)) return {};
  return fail(Kind::conflict, "data folder " + folder.string() +
                                  " is not empty; restore into a new one and switch over");
}

Result<> copy_in(const fs::path& file, const fs::path& folder) {
  const fs::path part = folder / "restoring";
  std::error_code error;
  fs::copy_file(file, part, fs::copy_options::overwrite_existing, error);
  if (error) return fail(Kind::storage_full, "copy to " + part.string() + ": " + error.message());
  fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
  if (const Result<> ok = sync(part); !ok) return ok.error();
  fs::rename(part, folder / database_name, error);
  if (error) return fail(Kind::internal, "rename " + part.string() + ": " + error.message());
  return sync(folder);
}

}  // namespace

Result<AuditReport> back_up(Database& database, const fs::path& file) {
  std::error_code error;
  if (fs::exists(file, error))
    return fail(Kind::conflict, file.string() + " exists already; a backup replaces nothing");
  fs::path parent = file.parent_path();
  if (parent.empty()) parent = ".";
  if (::access(parent.c_str(), W_OK | X_OK) != 0)
    return fail(Kind::forbidden, "the hub can't write into " + parent.string() + ": " +
                                     std::strerror(errno) +
                                     "; let its user write there, or name another folder");
  const Result<> copied = copy_out(database.folder() / database_name, file);
  if (!copied) return copied.error();
  return inspect(file, database.keys());
}

Result<AuditReport> restore(const fs::path& file, const fs::path& folder,
                            const crypto::Keys& keys) {
  if (const Result<> ok = require_empty(folder); !ok) return ok.error();
  Result<AuditReport> report = inspect(file, keys);
  if (!report) return report;
  const Result<FolderLock> lock = FolderLock::take(folder);
  if (!lock) return lock.error();
  if (const Result<> ok = copy_in(file, folder); !ok) return ok.error();
  return report;
}

}  // namespace hub::store
