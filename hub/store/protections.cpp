#include "hub/store/protections.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "protections";

using ProtectionId = base::Id<struct ProtectionTag>;

}  // namespace

ProtectionRow put_protection(Transaction& transaction, const NewProtection& entry,
                             ArrivalRow arrival) {
  const auto key = transaction.keys().tokens(crypto::Purpose::record_key).wide(entry.key);
  transaction.execute(
      "UPDATE protections SET ended_at = ? WHERE feed = ? AND key = ? AND ended_at IS NULL",
      {transaction.now(), entry.feed, key});
  const auto id = transaction.new_id<ProtectionId>();
  const std::string body = transaction.seal(table, id.bytes(), entry.body);
  const auto row = transaction.insert<ProtectionRow>(
      "INSERT INTO protections (uuid, feed, key, from_day, until_day, arrival, body) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {id, entry.feed, key, entry.from_day, entry.until_day, arrival, blob_of(body)});
  for (const SideToken& token : entry.tokens)
    transaction.execute(
        "INSERT OR IGNORE INTO protection_tokens (token, side, protection) VALUES (?, ?, ?)",
        {token.token, static_cast<int>(token.side), row});
  return row;
}

std::int64_t end_others(Transaction& transaction, FeedRow feed, ArrivalRow arrival) {
  return transaction.execute(
      "UPDATE protections SET ended_at = ? WHERE feed = ? AND arrival <> ? AND ended_at IS NULL",
      {transaction.now(), feed, arrival});
}

std::vector<Protection> protections_with(Reader& reader, const std::vector<crypto::Token>& tokens,
                                         std::string_view day) {
  std::vector<Protection> found;
  for (const crypto::Token token : tokens) {
    Cursor rows = reader.query(
        "SELECT p.id, p.from_day, p.until_day, t.side, p.uuid, p.body "
        "FROM protection_tokens t JOIN protections p ON p.id = t.protection "
        "WHERE t.token = ?1 AND p.ended_at IS NULL AND p.from_day <= ?2 "
        "AND (p.until_day = '' OR p.until_day >= ?2)",
        {token, day});
    while (rows.next())
      found.push_back({.row = rows.row<ProtectionRow>(0),
                       .from_day = std::string(rows.text(1)),
                       .until_day = std::string(rows.text(2)),
                       .side = static_cast<Side>(rows.integer(3)),
                       .body = reader.open(table, rows.bytes<16>(4), rows.blob(5))});
  }
  return found;
}

std::vector<crypto::Token> tokens_in_force(Reader& reader, Side side, std::string_view day) {
  Cursor rows = reader.query(
      "SELECT DISTINCT t.token FROM protection_tokens t JOIN protections p ON p.id = t.protection "
      "WHERE t.side = ?2 AND p.ended_at IS NULL AND p.from_day <= ?1 "
      "AND (p.until_day = '' OR p.until_day >= ?1) ORDER BY t.token",
      {day, static_cast<int>(side)});
  std::vector<crypto::Token> tokens;
  while (rows.next())
    tokens.push_back(rows.integer(0));
  return tokens;
}

std::int64_t state_of_register(Reader& reader) {
  return reader
      .integer(
          "SELECT coalesce(max(arrival), 0) * 1000003 + count(*) FROM protections "
          "WHERE ended_at IS NULL")
      .value_or(0);
}

bool protects_anybody(Reader& reader, std::string_view day) {
  return reader
      .integer(
          "SELECT 1 FROM protections WHERE ended_at IS NULL AND from_day <= ?1 "
          "AND (until_day = '' OR until_day >= ?1) LIMIT 1",
          {day})
      .has_value();
}

std::vector<ProtectionRow> held_protections(Reader& reader, FeedRow feed, std::string_view day) {
  Cursor rows = reader.query(
      "SELECT id FROM protections WHERE feed = ?1 AND ended_at IS NULL "
      "AND (until_day = '' OR until_day >= ?2)",
      {feed, day});
  std::vector<ProtectionRow> held;
  while (rows.next())
    held.push_back(rows.row<ProtectionRow>(0));
  return held;
}

std::vector<ProtectionRow> protections_turned(Reader& reader, std::string_view day,
                                              std::string_view other_day) {
  Cursor rows = reader.query(
      "SELECT id FROM protections WHERE ended_at IS NULL AND "
      "(from_day <= ?1 AND (until_day = '' OR until_day >= ?1)) <> "
      "(from_day <= ?2 AND (until_day = '' OR until_day >= ?2))",
      {day, other_day});
  std::vector<ProtectionRow> turned;
  while (rows.next())
    turned.push_back(rows.row<ProtectionRow>(0));
  return turned;
}

std::vector<crypto::Token> tokens_of(Reader& reader, ProtectionRow row, Side side) {
  std::vector<crypto::Token> tokens;
  Cursor rows =
      reader.query("SELECT token FROM protection_tokens WHERE protection = ? AND side = ?",
                   {row, static_cast<int>(side)});
  while (rows.next())
    tokens.push_back(rows.integer(0));
  return tokens;
}

}  // namespace hub::store
