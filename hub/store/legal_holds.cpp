#include "hub/store/legal_holds.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "legal_holds";

}  // namespace

HoldId place_hold(Transaction& transaction, PersonRow person, std::string_view document,
                  std::string_view by) {
  const auto id = transaction.new_id<HoldId>();
  const std::string sealed = transaction.seal(table, id.bytes(), document);
  transaction.execute(
      "INSERT INTO legal_holds (uuid, person, placed_at, placed_by, document) "
      "VALUES (?, ?, ?, ?, ?)",
      {id, person, transaction.now(), by, blob_of(sealed)});
  return id;
}

bool lift_hold(Transaction& transaction, const HoldId& id, std::string_view by) {
  return transaction.execute(
             "UPDATE legal_holds SET lifted_at = ?, lifted_by = ? "
             "WHERE uuid = ? AND lifted_at IS NULL",
             {transaction.now(), by, id}) > 0;
}

std::vector<LegalHold> list_holds(Reader& reader) {
  std::vector<LegalHold> holds;
  Cursor rows = reader.query(
      "SELECT id, uuid, person, placed_at, placed_by, document FROM legal_holds "
      "WHERE lifted_at IS NULL ORDER BY id");
  while (rows.next()) {
    const auto id = rows.id<HoldId>(1);
    const auto document = reader.open(table, id.bytes(), rows.blob(5));
    holds.push_back({rows.row<HoldRow>(0), id, rows.row<PersonRow>(2), rows.time(3),
                     std::string(rows.text(4)), std::string(document.look_inside())});
  }
  return holds;
}

}  // namespace hub::store
