// What the held records tell of the members of one household, as far as patterns ask. Plain codes
// and places in `members`; who reads it learns no name, number, address or word of anybody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/base/ids.hpp"
#include "hub/domain/household_hint.hpp"
#include "hub/domain/partial_date.hpp"

namespace hub::linkage {

enum class Sex : std::uint8_t { unknown, man, woman };

/// Of one source about one member.
struct ToldOfMember {
  std::string field{};  ///< code of the source's field of work
  bool sure = false;    ///< the link is deterministic or an officer's
  bool knows = false;   ///< somebody was asked for help there, and it is not over
  bool youtai = false;  ///< 要対協 material
  std::optional<domain::PartialDate> born{};
  Sex sex = Sex::unknown;
  std::vector<std::string> concerns{};  ///< open ones
  std::vector<std::string> care_levels{};
  std::vector<std::string> certificates{};
  std::vector<std::string> support_categories{};
};

struct HomeMember {
  base::PersonId person{};
  bool sure = false;  ///< belongs to the household by a register number or an officer's word
  std::vector<ToldOfMember> told{};
};

/// A source says what `who` is to `focus`: 続柄, role, whether they live together.
struct ToldOfPair {
  std::size_t focus = 0;
  std::optional<std::size_t> who{};  ///< nothing: known by relationship and age only
  std::string relationship{};
  std::optional<int> age{};
  domain::HouseholdRole role = domain::HouseholdRole::unknown;
  domain::Cohabiting cohabiting = domain::Cohabiting::unknown;
  bool sure = false;
};

struct HomeFacts {
  std::vector<HomeMember> members{};
  std::vector<ToldOfPair> pairs{};
};

}  // namespace hub::linkage
