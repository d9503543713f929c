#include "hub/store/known_adapters.hpp"

namespace hub::store {
namespace {

KnownAdapter known_from(const Cursor& row) {
  return {.source = std::string(row.text(0)),
          .adapter = std::string(row.text(1)),
          .version = std::string(row.text(2)),
          .sha256 = row.bytes<32>(3),
          .publisher = std::string(row.text(4)),
          .awaited = row.integer(5) != 0};
}

}  // namespace

std::optional<KnownAdapter> find_known_adapter(Reader& reader, std::string_view source) {
  Cursor rows = reader.query(
      "SELECT source, adapter, version, sha256, publisher, awaited FROM known_adapters "
      "WHERE source = ?",
      {source});
  if (!rows.next()) return std::nullopt;
  return known_from(rows);
}

std::vector<KnownAdapter> list_known_adapters(Reader& reader) {
  Cursor rows = reader.query(
      "SELECT source, adapter, version, sha256, publisher, awaited FROM known_adapters "
      "ORDER BY source");
  std::vector<KnownAdapter> out;
  while (rows.next())
    out.push_back(known_from(rows));
  return out;
}

void know_adapter(Transaction& transaction, const KnownAdapter& adapter) {
  transaction.execute(
      "INSERT INTO known_adapters (source, adapter, version, sha256, publisher, since, awaited) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source) DO UPDATE SET adapter = excluded.adapter, "
      "version = excluded.version, sha256 = excluded.sha256, publisher = excluded.publisher, "
      "since = excluded.since, awaited = excluded.awaited",
      {adapter.source, adapter.adapter, adapter.version, adapter.sha256, adapter.publisher,
       transaction.now(), adapter.awaited ? 1 : 0});
}

bool forget_known_adapter(Transaction& transaction, std::string_view source) {
  return transaction.execute("DELETE FROM known_adapters WHERE source = ?", {source}) > 0;
}

void await_known_adapters(Transaction& transaction) {
  transaction.execute("UPDATE known_adapters SET awaited = 1");
}

}  // namespace hub::store
