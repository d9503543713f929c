#include "hub/store/migrations.hpp"

#include <algorithm>
#include <string>

#include "hub/store/connection.hpp"

namespace hub::store {
namespace {

using base::fail;
using base::Kind;
using base::Result;

// The next statement, up to a semicolon at the end of a line; comment lines are dropped.
std::string take_statement(std::string_view& rest) {
  std::string statement;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.substr(0, 2) == "--") continue;
    statement.append(line).append("\n");
    if (!line.empty() && line.back() == ';') break;
  }
  return statement.find_first_not_of('\n') == std::string::npos ? std::string() : statement;
}

void apply(Connection& connection, const Migration& migration, std::size_t version, int& number,
           const std::function<void(int)>& before_statement) {
  const auto run = [&](const std::string& statement) {
    if (before_statement) before_statement(number);
    ++number;
    connection.script(statement);
  };
  run("BEGIN IMMEDIATE");
  std::string_view rest = migration.sql;
  for (std::string statement = take_statement(rest); !statement.empty();
       statement = take_statement(rest))
    run(statement);
  run("PRAGMA user_version=" + std::to_string(version));
  run("COMMIT");
}

}  // namespace

Result<> migrate(Connection& connection, std::span<const Migration> migrations,
                 const std::function<void(int)>& before_statement) {
  const auto stands_at = static_cast<std::size_t>(connection.integer("PRAGMA user_version"));
  if (stands_at > migrations.size())
    return fail(Kind::conflict,
                "the data folder was written by a newer version of this program (schema " +
                    std::to_string(stands_at) + ", this program knows " +
                    std::to_string(migrations.size()) + "); install that version");
  int number = 0;
  for (std::size_t i = stands_at; i < migrations.size(); ++i)
    apply(connection, migrations[i], i + 1, number, before_statement);
  return {};
}

}  // namespace hub::store
