#include "hub/store/arrivals.hpp"

#include <array>

namespace hub::store {
namespace {

constexpr std::string_view names_table = "arrivals";
constexpr std::string_view chunks_table = "arrival_chunks";
constexpr std::int64_t order_part = 1;  // of names_table: the name itself is part 0

constexpr std::array<std::string_view, 9> state_names{"arriving", "received",  "decoding",
                                                      "staged",   "paused",    "applied",
                                                      "refused",  "discarded", "quarantined"};

Arrival arrival_from(const Cursor& row) {
  Arrival arrival;
  arrival.row = row.row<ArrivalRow>(0);
  arrival.id = row.id<base::ArrivalId>(1);
  arrival.feed = row.row<FeedRow>(2);
  arrival.received_at = row.time(3);
  arrival.size = row.integer(4);
  arrival.sha256 = row.bytes<32>(5);
  arrival.state = static_cast<ArrivalState>(row.integer(6));
  arrival.reason = row.text(7);
  arrival.adapter_version = row.text(8);
  arrival.counts = {row.integer(9),  row.integer(10), row.integer(11), row.integer(12),
                    row.integer(13), row.integer(14), row.integer(15)};
  arrival.finished_at = row.time_or_null(16);
  arrival.replay_of = {row.is_null(17) ? 0 : row.integer(17)};
  return arrival;
}

std::optional<Arrival> first_of(Cursor& rows) {
  return rows.next() ? std::optional(arrival_from(rows)) : std::nullopt;
}

std::vector<Arrival> all_of(Cursor& rows) {
  std::vector<Arrival> arrivals;
  while (rows.next())
    arrivals.push_back(arrival_from(rows));
  return arrivals;
}

// The columns that arrival_from reads, in its order.
#define TSUNAGU_ARRIVAL                                                                         \
  "SELECT id, uuid, feed, received_at, size, sha256, state, reason, adapter_version, records, " \
  "rejects, added, changed, removed, unchanged, warnings, finished_at, replay_of FROM arrivals "

}  // namespace

std::string_view name_of(ArrivalState state) noexcept {
  return state_names[static_cast<std::size_t>(state) % state_names.size()];
}

bool is_final(ArrivalState state) noexcept {
  return state >= ArrivalState::applied;
}

ArrivalRef begin_arrival(Transaction& transaction, FeedRow feed, std::string_view name) {
  const auto id = transaction.new_id<base::ArrivalId>();
  const auto row = transaction.insert<ArrivalRow>(
      "INSERT INTO arrivals (uuid, feed, received_at, size, sha256, name, state) "
      "VALUES (?, ?, ?, 0, ?, ?, ?)",
      {id, feed, transaction.now(), crypto::Digest{},
       blob_of(transaction.seal(names_table, id.bytes(), name)),
       static_cast<int>(ArrivalState::arriving)});
  return {row, id};
}

std::string seal_chunk(const crypto::Keys& keys, const base::ArrivalId& arrival, std::int64_t part,
                       std::string_view bytes) {
  const std::string_view row = crypto::text_of(crypto::ByteView(arrival.bytes()));
  return keys.sealer().seal({chunks_table, row, part}, bytes);
}

/// Sealed before the writer's turn: anew, where the key has changed since.
static std::optional<std::string> renewed_chunk(Reader& reader, ArrivalRow row, std::int64_t part,
                                                std::string_view sealed) {
  const auto& sealer = reader.keys().sealer();
  if (crypto::Sealer::version_of(sealed) == sealer.version()) return std::nullopt;
  const auto arrival = read_arrival(reader, row);
  if (!arrival) return std::nullopt;
  const auto name = crypto::text_of(crypto::ByteView(arrival->id.bytes()));
  return sealer.renewed({chunks_table, name, part}, sealed);
}

void add_chunk(Transaction& transaction, ArrivalRow arrival, std::int64_t part,
               std::string_view sealed) {
  const auto anew = renewed_chunk(transaction, arrival, part, sealed);
  transaction.execute("INSERT INTO arrival_chunks (arrival, part, body) VALUES (?, ?, ?)",
                      {arrival, part, blob_of(anew ? std::string_view(*anew) : sealed)});
}

void complete_arrival(Transaction& transaction, ArrivalRow arrival, std::int64_t size,
                      const crypto::Digest& sha256) {
  transaction.execute(
      "UPDATE arrivals SET size = ?, sha256 = ?, state = ? WHERE id = ? AND state = ?",
      {size, sha256, static_cast<int>(ArrivalState::received), arrival,
       static_cast<int>(ArrivalState::arriving)});
}

void drop_half_kept(Transaction& transaction, ArrivalRow arrival) {
  transaction.execute("DELETE FROM arrival_chunks WHERE arrival = ?", {arrival});
  transaction.execute("DELETE FROM arrivals WHERE id = ? AND state = ?",
                      {arrival, static_cast<int>(ArrivalState::arriving)});
}

void destroy_bytes(Transaction& transaction, ArrivalRow arrival) {
  transaction.execute("DELETE FROM arrival_chunks WHERE arrival = ?", {arrival});
  transaction.execute("UPDATE arrivals SET name = x'' WHERE id = ?", {arrival});
}

std::int64_t drop_half_kept(Transaction& transaction) {
  constexpr int half = static_cast<int>(ArrivalState::arriving);
  transaction.execute(
      "DELETE FROM arrival_chunks WHERE arrival IN "
      "(SELECT id FROM arrivals WHERE finished_at IS NULL AND state = ?)",
      {half});
  return transaction.execute("DELETE FROM arrivals WHERE finished_at IS NULL AND state = ?",
                             {half});
}

std::optional<crypto::Opened> read_chunk(Reader& reader, const ArrivalRef& arrival,
                                         std::int64_t part) {
  Cursor rows = reader.query("SELECT body FROM arrival_chunks WHERE arrival = ? AND part = ?",
                             {arrival.row, part});
  if (!rows.next()) return std::nullopt;
  return reader.open(chunks_table, arrival.id.bytes(), rows.blob(0), part);
}

crypto::Opened read_name(Reader& reader, const ArrivalRef& arrival) {
  Cursor rows = reader.query("SELECT name FROM arrivals WHERE id = ?", {arrival.row});
  if (!rows.next() || rows.blob(0).empty()) return crypto::Opened("");
  return reader.open(names_table, arrival.id.bytes(), rows.blob(0));
}

std::optional<Arrival> read_arrival(Reader& reader, ArrivalRow row) {
  Cursor rows = reader.query(TSUNAGU_ARRIVAL "WHERE id = ?", {row});
  return first_of(rows);
}

std::optional<Arrival> find_arrival(Reader& reader, const base::ArrivalId& id) {
  Cursor rows = reader.query(TSUNAGU_ARRIVAL "WHERE uuid = ?", {id});
  return first_of(rows);
}

std::optional<Arrival> find_same_bytes(Reader& reader, FeedRow feed, const crypto::Digest& sha256) {
  Cursor rows = reader.query(TSUNAGU_ARRIVAL
                             "WHERE feed = ? AND sha256 = ? AND state BETWEEN 1 AND 5 "
                             "ORDER BY id LIMIT 1",
                             {feed, sha256});
  return first_of(rows);
}

std::optional<Arrival> newest_applied(Reader& reader, FeedRow feed) {
  Cursor rows =
      reader.query(TSUNAGU_ARRIVAL "WHERE feed = ? AND state = ? ORDER BY id DESC LIMIT 1",
                   {feed, static_cast<int>(ArrivalState::applied)});
  return first_of(rows);
}

std::vector<Arrival> list_kept_arrivals(Reader& reader, std::string_view source,
                                        std::size_t at_most) {
  Cursor rows = reader.query(
      TSUNAGU_ARRIVAL
      "WHERE feed IN (SELECT f.id FROM feeds f JOIN sources s ON s.id = f.source WHERE s.name = ?) "
      "AND state IN (?, ?, ?) AND EXISTS (SELECT 1 FROM arrival_chunks c "
      "WHERE c.arrival = arrivals.id) ORDER BY id DESC LIMIT ?",
      {source, static_cast<int>(ArrivalState::paused), static_cast<int>(ArrivalState::applied),
       static_cast<int>(ArrivalState::refused), at_most});
  return all_of(rows);
}

std::vector<Arrival> list_kept_of_feed(Reader& reader, FeedRow feed) {
  Cursor rows = reader.query(
      TSUNAGU_ARRIVAL
      "WHERE feed = ? AND state IN (?, ?) AND replay_of IS NULL "
      "AND EXISTS (SELECT 1 FROM arrival_chunks c "
      "WHERE c.arrival = arrivals.id) ORDER BY id",
      {feed, static_cast<int>(ArrivalState::applied), static_cast<int>(ArrivalState::refused)});
  return all_of(rows);
}

ArrivalRow origin_of(Reader& reader, ArrivalRow arrival) {
  Cursor rows =
      reader.query("SELECT coalesce(replay_of, id) FROM arrivals WHERE id = ?", {arrival});
  return rows.next() ? rows.row<ArrivalRow>(0) : arrival;
}

ArrivalRef bytes_of(Reader& reader, const Arrival& arrival) {
  const auto original =
      arrival.replay_of ? read_arrival(reader, arrival.replay_of) : std::optional<Arrival>();
  return original ? ArrivalRef{original->row, original->id} : ArrivalRef{arrival.row, arrival.id};
}

ArrivalRef begin_replay(Transaction& transaction, const Arrival& original) {
  const auto id = transaction.new_id<base::ArrivalId>();
  const auto row = transaction.insert<ArrivalRow>(
      "INSERT INTO arrivals (uuid, feed, received_at, size, sha256, name, state, replay_of) "
      "VALUES (?, ?, ?, ?, ?, x'', ?, ?)",
      {id, original.feed, original.received_at, original.size, original.sha256,
       static_cast<int>(ArrivalState::received), original.row});
  return {row, id};
}

std::vector<Arrival> list_open_arrivals(Reader& reader) {
  Cursor rows = reader.query(TSUNAGU_ARRIVAL "WHERE finished_at IS NULL ORDER BY id");
  return all_of(rows);
}

std::vector<Arrival> list_arrivals(Reader& reader, std::size_t at_most) {
  Cursor rows = reader.query(TSUNAGU_ARRIVAL "ORDER BY id DESC LIMIT ?", {at_most});
  return all_of(rows);
}

bool set_arrival_state(Transaction& transaction, ArrivalRow arrival, ArrivalState from,
                       ArrivalState to, std::string_view reason) {
  const std::optional<base::UtcMillis> finished =
      is_final(to) ? std::optional(transaction.now()) : std::nullopt;
  return transaction.execute(
             "UPDATE arrivals SET state = ?, reason = ?, finished_at = ? WHERE id = ? AND state = "
             "?",
             {static_cast<int>(to), reason, finished, arrival, static_cast<int>(from)}) > 0;
}

void set_arrival_facts(Transaction& transaction, const ArrivalRef& arrival,
                       std::string_view order_key, std::string_view adapter_version) {
  const auto sealed =
      order_key.empty() ? std::string()
                        : transaction.seal(names_table, arrival.id.bytes(), order_key, order_part);
  transaction.execute("UPDATE arrivals SET order_key = ?, adapter_version = ? WHERE id = ?",
                      {blob_of(sealed), adapter_version, arrival.row});
}

std::string read_order_key(Reader& reader, const ArrivalRef& arrival) {
  Cursor rows = reader.query("SELECT order_key FROM arrivals WHERE id = ?", {arrival.row});
  if (!rows.next() || rows.blob(0).empty()) return {};
  const auto opened = reader.open(names_table, arrival.id.bytes(), rows.blob(0), order_part);
  return std::string(opened.look_inside());
}

void set_arrival_counts(Transaction& transaction, ArrivalRow arrival, const ArrivalCounts& counts) {
  transaction.execute(
      "UPDATE arrivals SET records = ?, rejects = ?, added = ?, changed = ?, removed = ?, "
      "unchanged = ?, warnings = ? WHERE id = ?",
      {counts.records, counts.rejects, counts.added, counts.changed, counts.removed,
       counts.unchanged, counts.warnings, arrival});
}

}  // namespace hub::store
