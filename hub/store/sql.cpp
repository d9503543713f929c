#include "hub/store/sql.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>

#include "hub/store/kept_statement.hpp"
#include "hub/store/reader.hpp"

namespace hub::store {
namespace {

// Ids and tokens are copied, so that a cursor may outlive them; bodies are bound where they stand.
constexpr std::size_t copied_bytes = 64;

void bind_blob(SQLite::Statement& statement, int index, const Bind& value) {
  const void* data = value.data() != nullptr ? value.data() : "";  // empty is not NULL
  const int size = static_cast<int>(value.size());
  if (value.size() <= copied_bytes)
    statement.bind(index, data, size);
  else
    statement.bindNoCopy(index, data, size);
}

void bind(SQLite::Statement& statement, int index, const Bind& value) {
  switch (value.type()) {
    case Bind::Type::null:
      return statement.bind(index);
    case Bind::Type::integer:
      return statement.bind(index, value.integer());
    case Bind::Type::text:
      return statement.bind(index,
                            std::string(static_cast<const char*>(value.data()), value.size()));
    case Bind::Type::blob:
      return bind_blob(statement, index, value);
  }
}

void bind_all(KeptStatement& kept, std::span<const Bind> values) {
  kept.busy = true;
  int index = 0;
  for (const Bind& value : values)
    bind(kept.statement, ++index, value);
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
  kept_.statement.tryReset();
  kept_.busy = false;
}

bool Cursor::next() {
  return kept_.statement.executeStep();
}

bool Cursor::is_null(int column) const {
  return kept_.statement.getColumn(column).isNull();
}

std::int64_t Cursor::integer(int column) const {
  return kept_.statement.getColumn(column).getInt64();
}

std::string_view Cursor::text(int column) const {
  return blob(column);
}

std::string_view Cursor::blob(int column) const {
  const SQLite::Column value = kept_.statement.getColumn(column);
  const void* data = value.getBlob();
  return {static_cast<const char*>(data), static_cast<std::size_t>(value.getBytes())};
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
