// What linkage compares of person records, sealed. Its form is the service's.
#pragma once

#include <functional>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// Any thread.
std::string seal_facts(const crypto::Keys& keys, const base::RecordId& id, std::string_view facts);

/// Of a record that is new; `sealed` may bear an older key.
void add_facts(Transaction& transaction, RecordRow row, const base::RecordId& id,
               std::string_view sealed);
/// Adds or replaces.
void put_facts(Transaction& transaction, RecordRow row, const base::RecordId& id,
               std::string_view sealed);
void drop_facts(Transaction& transaction, RecordRow row);

/// Another one whenever facts that somebody may have read were replaced or dropped.
std::int64_t state_of_facts(Reader& reader);

/// Nothing of a removed record, and of one that is no person's.
std::optional<crypto::Opened> facts_of(Reader& reader, RecordRow row);
/// Of which there are facts, ascending: those after a row, at most so many.
std::vector<RecordRow> rows_with_facts(Reader& reader, RecordRow after = {},
                                       std::size_t at_most = std::size_t{INT64_MAX});
/// Records of that kind whose content is kept, and of which there are none: from before there were
/// facts.
std::vector<RecordRow> rows_without_facts(Reader& reader, std::uint8_t kind);
/// Of every person record, by row.
void each_facts(Reader& reader, const std::function<void(RecordRow, const crypto::Opened&)>& see);

}  // namespace hub::store
