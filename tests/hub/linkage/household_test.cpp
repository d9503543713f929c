#include "hub/linkage/household.hpp"

#include <gtest/gtest.h>

namespace hub::linkage {
namespace {

constexpr Number register_456{1, 456};
constexpr Key ujiie_2771 = 9;

TEST(ChooseHousehold, prefers_the_register_number_to_the_address) {
  const KnownHousehold known[] = {{3, {{}, ujiie_2771}, 2}, {7, {register_456, {}}, 1}};
  const auto verdict = choose_household(known);
  EXPECT_EQ(verdict.household, 7);
  EXPECT_EQ(verdict.rule, HouseholdRule::register_number);
}

TEST(ChooseHousehold, takes_the_oldest_of_equals) {
  const KnownHousehold known[] = {{8, {{}, ujiie_2771}, 2}, {3, {{}, ujiie_2771}, 1}};
  EXPECT_EQ(choose_household(known).household, 3);
}

TEST(ChooseHousehold, passes_a_crowded_address_over_and_says_so) {
  const KnownHousehold crowded[] = {{3, {{}, ujiie_2771}, most_members_by_address}};
  EXPECT_FALSE(choose_household(crowded).household);
  EXPECT_TRUE(choose_household(crowded).crowded);
  const KnownHousehold full[] = {{3, {{}, ujiie_2771}, most_members_by_address - 1}};
  EXPECT_EQ(choose_household(full).household, 3);
}

TEST(ChooseHousehold, keeps_apart_whom_the_register_of_protection_keeps_apart) {
  const KnownHousehold known[] = {{3, {register_456, ujiie_2771}, 2, true}};
  EXPECT_FALSE(choose_household(known).household);
}

}  // namespace
}  // namespace hub::linkage
