// Which patterns a household makes (DOMAIN 5.5): the municipality's rules over what is held of its
// members, on one day. Pure. A finding has no contents by type: members, fields, kinds of evidence.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "hub/domain/pattern.hpp"
#include "hub/linkage/home_facts.hpp"

namespace hub::linkage {

/// More live in a facility or share a wrong number, not a household.
inline constexpr std::size_t most_members_of_pattern = 20;

enum class Confidence : std::uint8_t { probable, certain };
std::string_view name_of(Confidence confidence) noexcept;

struct FoundMember {
  base::PersonId person{};
  bool named = true;  ///< false: known to the 要対協, counts without being named or located
  friend bool operator==(const FoundMember&, const FoundMember&) = default;
};

struct PatternFinding {
  std::string code{};
  std::vector<FoundMember> members{};   ///< in the order of the facts
  std::vector<std::string> fields{};    ///< that know any of them; sorted
  std::vector<std::string> evidence{};  ///< kinds, in the order of the rule
  Confidence confidence = Confidence::probable;
  friend bool operator==(const PatternFinding&, const PatternFinding&) = default;
};

/// In the order of the rules. Certain is what holds for the same members by sure links alone.
std::vector<PatternFinding> find_patterns(const HomeFacts& home, const domain::PatternRules& rules,
                                          std::chrono::year_month_day day);

}  // namespace hub::linkage
