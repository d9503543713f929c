#include "hub/store/resources.hpp"

#include <map>

#include "hub/domain/record_kind.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "resource_edits";
constexpr int resource_kind = 9;  // of the index records_resources
static_assert(static_cast<int>(domain::RecordKind::resource) == resource_kind);

using EditId = base::Id<struct ResourceEditTag>;

ResourceEdit edit_from(Reader& reader, const Cursor& row) {
  return {.at = row.time(2),
          .by = std::string(row.text(3)),
          .confirmed_day = std::string(row.text(4)),
          .body = reader.open(table, row.bytes<16>(0), row.blob(5))};
}

#define TSUNAGU_EDIT \
  "SELECT uuid, resource, made_at, made_by, confirmed_day, body FROM resource_edits "

std::map<ResourceId, ResourceEdit> newest_edits(Reader& reader) {
  std::map<ResourceId, ResourceEdit> edits;
  Cursor rows = reader.query(TSUNAGU_EDIT
                             "WHERE id IN (SELECT max(id) FROM resource_edits GROUP BY resource)");
  while (rows.next())
    edits.emplace(rows.id<ResourceId>(1), edit_from(reader, rows));
  return edits;
}

}  // namespace

void add_resource_edit(Transaction& transaction, const NewResourceEdit& edit) {
  const auto id = transaction.new_id<EditId>();
  const auto body = transaction.seal(table, id.bytes(), edit.body);
  transaction.execute(
      "INSERT INTO resource_edits (uuid, resource, made_at, made_by, confirmed_day, body) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {id, edit.resource, transaction.now(), edit.by, edit.confirmed_day, blob_of(body)});
}

std::optional<StoredResource> find_resource(Reader& reader, const ResourceId& id) {
  StoredResource found{.id = id, .record = std::nullopt, .edit = std::nullopt};
  {
    Cursor rows = reader.query(
        "SELECT r.body FROM feeds f JOIN records r ON r.feed = f.id AND r.uuid = ? "
        "AND r.removed_at IS NULL WHERE r.kind = 9 LIMIT 1",
        {id});
    if (rows.next() && !rows.is_null(0))
      found.record = reader.open("records", id.bytes(), rows.blob(0));
  }
  Cursor edits = reader.query(TSUNAGU_EDIT "WHERE resource = ? ORDER BY id DESC LIMIT 1", {id});
  if (edits.next()) found.edit = edit_from(reader, edits);
  if (!found.record && !found.edit) return std::nullopt;
  return found;
}

void each_resource(Reader& reader, const std::function<void(const StoredResource&)>& see) {
  auto edits = newest_edits(reader);
  {
    Cursor rows = reader.query(
        "SELECT uuid, body FROM records INDEXED BY records_resources "
        "WHERE kind = 9 AND removed_at IS NULL AND body IS NOT NULL");
    while (rows.next()) {
      StoredResource one{.id = rows.id<ResourceId>(0), .record = {}, .edit = {}};
      one.record = reader.open("records", one.id.bytes(), rows.blob(1));
      if (auto edit = edits.extract(one.id)) one.edit = std::move(edit.mapped());
      see(one);
    }
  }
  for (auto& [id, edit] : edits) {
    const StoredResource one{.id = id, .record = std::nullopt, .edit = std::move(edit)};
    see(one);
  }
}

ResourceState state_of_resources(Reader& reader) {
  const auto number = [&](Sql sql) { return reader.integer(sql).value_or(0); };
  return {number("SELECT count(*) FROM records INDEXED BY records_resources "
                 "WHERE kind = 9 AND removed_at IS NULL"),
          number("SELECT max(changed_at) FROM records INDEXED BY records_resources "
                 "WHERE kind = 9 AND removed_at IS NULL"),
          number("SELECT max(id) FROM resource_edits")};
}

}  // namespace hub::store
