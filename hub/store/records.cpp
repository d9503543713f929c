#include "hub/store/records.hpp"

#include <iterator>

#include "hub/store/record_facts.hpp"
#include "hub/store/token_index.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "records";

// NULL where the source keeps keys only.
/// Sealed before the writer's turn: anew, where the key has changed since.
class Body {
 public:
  Body(const Reader& reader, const IncomingRecord& record)
      : sealed_(record.body),
        anew_(reader.keys().sealer().renewed(
            {table, crypto::text_of(crypto::ByteView(record.id.bytes()))}, record.body)) {
    if (anew_) sealed_ = *anew_;
  }
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;
  [[nodiscard]] Bind bind() const {
    return sealed_.empty() ? Bind(std::nullopt) : Bind(blob_of(sealed_));
  }

 private:
  std::string_view sealed_;
  std::optional<std::string> anew_;
};

struct Stored {
  RecordRow row;
  crypto::WideToken hash{};
  bool removed = false;
  std::string tokens;
  ArrivalRow arrival;
};

std::optional<Stored> first_of(Cursor rows, bool removed) {
  if (!rows.next()) return std::nullopt;
  return Stored{rows.row<RecordRow>(0), rows.bytes<16>(1), removed, std::string(rows.blob(2)),
                rows.row<ArrivalRow>(3)};
}

// Live rows and removed ones have an index each.
std::optional<Stored> find_stored(Reader& reader, FeedRow feed, const base::RecordId& id) {
  auto live = first_of(reader.query("SELECT id, hash, tokens, arrival FROM records "
                                    "WHERE feed = ? AND uuid = ? AND removed_at IS NULL",
                                    {feed, id}),
                       false);
  if (live) return live;
  return first_of(reader.query("SELECT id, hash, tokens, arrival FROM records "
                               "WHERE feed = ? AND uuid = ? AND removed_at IS NOT NULL",
                               {feed, id}),
                  true);
}

void keep_history(Transaction& transaction, RecordRow row) {
  transaction.execute(
      "INSERT INTO record_history (record, arrival, changed_at, hash, body) "
      "SELECT id, arrival, changed_at, hash, body FROM records WHERE id = ?",
      {row});
}

void change(Transaction& transaction, const Stored& stored, const IncomingRecord& record,
            ArrivalRow arrival, std::string_view tokens) {
  keep_history(transaction, stored.row);
  const Body body(transaction, record);
  transaction.execute(
      "UPDATE records SET hash = ?, arrival = ?, changed_at = ?, removed_at = NULL, tokens = ?, "
      "body = ? WHERE id = ?",
      {record.hash, arrival, transaction.now(), blob_of(tokens), body.bind(), stored.row});
  change_tokens(transaction, stored.row, stored.tokens, tokens);
  if (!record.facts.empty()) put_facts(transaction, stored.row, record.id, record.facts);
}

}  // namespace

base::RecordId record_id(const crypto::Keys& keys, FeedRow feed, RecordKind kind,
                         std::string_view record_key) {
  std::string name = std::to_string(feed.value) + '/' + std::to_string(kind) + '/';
  name.append(record_key);
  base::UuidBytes bytes = keys.tokens(crypto::Purpose::record_key).wide(name);
  bytes[6] = static_cast<std::uint8_t>(0x80 | (bytes[6] & 0x0F));  // RFC 9562: version 8, our own
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));  // variant 10
  return base::RecordId(bytes);
}

crypto::WideToken row_hash(const crypto::Keys& keys, std::string_view body) {
  return keys.tokens(crypto::Purpose::row_hash).wide(body);
}

std::string seal_record(const crypto::Keys& keys, const base::RecordId& id, std::string_view body) {
  return keys.sealer().seal({table, crypto::text_of(crypto::ByteView(id.bytes()))}, body);
}

RecordBatch::RecordBatch(Transaction& transaction, ArrivalRow arrival)
    : transaction_(transaction), arrival_(arrival) {}

RecordBatch::~RecordBatch() = default;

Applied RecordBatch::apply(const IncomingRecord& record) {
  const std::optional<Stored> stored = find_stored(transaction_, record.feed, record.id);
  if (!stored) return {add(record).value(), Change::added, false, {}};
  if (!stored->removed && stored->hash == record.hash)
    return {stored->row, Change::unchanged, stored->arrival == arrival_, {}};
  finish();  // it may be one of those that were added just now
  change(transaction_, *stored, record, arrival_, packed(record.tokens));
  return {stored->row, Change::changed, false, unpacked(stored->tokens)};
}

Applied RecordBatch::apply_fresh(const IncomingRecord& record) {
  if (const auto row = add(record)) return {*row, Change::added, false, {}};
  return apply(record);
}

std::optional<RecordRow> RecordBatch::add(const IncomingRecord& record) {
  const std::string tokens = packed(record.tokens);
  const Body body(transaction_, record);
  const auto added = transaction_.execute(
      "INSERT INTO records (uuid, feed, kind, hash, arrival, changed_at, tokens, body) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      {record.id, record.feed, record.kind, record.hash, arrival_, transaction_.now(),
       blob_of(tokens), body.bind()});
  if (added == 0) return std::nullopt;
  const RecordRow row{transaction_.last_row()};
  for (const crypto::Token token : unpacked(tokens))
    tokens_.push_back({token, row});
  if (!record.facts.empty()) add_facts(transaction_, row, record.id, record.facts);
  return row;
}

