#include "hub/store/api_keys.hpp"

namespace hub::store {
namespace {

#define TSUNAGU_API_KEY \
  "SELECT id, uuid, partner, prefix, verifier, until_day, made_at, revoked_at FROM api_keys "

StoredApiKey key_from(const Cursor& rows) {
  return {.row = rows.row<ApiKeyRow>(0),
          .id = rows.id<ApiKeyId>(1),
          .of = {std::string(rows.text(2)), std::string(rows.text(3)), rows.bytes<16>(4),
                 std::string(rows.text(5))},
          .made_at = rows.time(6),
          .revoked_at = rows.time_or_null(7)};
}

}  // namespace

ApiKeyId add_api_key(Transaction& transaction, const NewApiKey& key, std::string_view by) {
  const auto id = transaction.new_id<ApiKeyId>();
  transaction.execute(
      "INSERT INTO api_keys (uuid, partner, prefix, verifier, until_day, made_at, made_by) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, key.partner, key.prefix, key.verifier, key.until_day, transaction.now(), by});
  return id;
}

void end_api_key(Transaction& transaction, ApiKeyRow row, std::string_view until_day) {
  transaction.execute("UPDATE api_keys SET until_day = min(until_day, ?) WHERE id = ?",
                      {until_day, row});
}

bool revoke_api_key(Transaction& transaction, ApiKeyRow row) {
  return transaction.execute(
             "UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
             {transaction.now(), row}) > 0;
}

std::optional<StoredApiKey> find_api_key(Reader& reader, std::string_view prefix) {
  Cursor rows = reader.query(TSUNAGU_API_KEY "WHERE prefix = ?", {prefix});
  return rows.next() ? std::optional(key_from(rows)) : std::nullopt;
}

std::vector<StoredApiKey> list_api_keys(Reader& reader) {
  std::vector<StoredApiKey> keys;
  Cursor rows = reader.query(TSUNAGU_API_KEY "ORDER BY partner, id");
  while (rows.next())
    keys.push_back(key_from(rows));
  return keys;
}

}  // namespace hub::store
