#include <sqlite3.h>

#include <filesystem>

#include "hub/verify/log.hpp"

namespace hub::verify {
namespace {

/// `file:…?immutable=1`: no lock, no journal, nothing written beside the file.
std::string uri_of(const std::string& file) {
  std::string uri = "file:";
  for (const char c : file) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr std::string_view digits = "0123456789ABCDEF";
      uri.append(1, '%').append(1, digits[static_cast<unsigned char>(c) >> 4]);
      uri.append(1, digits[static_cast<unsigned char>(c) & 15]);
    } else {
      uri.push_back(c);
    }
  }
  return uri + "?mode=ro&immutable=1";
}

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK)
      throw Unreadable(std::string("no audit log that this program knows: ") +
                       sqlite3_errmsg(database));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  bool next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw Unreadable(std::string("the file is damaged: ") + sqlite3_errmsg(database_));
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::string_view bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class Connection {
 public:
  explicit Connection(const std::string& file) {
    const int code = sqlite3_open_v2(uri_of(file).c_str(), &database_,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    if (code != SQLITE_OK) {
      sqlite3_close(database_);
      throw Unreadable("cannot open " + file);
    }
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  }
  ~Connection() { sqlite3_close(database_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  [[nodiscard]] sqlite3* get() const noexcept { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

class DatabaseLog final : public Log {
 public:
  explicit DatabaseLog(const std::string& file)
      : connection_(file),
        rows_(connection_.get(),
              "SELECT l.seq, l.at, l.entry, l.chain, c.salt, c.contents FROM audit_log l "
              "LEFT JOIN audit_contents c ON c.seq = l.seq ORDER BY l.seq") {}

  bool next(Row& row) override {
    if (!rows_.next()) return false;
    row = {rows_.integer(0), rows_.integer(1), rows_.bytes(2),   rows_.bytes(3),
           rows_.bytes(4),   rows_.bytes(5),   !rows_.is_null(4)};
    return true;
  }
  std::optional<End> end() override {
    Statement head(connection_.get(), "SELECT seq, chain FROM audit_head");
    if (!head.next()) return End{};
    return End{head.integer(0), std::string(head.bytes(1))};
  }
  std::vector<std::string> notes() override {
    std::vector<std::string> out;
    Statement notes(connection_.get(), "SELECT note FROM audit_notes ORDER BY id");
    while (notes.next())
      out.emplace_back(notes.bytes(0));
    return out;
  }

 private:
  Connection connection_;
  Statement rows_;
};

}  // namespace

std::unique_ptr<Log> open_database(const std::string& file) {
  std::error_code error;
  const auto waiting = std::filesystem::file_size(file + "-wal", error);
  if (!error && waiting > 0)
    throw Unreadable(file +
                     "-wal is not empty: a daemon runs on it or was killed. Verify a backup " +
                     "(tsunagu backup), or start and stop the daemon first");
  return std::make_unique<DatabaseLog>(file);
}

}  // namespace hub::verify
