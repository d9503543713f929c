// Only inside hub/store: what Cursor and Connection share.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace hub::store {

/// SQLite's own, not SQLiteCpp's Statement: that one counts references for each column of each row,
/// and copies each bound text twice.
struct KeptStatement {
  KeptStatement(sqlite3* database, const char* text) {
    const int code = sqlite3_prepare_v2(database, text, -1, &statement, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(database, code);
  }
  ~KeptStatement() { sqlite3_finalize(statement); }
  KeptStatement(const KeptStatement&) = delete;
  KeptStatement& operator=(const KeptStatement&) = delete;

  sqlite3_stmt* statement = nullptr;
  bool busy = false;
  bool has_row = false;
  bool done = false;
};

}  // namespace hub::store
