#include "hub/store/releases.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "sitting_releases";

#define TSUNAGU_RELEASE                                                                   \
  "SELECT id, uuid, item, record, kind, officer, day, document, ended_by, ended_at FROM " \
  "sitting_releases "

std::vector<StoredRelease> all_of(Reader& reader, Cursor rows) {
  std::vector<StoredRelease> all;
  while (rows.next()) {
    StoredRelease one;
    one.row = rows.row<ReleaseRow>(0);
    one.id = rows.id<ReleaseId>(1);
    one.of.item = rows.row<AgendaRow>(2);
    one.of.record = rows.row<RecordRow>(3);
    one.of.kind = static_cast<ReleaseKind>(rows.integer(4));
    one.of.officer = rows.text(5);
    one.of.day = rows.text(6);
    one.of.document = reader.open(table, one.id.bytes(), rows.blob(7)).look_inside();
    one.ended_by = rows.text(8);
    one.ended_at = rows.time_or_null(9);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

ReleaseId add_release(Transaction& transaction, const NewRelease& release) {
  const auto id = transaction.new_id<ReleaseId>();
  const std::string document = transaction.seal(table, id.bytes(), release.document);
  transaction.execute(
      "INSERT INTO sitting_releases (uuid, item, record, kind, officer, day, document, made_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      {id, release.item, release.record, static_cast<int>(release.kind), release.officer,
       release.day, blob_of(document), transaction.now()});
  return id;
}

bool end_release(Transaction& transaction, ReleaseRow row, std::string_view officer) {
  return transaction.execute(
             "UPDATE sitting_releases SET ended_by = ?, ended_at = ? "
             "WHERE id = ? AND ended_at IS NULL",
             {officer, transaction.now(), row}) != 0;
}

std::optional<StoredRelease> find_release(Reader& reader, const ReleaseId& id) {
  auto found = all_of(reader, reader.query(TSUNAGU_RELEASE "WHERE uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredRelease> releases_of(Reader& reader, AgendaRow item) {
  return all_of(reader, reader.query(TSUNAGU_RELEASE "WHERE item = ? ORDER BY id", {item}));
}

}  // namespace hub::store
