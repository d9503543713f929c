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

/// 世帯の型 (DOMAIN 5.5): a signal to named staff, without contents.
enum class Pattern : std::uint8_t {
  eighty_fifty,       ///< 8050
  double_care,        ///< ダブルケア
  young_carer,        ///< ヤングケアラー
  multi_field,        ///< two members or more known to two fields or more
  parent_disability,  ///< parent with a 手帳, child known to the child field
  single_multi,       ///< one person in three fields or more
};

inline constexpr std::string_view pattern_codes[] = {
    "8050", "DOUBLE_CARE", "YOUNG_CARER", "MULTI_FIELD", "PARENT_DISABILITY", "SINGLE_MULTI"};

constexpr std::string_view name_of(Pattern pattern) noexcept {
  return pattern_codes[static_cast<std::size_t>(pattern)];
}

}  // namespace hub::domain
