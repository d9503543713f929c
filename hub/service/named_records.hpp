// What somebody may mean by a name at the command line: a person's records, or one record.
#pragma once

#include <string_view>
#include <vector>

#include "hub/service/view.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// `name`: the id of a record or a person, or `source/key` as `link export` names a record. Live
/// records alone.
std::vector<store::RecordRow> records_named(store::Reader& reader, std::string_view name);

/// Those that are linked to somebody of whom the looker may know.
std::vector<store::RecordRow> seen_records(store::Reader& reader, const Looker& looker,
                                           std::string_view name);

/// `source/key`; of one whose content is not kept, `source/<id>`.
std::string name_of_record(store::Reader& reader, store::RecordRow record);

}  // namespace hub::service
