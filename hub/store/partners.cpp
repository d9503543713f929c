#include "hub/store/partners.hpp"

namespace hub::store {

PartnerRow ensure_partner(Transaction& transaction, std::string_view name) {
  const auto known = transaction.integer("SELECT id FROM partners WHERE name = ?", {name});
  if (known) return {*known};
  transaction.upkeep("INSERT INTO partners (name) VALUES (?)", {name});
  return ensure_partner(transaction, name);
}

std::vector<PartnerHealth> list_partners(Reader& reader) {
  Cursor rows = reader.query(
      "SELECT id, name, paused_at, failures, last_ok_at, last_failure_at, last_reason "
      "FROM partners ORDER BY name");
  std::vector<PartnerHealth> partners;
  while (rows.next())
    partners.push_back({.row = rows.row<PartnerRow>(0),
                        .name = std::string(rows.text(1)),
                        .paused_at = rows.time_or_null(2),
                        .failures = rows.integer(3),
                        .last_ok_at = rows.time_or_null(4),
                        .last_failure_at = rows.time_or_null(5),
                        .last_reason = std::string(rows.text(6))});
  return partners;
}

void note_success(Transaction& transaction, std::string_view name) {
  transaction.upkeep("UPDATE partners SET failures = 0, last_ok_at = ? WHERE name = ?",
                     {transaction.now(), name});
}

void note_failure(Transaction& transaction, std::string_view name, std::string_view reason) {
  transaction.upkeep(
      "UPDATE partners SET failures = failures + 1, last_failure_at = ?, last_reason = ? "
      "WHERE name = ?",
      {transaction.now(), reason, name});
}

bool pause_partner(Transaction& transaction, std::string_view name, std::string_view reason) {
  return transaction.execute(
             "UPDATE partners SET paused_at = ?, last_reason = ? "
             "WHERE name = ? AND paused_at IS NULL",
             {transaction.now(), reason, name}) > 0;
}

bool resume_partner(Transaction& transaction, std::string_view name) {
  return transaction.execute(
             "UPDATE partners SET paused_at = NULL, failures = 0 "
             "WHERE name = ? AND paused_at IS NOT NULL",
             {name}) > 0;
}

}  // namespace hub::store
