// What linkage is told of a person record: its match keys, made once when the record comes, sealed
// beside it, and taken apart when it is compared. A source of which no content is kept has them
// too.
#pragma once

#include <string>
#include <string_view>

#include "hub/base/ids.hpp"
#include "hub/codec/record.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/linkage/record_facts.hpp"

namespace hub::service {

/// Borrows all.
struct FactMakers {
  const normalize::Tables& tables;
  std::string_view lgcode5;    ///< for an address and a number that name no municipality
  std::uint32_t recorded = 0;  ///< days since 1970-01-01
};

std::string make_facts(const FactMakers& makers, const codec::Record& record);

using linkage::most_names_of_record;
using linkage::NumberSystems;

/// Facts taken apart, and which rules made them and the record's tokens: rules_of(tables). Borrows
/// what was opened.
class TakenFacts : public linkage::ReadFacts {
 public:
  TakenFacts(const crypto::Opened& opened, linkage::RecordId id, bool hidden,
             NumberSystems& systems);
};

/// As the store keeps them.
std::string seal_facts(const crypto::Keys& keys, const base::RecordId& id,
                       const crypto::Opened& facts);

std::uint32_t rules_of(const normalize::Tables& tables);

}  // namespace hub::service
