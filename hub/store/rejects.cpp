#include "hub/store/rejects.hpp"

#include "hub/store/arrivals.hpp"

namespace hub::store {

void add_reject(Transaction& transaction, ArrivalRow arrival, const Reject& reject) {
  transaction.execute(
      "INSERT INTO rejects (arrival, line, column_name, code, reason) VALUES (?, ?, ?, ?, ?)",
      {arrival, reject.line, reject.column, reject.code, reject.reason});
}

std::vector<Reject> list_rejects(Reader& reader, ArrivalRow arrival, std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT line, column_name, code, reason FROM rejects WHERE arrival = ? "
      "ORDER BY line, id LIMIT ?",
      {arrival, at_most});
  std::vector<Reject> rejects;
  while (rows.next())
    rejects.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                       std::string(rows.text(3))});
  return rejects;
}

void quarantine(Transaction& transaction, const QuarantineEntry& entry) {
  transaction.execute("DELETE FROM arrival_chunks WHERE arrival = ?", {entry.arrival});
  transaction.execute("DELETE FROM rejects WHERE arrival = ?", {entry.arrival});
  transaction.execute(
      "UPDATE arrivals SET state = ?, reason = 'mynumber', name = x'', finished_at = ? WHERE id = "
      "?",
      {static_cast<int>(ArrivalState::quarantined), transaction.now(), entry.arrival});
  transaction.execute(
      "INSERT INTO quarantine (at, source, arrival, sha256, line, column_name) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {transaction.now(), entry.source, or_null(entry.arrival), entry.sha256, entry.line,
       entry.column});
}

std::vector<QuarantineEntry> list_quarantine(Reader& reader, std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT at, source, arrival, sha256, line, column_name FROM quarantine "
      "ORDER BY id DESC LIMIT ?",
      {at_most});
  std::vector<QuarantineEntry> entries;
  while (rows.next())
    entries.push_back({.at = rows.time(0),
                       .source = static_cast<SourceId>(rows.integer(1)),
                       .arrival = rows.row<ArrivalRow>(2),
                       .sha256 = rows.bytes<32>(3),
                       .line = rows.integer(4),
                       .column = std::string(rows.text(5))});
  return entries;
}

}  // namespace hub::store
