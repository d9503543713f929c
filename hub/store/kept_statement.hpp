// Only inside hub/store: what Cursor and Connection share.
#pragma once

#include <SQLiteCpp/Statement.h>

namespace hub::store {

struct KeptStatement {
  KeptStatement(const SQLite::Database& database, const char* text) : statement(database, text) {}

  SQLite::Statement statement;
  bool busy = false;
};

}  // namespace hub::store