bool RecordBatch::remove(FeedRow feed, const base::RecordId& id) {
  const std::optional<Stored> stored = find_stored(transaction_, feed, id);
  if (!stored || stored->removed) return false;
  finish();
  change_tokens(transaction_, stored->row, stored->tokens, {});
  transaction_.execute("UPDATE records SET removed_at = ?, arrival = ?, tokens = x'' WHERE id = ?",
                       {transaction_.now(), arrival_, stored->row});
  drop_facts(transaction_, stored->row);
  return true;
}

void RecordBatch::finish() {
  add_tokens(transaction_, tokens_);
  tokens_.clear();
}

Applied apply_record(Transaction& transaction, const IncomingRecord& record, ArrivalRow arrival) {
  RecordBatch batch(transaction, arrival);
  Applied applied = batch.apply(record);
  batch.finish();
  return applied;
}

bool remove_record(Transaction& transaction, FeedRow feed, const base::RecordId& id,
                   ArrivalRow arrival) {
  return RecordBatch(transaction, arrival).remove(feed, id);
}

std::optional<RecordHead> find_record(Reader& reader, FeedRow feed, const base::RecordId& id) {
  const std::optional<Stored> stored = find_stored(reader, feed, id);
  if (!stored) return std::nullopt;
  return RecordHead{stored->row, stored->hash, stored->removed, stored->arrival};
}

std::optional<StoredRecord> read_record(Reader& reader, RecordRow row) {
  Cursor rows = reader.query(
      "SELECT r.uuid, r.feed, f.source, r.kind, r.arrival, r.changed_at, r.removed_at IS NOT NULL, "
      "r.body FROM records r JOIN feeds f ON f.id = r.feed WHERE r.id = ?",
      {row});
  if (!rows.next()) return std::nullopt;
  StoredRecord record;
  record.row = row;
  record.id = rows.id<base::RecordId>(0);
  record.feed = rows.row<FeedRow>(1);
  record.source = static_cast<SourceId>(rows.integer(2));
  record.kind = static_cast<RecordKind>(rows.integer(3));
  record.arrival = rows.row<ArrivalRow>(4);
  record.changed_at = rows.time(5);
  record.removed = rows.integer(6) != 0;
  if (!rows.is_null(7)) record.body = reader.open(table, record.id.bytes(), rows.blob(7));
  return record;
}

void each_record_of(Reader& reader, FeedRow feed,
                    const std::function<void(RecordRow, const base::RecordId&)>& see) {
  Cursor rows =
      reader.query("SELECT id, uuid FROM records WHERE feed = ? AND removed_at IS NULL", {feed});
  while (rows.next())
    see(rows.row<RecordRow>(0), rows.id<base::RecordId>(1));
}

std::int64_t count_records(Reader& reader, FeedRow feed) {
  return reader
      .integer("SELECT count(*) FROM records WHERE feed = ? AND removed_at IS NULL", {feed})
      .value_or(0);
}

bool has_records(Reader& reader, FeedRow feed) {
  return reader
             .integer(
                 "SELECT EXISTS (SELECT 1 FROM records WHERE feed = ?1 AND removed_at IS NULL) "
                 "OR EXISTS (SELECT 1 FROM records WHERE feed = ?1 AND removed_at IS NOT NULL)",
                 {feed})
             .value_or(1) != 0;
}

std::vector<crypto::Token> tokens_of(Reader& reader, RecordRow row) {
  Cursor rows = reader.query("SELECT tokens FROM records WHERE id = ?", {row});
  return rows.next() ? unpacked(rows.blob(0)) : std::vector<crypto::Token>();
}

void replace_tokens(Transaction& transaction, RecordRow row,
                    const std::vector<crypto::Token>& tokens) {
  const auto before = packed(tokens_of(transaction, row));
  const auto after = packed(tokens);
  if (before == after) return;
  transaction.execute("UPDATE records SET tokens = ? WHERE id = ?", {blob_of(after), row});
  change_tokens(transaction, row, before, after);
}

std::vector<RecordRef> records_with(Reader& reader, crypto::Token token, RecordKind kind,
                                    std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT r.id, r.uuid FROM tokens t JOIN records r ON r.id = t.record "
      "WHERE t.token = ? AND r.kind = ? ORDER BY t.record LIMIT ?",
      {token, kind, at_most});
  std::vector<RecordRef> records;
  while (rows.next())
    records.push_back({rows.row<RecordRow>(0), rows.id<base::RecordId>(1)});
  return records;
}

std::vector<DatedTokens> tokens_with(Reader& reader, crypto::Token token, RecordKind kind) {
  Cursor rows = reader.query(
      "SELECT r.tokens, r.changed_at FROM tokens t JOIN records r ON r.id = t.record "
      "WHERE t.token = ? AND r.kind = ? ORDER BY t.record",
      {token, kind});
  std::vector<DatedTokens> found;
  while (rows.next())
    found.push_back({unpacked(rows.blob(0)), rows.time(1)});
  return found;
}

std::vector<RecordRow> records_with(Reader& reader, crypto::Token token, std::size_t at_most) {
  Cursor rows = reader.query("SELECT record FROM tokens WHERE token = ? ORDER BY record LIMIT ?",
                             {token, at_most});
  std::vector<RecordRow> records;
  while (rows.next())
    records.push_back(rows.row<RecordRow>(0));
  return records;
}

}  // namespace hub::store
