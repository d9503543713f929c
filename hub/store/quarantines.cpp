#include "hub/store/quarantines.hpp"

namespace hub::store {

void quarantine_adapter(Transaction& transaction, std::string_view source,
                        const QuarantineRow& row) {
  transaction.execute(
      "INSERT INTO adapter_quarantines (source, since, cause, code, fault) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT DO NOTHING",
      {source, row.since, row.cause, row.code, row.fault});
}

std::optional<QuarantineRow> find_quarantine(Reader& reader, std::string_view source) {
  Cursor rows = reader.query(
      "SELECT since, cause, code, fault FROM adapter_quarantines WHERE source = ?", {source});
  if (!rows.next()) return std::nullopt;
  return QuarantineRow{rows.time(0), std::string(rows.text(1)), static_cast<int>(rows.integer(2)),
                       std::string(rows.text(3))};
}

bool release_quarantine(Transaction& transaction, std::string_view source) {
  return transaction.execute("DELETE FROM adapter_quarantines WHERE source = ?", {source}) > 0;
}

}  // namespace hub::store
