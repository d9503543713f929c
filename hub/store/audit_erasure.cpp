#include "hub/store/audit_erasure.hpp"

namespace hub::store {
namespace {

bool tells_of_an_erasure(std::string_view contents) {
  if (contents.find(audit::erased_action) == std::string_view::npos) return false;
  const auto entry = audit::from_canonical(contents);
  return entry && entry->action == audit::erased_action;
}

void require_no_erasure_in(Reader& reader, const audit::Range& range) {
  Cursor rows = reader.query("SELECT seq, contents FROM audit_contents WHERE seq BETWEEN ? AND ?",
                             {range.first, range.last});
  while (rows.next()) {
    if (!tells_of_an_erasure(rows.blob(1))) continue;
    throw base::FailureError(base::fail(
        base::Kind::conflict,
        "audit row " + std::to_string(rows.integer(0)) + " tells of an erasure; it stays"));
  }
}

}  // namespace

std::vector<audit::Range> erasable_before(Reader& reader, base::UtcMillis before) {
  std::vector<audit::Range> ranges;
  Cursor rows = reader.query(
      "SELECT c.seq, c.contents FROM audit_contents c JOIN audit_log l ON l.seq = c.seq "
      "WHERE l.at < ? ORDER BY c.seq",
      {before});
  while (rows.next()) {
    if (tells_of_an_erasure(rows.blob(1))) continue;
    const std::int64_t seq = rows.integer(0);
    if (!ranges.empty() && ranges.back().last + 1 == seq)
      ranges.back().last = seq;
    else
      ranges.push_back({seq, seq});
  }
  return ranges;
}

std::int64_t erase_contents(Transaction& tx, const std::vector<audit::Range>& rows,
                            std::string_view actor, std::string_view basis) {
  if (rows.empty()) return 0;
  for (const audit::Range& range : rows)
    require_no_erasure_in(tx, range);
  const std::int64_t told_by = tx.audit(audit::erasure_of(rows, actor, basis));
  std::int64_t erased = 0;
  for (const audit::Range& range : rows) {
    tx.execute("INSERT INTO audit_erasures (told_by, first, last) VALUES (?, ?, ?)",
               {told_by, range.first, range.last});
    erased += tx.execute("DELETE FROM audit_contents WHERE seq BETWEEN ? AND ?",
                         {range.first, range.last});
  }
  tx.execute(
      "DELETE FROM audit_subjects WHERE EXISTS (SELECT 1 FROM audit_erasures e "
      "WHERE e.told_by = ? AND e.first <= seq AND e.last >= seq)",
      {told_by});
  return erased;
}

}  // namespace hub::store
