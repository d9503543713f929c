#include "hub/linkage/household.hpp"

namespace hub::linkage {
namespace {

HouseholdRule rule_of(const KnownHousehold& household, bool& crowded) {
  if (household.kept_apart) return HouseholdRule::none;
  if (household.shared.register_number) return HouseholdRule::register_number;
  if (!household.shared.address) return HouseholdRule::none;
  if (household.members >= most_members_by_address) {
    crowded = true;
    return HouseholdRule::none;
  }
  return HouseholdRule::address;
}

/// Register number beats address, the older household beats the younger.
bool better(HouseholdRule rule, std::int64_t id, const HouseholdVerdict& than) {
  if (!than.household) return true;
  if (rule != than.rule) return rule == HouseholdRule::register_number;
  return id < *than.household;
}

}  // namespace

std::string_view name_of(HouseholdRule rule) noexcept {
  switch (rule) {
    case HouseholdRule::none:
      return "none";
    case HouseholdRule::register_number:
      return "register_number";
    case HouseholdRule::address:
      return "address";
    case HouseholdRule::officer:
      return "officer";
  }
  return "none";
}

HouseholdVerdict choose_household(std::span<const KnownHousehold> known) {
  HouseholdVerdict verdict;
  for (const auto& household : known) {
    const auto rule = rule_of(household, verdict.crowded);
    if (rule == HouseholdRule::none || !better(rule, household.id, verdict)) continue;
    verdict.household = household.id;
    verdict.rule = rule;
  }
  return verdict;
}

}  // namespace hub::linkage
