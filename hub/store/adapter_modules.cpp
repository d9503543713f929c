#include "hub/store/adapter_modules.hpp"

namespace hub::store {

void hold_module(Transaction& transaction, const AdapterModule& module) {
  transaction.execute(
      "INSERT INTO adapter_modules (name, note, bytes) VALUES (?, ?, ?) "
      "ON CONFLICT (name) DO UPDATE SET note = excluded.note",
      {module.name, module.note, blob_of(module.bytes)});
}

std::optional<AdapterModule> find_module(Reader& reader, std::string_view name) {
  Cursor rows =
      reader.query("SELECT name, note, bytes FROM adapter_modules WHERE name = ?", {name});
  if (!rows.next()) return std::nullopt;
  return AdapterModule{std::string(rows.text(0)), std::string(rows.text(1)),
                       std::string(rows.blob(2))};
}

}  // namespace hub::store
