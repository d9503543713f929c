#include "hub/store/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "hub/store/kept_statement.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {
namespace {

using base::Failure;
using base::Kind;

constexpr int busy_ms = 1'000;  // while another connection of ours opens, or reads the log

int open_flags(Connection::Role role) {
  return SQLITE_OPEN_NOMUTEX |
         (role == Connection::Role::writer ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                           : SQLite::OPEN_READONLY);
}

int keep_log_pages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<std::int64_t*>(pages) = count;
  return SQLITE_OK;
}

// How much memory it has, nobody asks; counting takes a lock for each allocation. Only before the
// first connection; later it says no, and counts on.
void count_no_memory() {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// What a setting must read back as; a library built otherwise is refused at the start.
void require(bool held, const char* setting) {
  if (!held)
    throw SQLite::Exception(std::string("SQLite does not hold to ") + setting, SQLITE_MISUSE);
}

Trouble::Scope scope_of(int code) {
  switch (code) {
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return Trouble::Scope::batch;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PROTOCOL:
      return Trouble::Scope::process;
    default:
      return Trouble::Scope::job;
  }
}

Kind kind_of(int code) {
  switch (code) {
    case SQLITE_FULL:
      return Kind::storage_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Kind::corrupt;
    case SQLITE_BUSY:
    case SQLITE_NOMEM:
      return Kind::busy;
    case SQLITE_CONSTRAINT:
      return Kind::conflict;
    default:
      return Kind::internal;
  }
}

Trouble trouble_of(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xFF;
  return {Failure(kind_of(code), std::string("database: ") + error.what()), scope_of(code)};
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Role role)
    : database_((count_no_memory(),
                 std::make_unique<SQLite::Database>(file.string(), open_flags(role), busy_ms))) {
  configure(role);
}

Connection::~Connection() = default;

void Connection::configure(Role role) {
  sqlite3* const raw = database_->getHandle();
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  // Else a kept statement that a partial index may serve is prepared anew for each value.
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  script("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;");
  if (role == Role::writer) {
    require(text("PRAGMA journal_mode=WAL") == "wal", "write-ahead logging");
    script("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-" +
           std::to_string(writer_page_bytes / base::limits::kibibyte) +
           "; PRAGMA journal_size_limit=67108864;");
    require(integer("PRAGMA synchronous") == 2, "synchronous=FULL");
  } else {
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    script("PRAGMA query_only=ON; PRAGMA cache_size=-2048;");
  }
  // Only the writer checkpoints, and only when it says so.
  require(integer("PRAGMA wal_autocheckpoint=0") == 0, "manual checkpoints");
  require(integer("PRAGMA foreign_keys") == 1, "foreign keys");
  require(integer("PRAGMA trusted_schema") == 0, "an untrusted schema");
  sqlite3_wal_hook(raw, keep_log_pages, &log_pages_);
}

void Connection::forget_pages() noexcept {
  sqlite3_db_release_memory(database_->getHandle());
}

Cursor Connection::query(Sql sql, std::span<const Bind> values) {
  auto& kept = kept_[sql.text()];
  if (!kept) kept = std::make_unique<KeptStatement>(database_->getHandle(), sql.text());
  if (!kept->busy) return Cursor(*kept, values);
  return Cursor(std::make_unique<KeptStatement>(database_->getHandle(), sql.text()), values);
}

std::int64_t Connection::execute(Sql sql, std::span<const Bind> values) {
  Cursor cursor = query(sql, values);
  while (cursor.next()) {
  }
  return database_->getChanges();
}

std::int64_t Connection::integer(Sql sql) {
  Cursor cursor = query(sql, {});
  return cursor.next() ? cursor.integer(0) : 0;
}

std::string Connection::text(Sql sql) {
  Cursor cursor = query(sql, {});
  return cursor.next() ? std::string(cursor.text(0)) : std::string();
}

void Connection::script(const std::string& statements) {
  database_->exec(statements);
}

std::int64_t Connection::last_row() const {
  return database_->getLastInsertRowid();
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_->getHandle()) == 0;
}

std::optional<Trouble> trouble_in(const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const SQLite::Exception& error) {
    return trouble_of(error);
  } catch (const CorruptRow& error) {
    return Trouble{Failure(Kind::corrupt, error.what()), Trouble::Scope::job};
  } catch (const base::FailureError& error) {
    return Trouble{error.failure(), Trouble::Scope::job};
  } catch (const std::exception& error) {
    return Trouble{Failure(Kind::internal, error.what()), Trouble::Scope::job};
  }
}

}  // namespace hub::store
