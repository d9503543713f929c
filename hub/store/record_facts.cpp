#include "hub/store/record_facts.hpp"

namespace hub::store {
namespace {

// The seal is the record's; its body is part 0.
constexpr std::string_view table = "records";
constexpr std::int64_t part = 1;

crypto::Opened open_facts(Reader& reader, const Cursor& rows, int first) {
  return reader.open(table, rows.bytes<16>(first), rows.blob(first + 1), part);
}

std::optional<std::string> renewed(const Transaction& transaction, const base::RecordId& id,
                                   std::string_view sealed) {
  return transaction.keys().sealer().renewed(
      {table, crypto::text_of(crypto::ByteView(id.bytes())), part}, sealed);
}

void change_state(Transaction& transaction) {
  transaction.execute(
      "INSERT INTO meta (name, value) VALUES ('facts_state', '1') "
      "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1");
}

}  // namespace

std::string seal_facts(const crypto::Keys& keys, const base::RecordId& id, std::string_view facts) {
  return keys.sealer().seal({table, crypto::text_of(crypto::ByteView(id.bytes())), part}, facts);
}

void add_facts(Transaction& transaction, RecordRow row, const base::RecordId& id,
               std::string_view sealed) {
  const auto anew = renewed(transaction, id, sealed);
  transaction.execute("INSERT INTO record_facts (id, uuid, facts) VALUES (?, ?, ?)",
                      {row, id, blob_of(anew ? std::string_view(*anew) : sealed)});
}

void put_facts(Transaction& transaction, RecordRow row, const base::RecordId& id,
               std::string_view sealed) {
  const auto anew = renewed(transaction, id, sealed);
  transaction.execute("INSERT OR REPLACE INTO record_facts (id, uuid, facts) VALUES (?, ?, ?)",
                      {row, id, blob_of(anew ? std::string_view(*anew) : sealed)});
  change_state(transaction);
}

void drop_facts(Transaction& transaction, RecordRow row) {
  if (transaction.execute("DELETE FROM record_facts WHERE id = ?", {row}) > 0)
    change_state(transaction);
}

std::int64_t state_of_facts(Reader& reader) {
  return reader.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'facts_state'")
      .value_or(0);
}

std::optional<crypto::Opened> facts_of(Reader& reader, RecordRow row) {
  Cursor rows = reader.query("SELECT uuid, facts FROM record_facts WHERE id = ?", {row});
  if (!rows.next()) return std::nullopt;
  return open_facts(reader, rows, 0);
}

std::vector<RecordRow> rows_with_facts(Reader& reader, RecordRow after, std::size_t at_most) {
  Cursor rows = reader.query("SELECT id FROM record_facts WHERE id > ? ORDER BY id LIMIT ?",
                             {after, at_most});
  std::vector<RecordRow> records;
  while (rows.next())
    records.push_back(rows.row<RecordRow>(0));
  return records;
}

std::vector<RecordRow> rows_without_facts(Reader& reader, std::uint8_t kind) {
  Cursor rows = reader.query(
      "SELECT id FROM records WHERE kind = ? AND removed_at IS NULL AND length(body) > 0 "
      "AND id NOT IN (SELECT id FROM record_facts) ORDER BY id",
      {kind});
  std::vector<RecordRow> records;
  while (rows.next())
    records.push_back(rows.row<RecordRow>(0));
  return records;
}

void each_facts(Reader& reader, const std::function<void(RecordRow, const crypto::Opened&)>& see) {
  Cursor rows = reader.query("SELECT id, uuid, facts FROM record_facts ORDER BY id");
  while (rows.next())
    see(rows.row<RecordRow>(0), open_facts(reader, rows, 1));
}

}  // namespace hub::store
