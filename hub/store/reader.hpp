// A consistent view of the store. Repositories read through it; a `Transaction` is one that may
// write. One thread at a time.
#pragma once

#include <initializer_list>
#include <stdexcept>

#include "hub/crypto/keys.hpp"
#include "hub/store/sql.hpp"

namespace hub::store {

class Connection;

class Reader {
 public:
  Reader(Connection& connection, const crypto::Keys& keys) : connection_(connection), keys_(keys) {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The statement is prepared once for each connection.
  [[nodiscard]] Cursor query(Sql sql, std::initializer_list<Bind> values = {});
  /// The first column of the first row, or nothing.
  [[nodiscard]] std::optional<std::int64_t> integer(Sql sql,
                                                    std::initializer_list<Bind> values = {});
  [[nodiscard]] const crypto::Keys& keys() const noexcept { return keys_; }

  /// Opens a sealed column; throws `CorruptRow` where it was changed or moved.
  [[nodiscard]] crypto::Opened open(std::string_view table, const base::UuidBytes& row,
                                    std::string_view sealed, std::int64_t part = 0) const;

 protected:
  Connection& connection_;

 private:
  const crypto::Keys& keys_;
};

/// A stored row that fails its own check. Becomes `Kind::corrupt` at the edge of the store.
class CorruptRow : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace hub::store
