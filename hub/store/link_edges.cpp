#include "hub/store/link_edges.hpp"

namespace hub::store {
namespace {

void drop(Transaction& transaction, RecordRow record, RecordRow other) {
  transaction.execute("DELETE FROM link_edges WHERE record = ? AND other = ?", {record, other});
}

void put(Transaction& transaction, RecordRow record, const LinkEdge& edge, RecordRow other) {
  transaction.execute(
      "INSERT OR REPLACE INTO link_edges (record, other, bond, score, doubt) "
      "VALUES (?, ?, ?, ?, ?)",
      {record, other, edge.bond, edge.score, edge.doubt});
}

std::optional<std::uint8_t> doubt_from(const Cursor& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return static_cast<std::uint8_t>(row.integer(column));
}

}  // namespace

std::vector<LinkEdge> edges_of(Reader& reader, RecordRow record) {
  Cursor rows = reader.query(
      "SELECT other, bond, score, doubt FROM link_edges WHERE record = ? ORDER BY other", {record});
  std::vector<LinkEdge> edges;
  while (rows.next())
    edges.push_back({rows.row<RecordRow>(0), static_cast<std::uint8_t>(rows.integer(1)),
                     static_cast<std::int32_t>(rows.integer(2)), doubt_from(rows, 3)});
  return edges;
}

void change_edges(Transaction& transaction, RecordRow record, const std::vector<LinkEdge>& before,
                  const std::vector<LinkEdge>& after) {
  auto old = before.begin();
  for (const auto& edge : after) {
    for (; old != before.end() && old->other < edge.other; ++old) {
      drop(transaction, record, old->other);
      drop(transaction, old->other, record);
    }
    const bool known = old != before.end() && old->other == edge.other;
    if (!known || *old != edge) {
      put(transaction, record, edge, edge.other);
      put(transaction, edge.other, edge, record);
    }
    if (known) ++old;
  }
  for (; old != before.end(); ++old) {
    drop(transaction, record, old->other);
    drop(transaction, old->other, record);
  }
}

void set_doubt(Transaction& transaction, RecordRow one, RecordRow other,
               std::optional<std::uint8_t> doubt) {
  transaction.execute(
      "UPDATE link_edges SET doubt = ?3 "
      "WHERE (record = ?1 AND other = ?2) OR (record = ?2 AND other = ?1)",
      {one, other, doubt});
}

void each_asked(Reader& reader, const std::function<bool(const AskedPair&)>& see) {
  Cursor rows = reader.query(
      "SELECT record, other, score, doubt FROM link_edges "
      "WHERE doubt IS NOT NULL AND record < other ORDER BY score DESC");
  while (rows.next()) {
    const AskedPair pair{rows.row<RecordRow>(0), rows.row<RecordRow>(1),
                         static_cast<std::int32_t>(rows.integer(2)),
                         static_cast<std::uint8_t>(rows.integer(3))};
    if (!see(pair)) return;
  }
}

}  // namespace hub::store
