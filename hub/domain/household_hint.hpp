// What one source tells of who lives together (FHIR Group). A hint, not a household: linkage makes
// those.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class HouseholdRole : std::uint8_t { unknown, head, carer, dependent, other };
enum class Cohabiting : std::uint8_t { unknown, yes, no };

struct RegisterNumber {
  std::string system;
  std::string value;
};

struct HouseholdMember {
  std::string person_key;    ///< empty: known by relationship only
  std::string relationship;  ///< 続柄, the source's word
  HouseholdRole role = HouseholdRole::unknown;
  Cohabiting cohabiting = Cohabiting::unknown;
  std::optional<int> age;
};

struct HouseholdHint {
  std::string key;
  std::string focus_person_key;
  std::optional<Sealed<RegisterNumber>> register_number;
  std::vector<Sealed<HouseholdMember>> members;
};

}  // namespace hub::domain
