#include "hub/store/settings.hpp"

namespace hub::store {

std::optional<std::string> read_setting(Reader& reader, std::string_view name) {
  Cursor rows = reader.query("SELECT value FROM meta WHERE name = ?", {name});
  return rows.next() ? std::optional(std::string(rows.text(0))) : std::nullopt;
}

void keep_setting(Transaction& transaction, std::string_view name, std::string_view value) {
  transaction.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", {name, value});
}

void note_setting(Transaction& transaction, std::string_view name, std::string_view value) {
  transaction.upkeep("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", {name, value});
}

}  // namespace hub::store
