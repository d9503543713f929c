#include "hub/store/opening.hpp"

#include "hub/store/data_keys.hpp"
#include "hub/store/migrations.hpp"

namespace hub::store {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr int application_id = 0x54534E47;  // "TSNG": file(1) and a stranger's tool see whose it is

Result<> check_owner(Connection& connection) {
  const std::int64_t id = connection.integer("PRAGMA application_id");
  const bool empty = connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (id == application_id || (id == 0 && empty)) return {};
  return fail(Kind::conflict, "the file is a database of another program");
}

}  // namespace

Result<> prepare(Connection& connection, const crypto::Keys& keys) {
  if (const Result<> ok = check_owner(connection); !ok) return ok.error();
  connection.script("PRAGMA application_id=" + std::to_string(application_id));
  if (const Result<> ok = migrate(connection, embedded_migrations()); !ok) return ok.error();
  connection.execute("INSERT OR IGNORE INTO meta (name, value) VALUES ('key_id', ?)", {keys.id()});
  if (const Result<> ok = check_key(connection, keys); !ok) return ok.error();
  Reader reader(connection, keys);
  return hold_data_keys(reader);
}

bool ended_badly(const std::filesystem::path& folder) {
  std::error_code error;
  const auto size =
      std::filesystem::file_size(folder / (std::string(database_name) + "-wal"), error);
  return !error && size > 0;
}

Result<> check_integrity(Connection& connection) {
  const std::string found = connection.text("PRAGMA integrity_check(1)");
  if (found != "ok") return fail(Kind::corrupt, "integrity check: " + found);
  return {};
}

Result<> check_key(Connection& connection, const crypto::Keys& keys) {
  const std::string stored = connection.text("SELECT value FROM meta WHERE name = 'key_id'");
  if (stored == keys.id()) return {};
  return fail(Kind::conflict, "written with key " + stored + ", but the key file holds key " +
                                  keys.id() + "; put the right key file in place");
}

}  // namespace hub::store
