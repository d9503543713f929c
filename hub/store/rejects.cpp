#include "hub/store/rejects.hpp"

#include "hub/store/arrivals.hpp"

namespace hub::store {

namespace {

void add(Transaction& transaction, ArrivalRow arrival, const Reject& remark, bool warning) {
  transaction.execute(
      "INSERT INTO rejects (arrival, line, column_name, code, reason, warning) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {arrival, remark.line, remark.column, remark.code, remark.reason, warning ? 1 : 0});
}

std::vector<Reject> list(Reader& reader, ArrivalRow arrival, std::size_t at_most, bool warnings) {
  Cursor rows = reader.query(
      "SELECT line, column_name, code, reason FROM rejects WHERE arrival = ? AND warning = ? "
      "ORDER BY line, id LIMIT ?",
      {arrival, warnings ? 1 : 0, at_most});
  std::vector<Reject> remarks;
  while (rows.next())
    remarks.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                       std::string(rows.text(3))});
  return remarks;
}

}  // namespace

void add_reject(Transaction& transaction, ArrivalRow arrival, const Reject& reject) {
  add(transaction, arrival, reject, false);
}

std::vector<Reject> list_rejects(Reader& reader, ArrivalRow arrival, std::size_t at_most) {
  return list(reader, arrival, at_most, false);
}

void add_warning(Transaction& transaction, ArrivalRow arrival, const Reject& warning) {
  add(transaction, arrival, warning, true);
}

std::vector<Reject> list_warnings(Reader& reader, ArrivalRow arrival, std::size_t at_most) {
  return list(reader, arrival, at_most, true);
}

void forget_remarks(Transaction& transaction, ArrivalRow arrival) {
  transaction.execute("DELETE FROM rejects WHERE arrival = ?", {arrival});
}

void quarantine(Transaction& transaction, const QuarantineEntry& entry) {
  transaction.execute("DELETE FROM arrival_chunks WHERE arrival = ?", {entry.arrival});
  transaction.execute("DELETE FROM rejects WHERE arrival = ?", {entry.arrival});
  transaction.execute(
      "UPDATE arrivals SET state = ?, reason = 'mynumber', name = x'', order_key = x'', "
      "finished_at = ? WHERE id = ?",
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
