// Numbered, never edited after landing. Each runs in one transaction, so it can be killed at any
// statement; an older program refuses a newer schema (SAFETY 10).
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "hub/base/result.hpp"

namespace hub::store {

class Connection;

struct Migration {
  std::string_view name;  ///< `0001_foundation`
  std::string_view sql;   ///< statements, each ending at the end of a line
};

/// hub/store/migrations/*.sql, in order.
std::span<const Migration> embedded_migrations();

/// Brings the schema up to date. `before_statement` is called with the number of each statement in
/// turn: tests stop there. `conflict` where the schema is newer than this program.
base::Result<> migrate(Connection& connection, std::span<const Migration> migrations,
                       const std::function<void(int)>& before_statement = {});

}  // namespace hub::store
