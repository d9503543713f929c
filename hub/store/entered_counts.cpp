#include "hub/store/entered_counts.hpp"

namespace hub::store {

void enter_count(Transaction& transaction, int year, std::string_view name, std::int64_t count,
                 std::string_view by) {
  transaction.execute(
      "INSERT INTO entered_counts (year, name, count, entered_by, entered_at) "
      "VALUES (?, ?, ?, ?, ?)",
      {year, name, count, by, transaction.now()});
}

std::optional<std::int64_t> entered_count(Reader& reader, int year, std::string_view name) {
  return reader.integer(
      "SELECT count FROM entered_counts WHERE year = ? AND name = ? ORDER BY id DESC LIMIT 1",
      {year, name});
}

}  // namespace hub::store
