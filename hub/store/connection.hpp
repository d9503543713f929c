// One SQLite connection with its kept statements. Only inside hub/store.
#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <unordered_map>

#include "hub/base/limits.hpp"
#include "hub/base/result.hpp"
#include "hub/store/sql.hpp"

namespace SQLite {
class Database;
}

namespace hub::store {

/// Pages that the writing connection keeps.
inline constexpr std::size_t writer_page_bytes = 28 * base::limits::mebibyte;

class Connection {
 public:
  enum class Role { writer, reader };

  /// Opens and configures; a writer creates the file. Throws SQLite::Exception.
  Connection(const std::filesystem::path& file, Role role);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Cursor query(Sql sql, std::span<const Bind> values);
  /// Runs to the end; returns how many rows changed.
  std::int64_t execute(Sql sql, std::span<const Bind> values);
  std::int64_t execute(Sql sql, std::initializer_list<Bind> values = {}) {
    return execute(sql, std::span<const Bind>(values.begin(), values.size()));
  }
  [[nodiscard]] std::int64_t integer(Sql sql);
  [[nodiscard]] std::string text(Sql sql);
  /// Statements of ours that bind nothing (a migration's).
  void script(const std::string& statements);

  [[nodiscard]] std::int64_t last_row() const;
  /// Whether a transaction is open: an error may have ended it.
  [[nodiscard]] bool in_transaction() const;
  /// Frees the pages that are kept of what was read; between transactions.
  void forget_pages() noexcept;
  /// Pages in the log that no checkpoint has put away yet.
  [[nodiscard]] std::int64_t log_pages() const noexcept {
    return log_pages_ < put_away_ ? log_pages_ : log_pages_ - put_away_;
  }
  void log_was_put_away(std::int64_t pages) noexcept {
    put_away_ = pages;
    if (pages == 0) log_pages_ = 0;
  }
  [[nodiscard]] SQLite::Database& handle() noexcept { return *database_; }

 private:
  void configure(Role role);
  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<const char*, std::unique_ptr<KeptStatement>> kept_;
  std::int64_t log_pages_ = 0;
  std::int64_t put_away_ = 0;
};

/// What the store's code threw, in our words; names no value.
struct Trouble {
  enum class Scope {
    job,      ///< this job alone failed
    batch,    ///< the transaction is lost: the disk is full
    process,  ///< an I/O error or damage: nothing more may be written (SAFETY 4)
  };
  base::Failure failure;
  Scope scope = Scope::job;
};

/// Runs `work` and catches what it throws: the job runner's place to catch.
std::optional<Trouble> trouble_in(const std::function<void()>& work);

}  // namespace hub::store
