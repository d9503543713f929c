#include "hub/store/adapter_choices.hpp"

namespace hub::store {
namespace {

AdapterChoice choice_from(const Cursor& row) {
  return {.source = std::string(row.text(0)),
          .chosen_by = std::string(row.text(1)),
          .version = std::string(row.text(2)),
          .module = std::string(row.text(3)),
          .mapping = std::string(row.text(4)),
          .base = row.bytes<32>(5),
          .chosen_at = row.time(6)};
}

}  // namespace

void choose_adapter(Transaction& transaction, const AdapterChoice& choice) {
  transaction.execute(
      "INSERT INTO adapter_choices (source, chosen_at, chosen_by, version, module, mapping, base) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {choice.source, transaction.now(), choice.chosen_by, choice.version, choice.module,
       choice.mapping, choice.base});
}

std::vector<AdapterChoice> adapter_choices(Reader& reader, std::string_view source) {
  Cursor rows = reader.query(
      "SELECT source, chosen_by, version, module, mapping, base, chosen_at FROM adapter_choices "
      "WHERE source = ? AND undone_at IS NULL ORDER BY id DESC",
      {source});
  std::vector<AdapterChoice> choices;
  while (rows.next())
    choices.push_back(choice_from(rows));
  return choices;
}

bool undo_adapter_choice(Transaction& transaction, std::string_view source, std::string_view by) {
  return transaction.execute(
             "UPDATE adapter_choices SET undone_at = ?, undone_by = ? WHERE id = "
             "(SELECT max(id) FROM adapter_choices WHERE source = ? AND undone_at IS NULL)",
             {transaction.now(), by, source}) > 0;
}

}  // namespace hub::store
