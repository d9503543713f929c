#include "hub/store/rotation.hpp"

#include "hub/store/data_keys.hpp"
#include "hub/store/sealed_columns.hpp"

namespace hub::store {
namespace {

using base::Result;
using crypto::KeyVersion;

/// Rows that one statement passes over at most: after a restart most bear the new key already.
constexpr std::int64_t rows_of_a_look = 4'000;

struct SealedRow {
  std::int64_t id = 0;
  base::UuidBytes name{};
  std::int64_t part = 0;
  std::string sealed;
};

std::array<std::uint8_t, 1> byte_of(KeyVersion version) {
  return {version};
}

BlobView bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A feed has no id of its own outside: its number stands for one (sources.cpp).
base::UuidBytes name_of(const Cursor& row, const SealedColumn& column) {
  if (column.table != "feeds") return row.bytes<16>(1);
  base::UuidBytes bytes{};
  for (std::size_t i = 0; i < sizeof(std::int64_t); ++i)
    bytes[i] = static_cast<std::uint8_t>(row.integer(1) >> (8 * i));
  return bytes;
}

std::vector<SealedRow> next_rows(Transaction& tx, const SealedColumn& column, std::int64_t after,
                                 KeyVersion version) {
  Cursor rows =
      tx.query(column.next, {after, byte_of(version), column.together, after + rows_of_a_look});
  std::vector<SealedRow> found;
  while (rows.next())
    found.push_back(
        {rows.integer(0), name_of(rows, column), rows.integer(2), std::string(rows.blob(3))});
  return found;
}

void renew(Transaction& tx, const SealedColumn& column, const SealedRow& row) {
  const auto& sealer = tx.keys().sealer();
  const crypto::Place place{column.place, crypto::text_of(crypto::ByteView(row.name)), row.part};
  const auto opened = sealer.open(place, row.sealed);
  if (!opened)
    throw CorruptRow(opened.error().text() + " (" + std::string(column.table) + " row " +
                     std::to_string(row.id) + ")");
  const auto anew = sealer.seal(place, opened->look_inside());
  tx.upkeep(column.renew, {bytes_of(anew), row.id});
}

audit::Entry entry_of(std::string_view actor, std::string_view action, KeyVersion version) {
  audit::Entry entry;
  entry.actor = actor;
  entry.action = action;
  entry.objects = {"key/" + std::to_string(version)};
  return entry;
}

Result<std::int64_t> count(Database& database) {
  return database.read([](Reader& reader) -> Result<std::int64_t> {
    std::int64_t rows = 0;
    for (const auto& column : sealed_columns())
      rows += reader.integer(column.count).value_or(0);
    return rows;
  });
}

/// Every insert and update seals with the new key by now, so a reader's look is enough.
Result<std::int64_t> count_left(Database& database, KeyVersion version) {
  std::int64_t left = 0;
  for (const auto& column : sealed_columns()) {
    const auto rows = database.read([&](Reader& reader) -> Result<std::int64_t> {
      return reader.integer(column.left, {byte_of(version)}).value_or(0);
    });
    if (!rows) return rows.error();
    left += *rows;
  }
  return left;
}

/// The old key's row may still stand in the log, which readers hold for a moment each.
Result<> forget_old_keys(Database& database) {
  Result<> forgotten = database.writer().forget_log();
  for (int tries = 1; tries < 10 && !forgotten; ++tries)
    forgotten = database.writer().forget_log();
  if (forgotten) return forgotten;
  return forgotten.error().in("rotated, but the old key is not out of the database's log yet");
}

}  // namespace

Result<> Rotation::begin(std::string_view actor) {
  const auto version = database_.write([&](Transaction& tx) -> Result<KeyVersion> {
    if (is_rotating(tx)) return sealing_key(tx);
    auto added = add_data_key(tx, true);
    if (added) tx.audit(entry_of(actor, "keys.rotation_begun", *added));
    return added;
  });
  if (!version) return version.error();
  version_ = *version;
  database_.keys().sealer().use(version_);
  const auto rows = count(database_);
  if (!rows) return rows.error();
  progress_ = {0, *rows};
  column_ = 0;
  row_ = 0;
  return {};
}

Result<bool> Rotation::go_on() {
  slice_ = 0;
  const auto done = database_.writer().run_bulk(
      [this](Transaction& tx, const Pace& pace) -> Result<bool> { return piece(tx, pace); });
  if (!done) return done.error();
  return column_ < sealed_columns().size();
}

/// True while there is more of this slice.
bool Rotation::piece(Transaction& tx, const Pace& pace) {
  tx.upkeep("INSERT OR IGNORE INTO rekeying (id) VALUES (1)");
  while (column_ < sealed_columns().size() && column(tx, pace)) {
    ++column_;
    row_ = 0;
  }
  tx.upkeep("DELETE FROM rekeying");
  return column_ < sealed_columns().size() && slice_ < rows_of_a_slice_;
}

/// False where the piece's time was over before the column's end. Rows that were read and not
/// sealed anew are read again: somebody may change them in between.
bool Rotation::column(Transaction& tx, const Pace& pace) {
  const auto& column = sealed_columns()[column_];
  const auto last = tx.integer(column.last).value_or(0);
  bool first = true;  // a piece whose time is over at once would never get on
  while (row_ < last) {
    const auto rows = next_rows(tx, column, row_, version_);
    for (const auto& row : rows) {
      if (slice_ >= rows_of_a_slice_ || (!first && pace.over())) return false;
      renew(tx, column, row);
      row_ = row.id;
      first = false;
      ++slice_;
      ++progress_.renewed;
    }
    if (rows.empty()) row_ += rows_of_a_look;
    if (rows.empty() && pace.over()) return false;
  }
  return true;
}

Result<> Rotation::end(std::string_view actor) {
  const auto left = count_left(database_, version_);
  if (!left) return left.error();
  if (*left > 0) {
    column_ = 0;
    row_ = 0;
    return base::fail(base::Kind::conflict, std::to_string(*left) + " rows bear an old key");
  }
  auto ended = database_.write([&](Transaction& tx) -> Result<> {
    keep_only_data_key(tx, version_);
    tx.audit(entry_of(actor, "keys.rotated", version_));
    return {};
  });
  return ended ? forget_old_keys(database_) : ended;
}

Result<RotationProgress> rotate_data_key(Database& database, std::string_view actor,
                                         const std::function<bool(const RotationProgress&)>& see) {
  Rotation rotation(database);
  if (auto begun = rotation.begin(actor); !begun) return begun.error();
  for (;;) {
    const auto more = rotation.go_on();
    if (!more) return more.error();
    if (!see(rotation.progress()))
      return base::fail(base::Kind::unavailable, "stopped; begun again, it goes on where it was");
    if (*more) continue;
    auto ended = rotation.end(actor);
    if (ended) return rotation.progress();
    if (ended.error().kind() != base::Kind::conflict) return ended.error();
  }
}

std::int64_t rows_of_old_keys(Reader& reader) {
  std::int64_t left = 0;
  for (const auto& column : sealed_columns())
    left += reader.integer(column.left, {byte_of(sealing_key(reader))}).value_or(0);
  return left;
}

Result<> ensure_data_key(Database& database) {
  const auto version = database.write([](Transaction& tx) -> Result<KeyVersion> {
    if (const auto now = sealing_key(tx); now != 0) return now;
    auto added = add_data_key(tx, false);
    if (added) tx.audit(entry_of("system", "keys.made", *added));
    return added;
  });
  if (!version) return version.error();
  database.keys().sealer().use(*version);
  return {};
}

}  // namespace hub::store
