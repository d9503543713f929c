// What two records say of the persons that may be one, as far as the gate lets an officer see it:
// name, reading, birthday, sex, address, telephones and numbers, as they were delivered. The gate's
// class is `own` (個人情報保護法69条1項): what his desk or section holds; and for an officer who
// keeps the links (hub.yaml, `links`), what linkage compares of every source but those of taxation
// and of the 要対協, for this business and no more (purposes.yaml, record_linkage).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/settings.hpp"
#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

inline constexpr std::string_view linkage_purpose = "record_linkage";

/// One record. Values as they were delivered.
struct Side {
  std::string name;  ///< `source/key`
  base::PersonId person;
  std::string withheld{};  ///< why nothing is shown: a code; empty: something is
  std::map<std::string, std::vector<std::string>> values{};  ///< by field: `name`, `birth`, …
  std::vector<std::string> fields{};                         ///< whose value is shown, for the log
};

/// Fields in the order in which people read them.
inline constexpr std::string_view side_fields[] = {"name",    "reading", "birth", "sex",
                                                   "address", "phone",   "number"};

/// `withheld`: `hidden` for whoever is in hiding, whoever asks; `keys_only` where no content is
/// kept; or the gate's reason.
Side side_of(store::Reader& reader, const Book& book, const profile::Officer& officer,
             store::RecordRow record, base::UtcMillis at);

}  // namespace hub::service
