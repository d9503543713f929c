#include "hub/linkage/person.hpp"

#include <gtest/gtest.h>

namespace hub::linkage {
namespace {

constexpr Key kaigo = 1;
constexpr Key konkyu = 2;
constexpr Key hanako_1950 = 77;

TEST(ChoosePerson, joins_by_the_same_number_of_the_same_system) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, {}}}};
  const auto verdict = choose_person({{{kaigo, 5}}, {}}, known);
  EXPECT_EQ(verdict.person, 10);
  EXPECT_EQ(verdict.rule, PersonRule::same_number);
  EXPECT_TRUE(is_certain(verdict.rule));
}

TEST(ChoosePerson, does_not_join_equal_numbers_of_two_systems) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, {}}}};
  EXPECT_FALSE(choose_person({{{konkyu, 5}}, {}}, known).person);
}

TEST(ChoosePerson, joins_by_kana_birthday_and_sex_but_not_for_certain) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, hanako_1950}}};
  const auto verdict = choose_person({{{konkyu, 9}}, hanako_1950}, known);
  EXPECT_EQ(verdict.person, 10);
  EXPECT_EQ(verdict.rule, PersonRule::kana_birthday_sex);
  EXPECT_FALSE(is_certain(verdict.rule));
}

TEST(ChoosePerson, leaves_namesakes_apart_whom_one_system_tells_apart) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, hanako_1950}}};
  EXPECT_FALSE(choose_person({{{kaigo, 6}}, hanako_1950}, known).person);
}

TEST(ChoosePerson, joins_nobody_when_two_fit) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, hanako_1950}},
                               {11, {{{kaigo, 6}}, hanako_1950}}};
  const auto verdict = choose_person({{{konkyu, 9}}, hanako_1950}, known);
  EXPECT_FALSE(verdict.person);
  EXPECT_TRUE(verdict.ambiguous);
}

TEST(ChoosePerson, joins_nobody_when_two_numbers_of_a_record_belong_to_two_persons) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, {}}}, {11, {{{konkyu, 6}}, {}}}};
  EXPECT_TRUE(choose_person({{{kaigo, 5}, {konkyu, 6}}, {}}, known).ambiguous);
}

TEST(ChoosePerson, never_joins_again_what_was_split_or_must_be_kept_apart) {
  const KnownPerson known[] = {{10, {{{kaigo, 5}}, hanako_1950}, true}};
  const auto verdict = choose_person({{{kaigo, 5}}, hanako_1950}, known);
  EXPECT_FALSE(verdict.person);
  EXPECT_FALSE(verdict.ambiguous);
}

TEST(ChoosePerson, does_not_join_records_without_a_birthday) {
  const KnownPerson known[] = {{10, {{}, std::nullopt}}};
  EXPECT_FALSE(choose_person({{}, std::nullopt}, known).person);
}

}  // namespace
}  // namespace hub::linkage
