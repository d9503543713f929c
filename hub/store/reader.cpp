#include "hub/store/reader.hpp"

#include "hub/store/connection.hpp"

namespace hub::store {
namespace {

std::span<const Bind> span_of(std::initializer_list<Bind> values) {
  return {values.begin(), values.size()};
}

}  // namespace

Cursor Reader::query(Sql sql, std::initializer_list<Bind> values) {
  return connection_.query(sql, span_of(values));
}

std::optional<std::int64_t> Reader::integer(Sql sql, std::initializer_list<Bind> values) {
  Cursor cursor = query(sql, values);
  if (!cursor.next() || cursor.is_null(0)) return std::nullopt;
  return cursor.integer(0);
}

crypto::Opened Reader::open(std::string_view table, const base::UuidBytes& row,
                            std::string_view sealed, std::int64_t part) const {
  auto opened = keys_.sealer().open({table, crypto::text_of(crypto::ByteView(row)), part}, sealed);
  if (!opened) throw CorruptRow(opened.error().text() + " (row " + base::to_text(row) + ")");
  return std::move(*opened);
}

}  // namespace hub::store
