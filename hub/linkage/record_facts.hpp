// From a record about a person to what linkage is told of it: written once when the record comes,
// and taken apart when it is compared. Whoever writes them decides where they are kept.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/linkage/facts.hpp"
#include "hub/normalize/tables.hpp"
#include "tsunagu/json/document.hpp"

namespace hub::linkage {

/// Borrows all.
struct FactMakers {
  const normalize::Tables& tables;
  std::string_view lgcode5;    ///< for an address and a number that name no municipality
  std::uint32_t recorded = 0;  ///< days since 1970-01-01
  std::uint32_t rules = 0;     ///< told back by ReadFacts: by which rules they were written
};

/// Of a person record. Names: each that it bears, and what stands in brackets; the address where
/// the person is, before the one where they are registered; two telephones. At most
/// `most_names_of_record` names.
std::string write_facts(const FactMakers& makers, tsunagu::json::View person);
inline constexpr std::size_t most_names_of_record = 4;

/// Numbers systems (and who issued the number) as one population meets them.
class NumberSystems {
 public:
  /// Nothing when there are too many for linkage to tell apart.
  std::optional<std::uint16_t> number_of(std::string_view system);

 private:
  std::map<std::string, std::uint16_t, std::less<>> known_;
};

/// What was written, taken apart. Borrows it.
class ReadFacts {
 public:
  ReadFacts(std::string_view written, RecordId id, bool hidden, NumberSystems& systems);
  ReadFacts(const ReadFacts&) = delete;
  ReadFacts& operator=(const ReadFacts&) = delete;

  [[nodiscard]] const PersonFacts& get() const noexcept { return facts_; }
  [[nodiscard]] std::uint32_t rules() const noexcept { return rules_; }

 private:
  std::vector<NameFacts> names_;
  std::array<std::string_view, 2> phones_;
  std::vector<NumberFacts> numbers_;
  PersonFacts facts_{};
  std::uint32_t rules_ = 0;
};

}  // namespace hub::linkage
