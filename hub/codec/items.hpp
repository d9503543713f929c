// A record taken apart into the data that the gate is asked about, one by one.
#pragma once

#include <string>
#include <vector>

#include "hub/codec/record.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::codec {

/// One datum: where it stands, and its value as JSON text ("\"2\"", "true", "[...]" never).
struct RecordItem {
  std::string pointer;  ///< "/names/0/fullName"
  domain::Sealed<std::string> json;
};

/// Where a record comes from, for the seals.
struct Provenance {
  domain::Owner owner;
  domain::SourceId source{};
  domain::Labels labels;  ///< of the whole source: `tax`, `youtai`; never from the record itself
};

/// Every field that holds a value, in the record's order; kind, version, labels and warnings are no
/// data of a person and stay out.
std::vector<RecordItem> items_of(const Record& record, const Provenance& provenance);

}  // namespace hub::codec
