#include "hub/service/named_records.hpp"

#include "hub/domain/record_kind.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/service/view_households.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using store::RecordRow;

std::vector<RecordRow> by_record_id(store::Reader& reader, const store::Feed& feed,
                                    const base::RecordId& id) {
  const auto head = store::find_record(reader, feed.row, id);
  if (head && !head->removed) return {head->row};
  return {};
}

std::vector<RecordRow> by_key(store::Reader& reader, std::string_view name) {
  const auto slash = name.find('/');
  if (slash == std::string_view::npos) return {};
  const auto kind = number_of(domain::RecordKind::person);
  const auto key = name.substr(slash + 1);
  for (const auto& feed : store::list_feeds(reader)) {
    if (store::name_of_source(reader, feed.source) != name.substr(0, slash)) continue;
    const auto made = store::record_id(reader.keys(), feed.row, kind, key);
    const auto id = base::RecordId::parse(key).value_or(made);
    if (auto found = by_record_id(reader, feed, id); !found.empty()) return found;
  }
  return {};
}

std::vector<RecordRow> by_id(store::Reader& reader, const base::RecordId& id) {
  for (const auto& feed : store::list_feeds(reader)) {
    if (auto found = by_record_id(reader, feed, id); !found.empty()) return found;
  }
  return {};
}

}  // namespace

std::vector<RecordRow> records_of(store::Reader& reader, store::PersonRow person) {
  std::vector<RecordRow> records;
  for (const auto& link : store::links_of(reader, person))
    records.push_back(link.record);
  return records;
}

std::optional<store::PersonRef> person_of(store::Reader& reader, RecordRow record) {
  const auto link = store::link_of(reader, record);
  return link ? store::read_person(reader, link->person) : std::nullopt;
}

std::vector<RecordRow> records_named(store::Reader& reader, std::string_view name) {
  if (const auto id = base::PersonId::parse(name)) {
    if (const auto person = store::find_person(reader, *id)) return records_of(reader, person->row);
  }
  if (const auto id = base::RecordId::parse(name)) return by_id(reader, *id);
  return by_key(reader, name);
}

std::vector<RecordRow> seen_records(store::Reader& reader, const Looker& looker,
                                    std::string_view name) {
  auto records = records_named(reader, name);
  std::erase_if(records, [&](RecordRow record) {
    const auto link = store::link_of(reader, record);
    return !link || !may_see(reader, link->person, looker);
  });
  return records;
}

std::string key_of(const store::StoredRecord& stored) {
  const auto record = stored.body ? read_body(*stored.body) : std::nullopt;
  return record ? std::string(record->key()) : stored.id.text();
}

std::string name_of_record(store::Reader& reader, RecordRow row) {
  const auto stored = store::read_record(reader, row);
  if (!stored) return {};
  return store::name_of_source(reader, stored->source) + "/" + key_of(*stored);
}

}  // namespace hub::service
