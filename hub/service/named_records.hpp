// Which records are a person's and whose a record is, and what somebody may mean by a name at the
// command line: a person's records, or one record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/service/view.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// `name`: the id of a record or a person, or `source/key` as `link export` names a record. Live
/// records alone.
std::vector<store::RecordRow> records_named(store::Reader& reader, std::string_view name);

/// Those that are linked to the person.
std::vector<store::RecordRow> records_of(store::Reader& reader, store::PersonRow person);

/// To whom the record is linked.
std::optional<store::PersonRef> person_of(store::Reader& reader, store::RecordRow record);

/// Those that are linked to somebody of whom the looker may know.
std::vector<store::RecordRow> seen_records(store::Reader& reader, const Looker& looker,
                                           std::string_view name);

/// As its source names it; of one whose content is not kept, its id.
std::string key_of(const store::StoredRecord& stored);
/// `source/key`; of one whose content is not kept, `source/<id>`.
std::string name_of_record(store::Reader& reader, store::RecordRow record);

}  // namespace hub::service
