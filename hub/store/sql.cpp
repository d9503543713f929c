#include "hub/store/sql.hpp"

#include <algorithm>

#include "hub/store/kept_statement.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {
namespace {

// Ids, tokens and text are copied, so that a cursor may outlive them; bodies are bound where they
// stand.
constexpr std::size_t copied_bytes = 64;

int bind_blob(sqlite3_stmt* statement, int index, const Bind& value) {
  const void* data = value.data() != nullptr ? value.data() : "";  // empty is not NULL
  return sqlite3_bind_blob64(statement, index, data, value.size(),
                             value.size() <= copied_bytes ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

int bind_text(sqlite3_stmt* statement, int index, const Bind& value) {
  const auto* text = value.data() != nullptr ? static_cast<const char*>(value.data()) : "";
  return sqlite3_bind_text64(statement, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int bind(sqlite3_stmt* statement, int index, const Bind& value) {
  switch (value.type()) {
    case Bind::Type::null:
      return sqlite3_bind_null(statement, index);
    case Bind::Type::integer:
      return sqlite3_bind_int64(statement, index, value.integer());
    case Bind::Type::text:
      return bind_text(statement, index, value);
    case Bind::Type::blob:
      return bind_blob(statement, index, value);
  }
  return SQLITE_MISUSE;
}

void check(const KeptStatement& kept, int code) {
  if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(kept.statement), code);
}

sqlite3_stmt* row_of(const KeptStatement& kept) {
  if (!kept.has_row) throw SQLite::Exception("a column was read without a row", SQLITE_MISUSE);
  return kept.statement;
}

void bind_all(KeptStatement& kept, std::span<const Bind> values) {
  kept.busy = true;
  int index = 0;
  for (const Bind& value : values)
    check(kept, bind(kept.statement, ++index, value));
}

}  // namespace

Cursor::Cursor(KeptStatement& kept, std::span<const Bind> values) : kept_(kept) {
  bind_all(kept_, values);
}

Cursor::Cursor(std::unique_ptr<KeptStatement> own, std::span<const Bind> values)
    : own_(std::move(own)), kept_(*own_) {
  bind_all(kept_, values);
}

Cursor::~Cursor() {
  sqlite3_reset(kept_.statement);
  kept_.has_row = kept_.done = kept_.busy = false;
}

// SQLite would begin anew where the rows are over.
bool Cursor::next() {
  if (kept_.done) throw SQLite::Exception("the rows of a statement are over", SQLITE_MISUSE);
  const int code = sqlite3_step(kept_.statement);
  kept_.has_row = code == SQLITE_ROW;
  kept_.done = code == SQLITE_DONE;
  if (!kept_.has_row && !kept_.done) check(kept_, code);
  return kept_.has_row;
}

bool Cursor::is_null(int column) const {
  return sqlite3_column_type(row_of(kept_), column) == SQLITE_NULL;
}

std::int64_t Cursor::integer(int column) const {
  return sqlite3_column_int64(row_of(kept_), column);
}

std::string_view Cursor::text(int column) const {
  return blob(column);
}

std::string_view Cursor::blob(int column) const {
  sqlite3_stmt* const row = row_of(kept_);
  const void* data = sqlite3_column_blob(row, column);
  return {static_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

std::optional<base::UtcMillis> Cursor::time_or_null(int column) const {
  return is_null(column) ? std::nullopt : std::optional(time(column));
}

void Cursor::copy(int column, std::span<std::uint8_t> out) const {
  const std::string_view stored = blob(column);
  if (stored.size() != out.size()) throw CorruptRow("a stored id or token has the wrong length");
  std::copy(stored.begin(), stored.end(), out.begin());
}

}  // namespace hub::store
