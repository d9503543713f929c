// What linkage is told of a person record: its match keys, made once when the record comes, sealed
// beside it, and taken apart when it is compared. A source of which no content is kept has them
// too.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/ids.hpp"
#include "hub/codec/record.hpp"
#include "hub/crypto/keys.hpp"
#include "hub/linkage/facts.hpp"
#include "hub/normalize/tables.hpp"

namespace hub::service {

/// Borrows all.
struct FactMakers {
  const normalize::Tables& tables;
  std::string_view lgcode5;    ///< for an address and a number that name no municipality
  std::uint32_t recorded = 0;  ///< days since 1970-01-01
};

/// Of a person record. Names: each that it bears, and what stands in brackets; the address where
/// the person is, before the one where they are registered; two telephones. At most
/// `most_names_of_record` names.
std::string make_facts(const FactMakers& makers, const codec::Record& record);
inline constexpr std::size_t most_names_of_record = 4;

/// Numbers systems (and who issued the number) as one population meets them.
class NumberSystems {
 public:
  /// Nothing when there are too many for linkage to tell apart.
  std::optional<std::uint16_t> number_of(std::string_view system);

 private:
  std::map<std::string, std::uint16_t, std::less<>> known_;
};

/// Facts taken apart. Borrows what was opened.
class TakenFacts {
 public:
  TakenFacts(const crypto::Opened& opened, linkage::RecordId id, bool hidden,
             NumberSystems& systems);
  TakenFacts(const TakenFacts&) = delete;
  TakenFacts& operator=(const TakenFacts&) = delete;

  [[nodiscard]] const linkage::PersonFacts& get() const noexcept { return facts_; }
  /// Which rules made them, and the record's tokens: rules_of(tables).
  [[nodiscard]] std::uint32_t rules() const noexcept { return rules_; }

 private:
  std::vector<linkage::NameFacts> names_;
  std::array<std::string_view, 2> phones_;
  std::vector<linkage::NumberFacts> numbers_;
  linkage::PersonFacts facts_{};
  std::uint32_t rules_ = 0;
};

/// As the store keeps them.
std::string seal_facts(const crypto::Keys& keys, const base::RecordId& id,
                       const crypto::Opened& facts);

std::uint32_t rules_of(const normalize::Tables& tables);

}  // namespace hub::service
