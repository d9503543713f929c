#include "hub/store/audit_notes.hpp"

namespace hub::store {

void keep_note(Transaction& tx, std::int64_t seq, std::string_view note) {
  tx.upkeep("INSERT INTO audit_notes (seq, at, note) VALUES (?, ?, ?)", {seq, tx.now(), note});
}

std::vector<std::string> list_notes(Reader& reader, std::string_view origin) {
  std::vector<std::string> notes;
  Cursor rows = reader.query("SELECT note FROM audit_notes ORDER BY id");
  while (rows.next()) {
    const std::string_view note = rows.text(0);
    if (note.substr(0, note.find('\n')) == origin) notes.emplace_back(note);
  }
  return notes;
}

std::optional<std::string> last_note(Reader& reader) {
  Cursor row = reader.query("SELECT note FROM audit_notes ORDER BY id DESC LIMIT 1");
  return row.next() ? std::optional(std::string(row.text(0))) : std::nullopt;
}

std::int64_t noted_rows(Reader& reader) {
  return reader.integer("SELECT max(seq) FROM audit_notes").value_or(0);
}

}  // namespace hub::store
