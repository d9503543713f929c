#include "hub/service/edit_resource.hpp"

#include "hub/codec/predicate_json.hpp"
#include "hub/codec/record.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/officers.hpp"
#include "hub/service/resource_recipient.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

Result<> is_keeper(const Book& book, const std::string& asker) {
  if (officer_of(book, asker) != nullptr) return {};
  return fail(Kind::forbidden, "only an officer of hub.yaml keeps the registry of resources");
}

Result<> is_record(const std::string& text) {
  const auto read = codec::RecordReader().read(text);
  if (!read.ok()) return fail(Kind::invalid, "/record: is not of the schema: " + read.error_text());
  if (read.record->kind() != domain::RecordKind::resource)
    return fail(Kind::invalid, "/record: is no resource");
  return {};
}

Result<> are_conditions(const std::string& text) {
  if (text.empty()) return {};
  const auto parsed = tsunagu::json::parse_untrusted(text);
  if (!parsed.ok()) return fail(Kind::invalid, "/conditions: is no JSON");
  const auto read = codec::predicate_from(parsed.root(), domain::match_fields);
  return read ? Result<>() : Result<>(read.error());
}

Result<> change_to(ResourceAdded& added, const ResourceChange& change) {
  if (change.record) {
    if (added.resource.empty())
      return fail(Kind::conflict, "the resource is its source's: only additions can be edited");
    if (auto good = is_record(*change.record); !good) return good;
    added.resource = *change.record;
  }
  if (change.places) {
    added.places = places_from(*change.places);
    if (!change.places->empty() && !added.places)
      return fail(Kind::invalid, "/places: is open, few, ask or none");
  }
  if (change.conditions) {
    if (auto good = are_conditions(*change.conditions); !good) return good;
    added.conditions = *change.conditions;
  }
  added.staff_only = change.staff_only.value_or(added.staff_only);
  added.contact = change.contact.value_or(added.contact);
  added.note = change.note.value_or(added.note);
  return {};
}

Result<> keep(Context& context, const domain::ResourceId& id, const ResourceChange& change,
              bool confirms, const std::string& asker, const Unchanged& unchanged) {
  if (auto may = is_keeper(*context.book(), asker); !may) return may;
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    const auto stored = store::find_resource(tx, id);
    if (!stored) return fail(Kind::not_found, "no resource " + id.text() + "; see `resource list`");
    if (auto same = check(unchanged, tx); !same) return same;
    auto added = added_to(*stored);
    if (auto changed = change_to(added, change); !changed) return changed;
    const auto before = stored->edit ? stored->edit->confirmed_day : std::string();
    store::add_resource_edit(tx, {.resource = id,
                                  .by = asker,
                                  .confirmed_day = confirms ? base::jst_date(tx.now()) : before,
                                  .body = to_json(added)});
    tx.audit(
        entry_of(asker, confirms ? "resource.confirmed" : "resource.edited", resource_code(id)));
    return {};
  });
}

}  // namespace

Result<domain::ResourceId> register_resource(Context& context, const std::string& record,
                                             const std::string& asker) {
  if (auto may = is_keeper(*context.book(), asker); !may) return may.error();
  if (auto good = is_record(record); !good) return good.error();
  return context.db.write([&](store::Transaction& tx) -> Result<domain::ResourceId> {
    const auto id = tx.new_id<domain::ResourceId>();
    ResourceAdded added;
    added.resource = record;
    store::add_resource_edit(tx, {.resource = id,
                                  .by = asker,
                                  .confirmed_day = base::jst_date(tx.now()),
                                  .body = to_json(added)});
    tx.audit(entry_of(asker, "resource.registered", resource_code(id)));
    return id;
  });
}

Result<> edit_resource(Context& context, const domain::ResourceId& id, const ResourceChange& change,
                       const std::string& asker, const Unchanged& unchanged) {
  return keep(context, id, change, false, asker, unchanged);
}

Result<> confirm_resource(Context& context, const domain::ResourceId& id, const std::string& asker,
                          const Unchanged& unchanged) {
  return keep(context, id, {}, true, asker, unchanged);
}

}  // namespace hub::service
