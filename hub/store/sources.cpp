#include "hub/store/sources.hpp"

namespace hub::store {
namespace {

constexpr std::string_view feeds_table = "feeds";

Feed feed_from(const Cursor& row) {
  return {.row = row.row<FeedRow>(0),
          .source = static_cast<SourceId>(row.integer(1)),
          .name = std::string(row.text(2)),
          .cursor = std::string(row.text(3)),
          .etag = std::string(row.text(4)),
          .applied_at = row.time_or_null(5)};
}

/// A feed has no UUID: a seal is bound to its row's number.
base::UuidBytes place_of(FeedRow feed) {
  base::UuidBytes bytes{};
  for (std::size_t i = 0; i < sizeof feed.value; ++i)
    bytes[i] = static_cast<std::uint8_t>(feed.value >> (8 * i));
  return bytes;
}

Source source_from(const Cursor& row) {
  return {.id = static_cast<SourceId>(row.integer(0)),
          .name = std::string(row.text(1)),
          .paused_at = row.time_or_null(2),
          .paused_reason = std::string(row.text(3))};
}

}  // namespace

FeedRow ensure_feed(Transaction& transaction, std::string_view source, std::string_view feed) {
  const auto known = transaction.integer(
      "SELECT f.id FROM feeds f JOIN sources s ON s.id = f.source WHERE s.name = ? AND f.name = ?",
      {source, feed});
  if (known) return {*known};
  transaction.upkeep("INSERT OR IGNORE INTO sources (name) VALUES (?)", {source});
  transaction.upkeep("INSERT INTO feeds (source, name) SELECT id, ? FROM sources WHERE name = ?",
                     {feed, source});
  return ensure_feed(transaction, source, feed);
}

std::vector<Source> list_sources(Reader& reader) {
  Cursor rows =
      reader.query("SELECT id, name, paused_at, paused_reason FROM sources ORDER BY name");
  std::vector<Source> sources;
  while (rows.next())
    sources.push_back(source_from(rows));
  return sources;
}

std::optional<Source> find_source(Reader& reader, std::string_view name) {
  Cursor rows =
      reader.query("SELECT id, name, paused_at, paused_reason FROM sources WHERE name = ?", {name});
  return rows.next() ? std::optional(source_from(rows)) : std::nullopt;
}

std::string name_of_source(Reader& reader, SourceId source) {
  Cursor rows = reader.query("SELECT name FROM sources WHERE id = ?", {source});
  return rows.next() ? std::string(rows.text(0)) : std::string();
}

std::vector<Feed> list_feeds(Reader& reader) {
  Cursor rows =
      reader.query("SELECT id, source, name, cursor, etag, applied_at FROM feeds ORDER BY id");
  std::vector<Feed> feeds;
  while (rows.next())
    feeds.push_back(feed_from(rows));
  return feeds;
}

std::optional<Feed> read_feed(Reader& reader, FeedRow feed) {
  Cursor rows = reader.query(
      "SELECT id, source, name, cursor, etag, applied_at FROM feeds WHERE id = ?", {feed});
  return rows.next() ? std::optional(feed_from(rows)) : std::nullopt;
}

bool pause_source(Transaction& transaction, std::string_view name, std::string_view reason) {
  return transaction.execute(
             "UPDATE sources SET paused_at = ?, paused_reason = ? "
             "WHERE name = ? AND paused_at IS NULL",
             {transaction.now(), reason, name}) > 0;
}

bool resume_source(Transaction& transaction, std::string_view name) {
  return transaction.execute(
             "UPDATE sources SET paused_at = NULL, paused_reason = '' "
             "WHERE name = ? AND paused_at IS NOT NULL",
             {name}) > 0;
}

void keep_poll_state(Transaction& transaction, FeedRow feed, std::string_view cursor,
                     std::string_view etag) {
  transaction.upkeep("UPDATE feeds SET cursor = ?, etag = ? WHERE id = ?", {cursor, etag, feed});
}

std::string newest_order(Reader& reader, FeedRow feed) {
  Cursor rows = reader.query("SELECT order_key FROM feeds WHERE id = ?", {feed});
  if (!rows.next() || rows.blob(0).empty()) return {};
  return std::string(reader.open(feeds_table, place_of(feed), rows.blob(0)).look_inside());
}

void mark_applied(Transaction& transaction, FeedRow feed, std::string_view order_key) {
  transaction.execute("UPDATE feeds SET applied_at = ? WHERE id = ?", {transaction.now(), feed});
  if (order_key.empty() || order_key <= newest_order(transaction, feed)) return;
  transaction.execute("UPDATE feeds SET order_key = ? WHERE id = ?",
                      {blob_of(transaction.seal(feeds_table, place_of(feed), order_key)), feed});
}

}  // namespace hub::store
