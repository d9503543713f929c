// The truth about patterns, on households made by hand: what shows one, and what just misses it.
#include "tests/bench/population/patterns.hpp"

#include <gtest/gtest.h>

namespace {

using namespace bench::population;

/// Adds persons and records; a record is a contact and its row.
struct Home {
  Unit unit{};
  std::vector<Contact> contacts{};
  std::vector<Row> rows{};

  Index person(std::uint32_t age, Index mother = nobody) {
    Being being;
    being.sex = 2;
    being.born = {today.year - age, 1, 2};
    being.mother = mother;
    unit.people.push_back(being);
    return static_cast<Index>(unit.people.size() - 1);
  }

  Row& record(Index being, Source source, std::uint32_t concerns = 0) {
    Contact contact;
    contact.being = being;
    contact.source = source;
    contact.focus = being;
    contacts.push_back(contact);
    Row row;
    row.source = source;
    row.field = field_of(source);
    row.concerns = concerns;
    rows.push_back(row);
    return rows.back();
  }

  [[nodiscard]] bool shows(Pattern pattern) const {
    House house;
    house.size = static_cast<Index>(unit.people.size());
    return (patterns_of(unit, house, contacts, rows) & bit(pattern)) != 0;
  }
};

struct Of8050 {
  const char* what;
  std::uint32_t parent_age;
  bool care_level;
  Source knows_parent;
  std::uint32_t child_age;
  Source knows_child;
  Concern concern;
  bool shows;
};
const Of8050 of_8050[] = {
    {"82 and 52, withdrawn", 82, true, Source::kaigo, 52, Source::konkyu, Concern::withdrawal,
     true},
    {"75 without a care level", 75, false, Source::kaigo, 40, Source::konkyu, Concern::poverty,
     true},
    {"70 in care", 70, true, Source::life, 44, Source::shogai, Concern::mental, true},
    {"child of 64", 90, false, Source::kaigo, 64, Source::konkyu, Concern::employment, true},
    {"74 without a care level", 74, false, Source::kaigo, 50, Source::konkyu, Concern::poverty,
     false},
    {"child of 39", 82, true, Source::kaigo, 39, Source::konkyu, Concern::poverty, false},
    {"child of 65", 92, true, Source::kaigo, 65, Source::konkyu, Concern::poverty, false},
    {"another concern", 82, true, Source::kaigo, 52, Source::konkyu, Concern::debt, false},
    {"one field alone", 82, true, Source::konkyu, 52, Source::konkyu, Concern::poverty, false}};

TEST(Patterns, tell_8050_from_what_just_misses_it) {
  for (const Of8050& one : of_8050) {
    Home home;
    const Index parent = home.person(one.parent_age);
    const Index child = home.person(one.child_age, parent);
    home.record(parent, one.knows_parent).care_level = one.care_level;
    home.record(child, one.knows_child, bit(one.concern));
    EXPECT_EQ(home.shows(Pattern::p8050), one.shows) << one.what;
  }
}

TEST(Patterns, want_a_child_for_8050_and_no_lodger) {
  Home home;
  home.record(home.person(82), Source::kaigo).care_level = true;
  home.record(home.person(52), Source::konkyu, bit(Concern::withdrawal));
  EXPECT_FALSE(home.shows(Pattern::p8050));
}

/// Grandmother, mother and child; the mother came to 介護 and is a guardian in 子ども.
Home double_care(bool cares, bool guardian, bool same_carer) {
  Home home;
  const Index elder = home.person(80);
  const Index mother = home.person(45, elder);
  const Index aunt = home.person(43, elder);
  const Index child = home.person(8, mother);
  const std::uint32_t caregiver = cares ? bit(Concern::caregiver) : 0;
  home.record(elder, Source::kaigo, caregiver).care_level = true;
  home.contacts.back().caller = same_carer ? mother : aunt;
  home.record(child, Source::kodomo);
  if (!guardian) return home;
  home.record(mother, Source::kodomo);
  home.contacts.back().focus = child;
  return home;
}

TEST(Patterns, tell_double_care_by_the_one_who_does_both) {
  EXPECT_TRUE(double_care(true, true, true).shows(Pattern::double_care));
  EXPECT_FALSE(double_care(false, true, true).shows(Pattern::double_care));
  EXPECT_FALSE(double_care(true, false, true).shows(Pattern::double_care));
  EXPECT_FALSE(double_care(true, true, false).shows(Pattern::double_care));
}

Home young_carer(std::uint32_t age, Concern of_child, Concern of_mother) {
  Home home;
  const Index mother = home.person(44);
  const Index child = home.person(age, mother);
  home.record(child, Source::kodomo, bit(of_child));
  home.record(mother, Source::shogai, bit(of_mother));
  return home;
}

TEST(Patterns, tell_a_young_carer_by_whom_the_child_cares_for) {
  EXPECT_TRUE(young_carer(12, Concern::caregiver, Concern::mental).shows(Pattern::young_carer));
  EXPECT_TRUE(young_carer(17, Concern::caregiver, Concern::care).shows(Pattern::young_carer));
  EXPECT_FALSE(young_carer(18, Concern::caregiver, Concern::mental).shows(Pattern::young_carer));
  EXPECT_FALSE(young_carer(12, Concern::school, Concern::mental).shows(Pattern::young_carer));
  EXPECT_FALSE(young_carer(12, Concern::caregiver, Concern::debt).shows(Pattern::young_carer));
}

TEST(Patterns, tell_a_parent_with_a_certificate_and_a_child_known_to_kodomo) {
  const auto shows = [](bool certificate, Source knows_child, bool parent) {
    Home home;
    const Index mother = home.person(44);
    const Index child = home.person(9, parent ? mother : nobody);
    home.record(mother, Source::shogai).certificate = certificate;
    home.record(child, knows_child);
    return home.shows(Pattern::parent_disability);
  };
  EXPECT_TRUE(shows(true, Source::kodomo, true));
  EXPECT_FALSE(shows(false, Source::kodomo, true));
  EXPECT_FALSE(shows(true, Source::shogai, true));
  EXPECT_FALSE(shows(true, Source::kodomo, false));
}

TEST(Patterns, count_members_and_fields_and_no_file_twice) {
  Home two;
  two.record(two.person(80), Source::kaigo);
  EXPECT_FALSE(two.shows(Pattern::multi_field));
  two.record(two.person(50), Source::life);  // 介護 as well
  EXPECT_FALSE(two.shows(Pattern::multi_field));
  two.record(1, Source::konkyu);
  EXPECT_TRUE(two.shows(Pattern::multi_field));
  EXPECT_FALSE(two.shows(Pattern::single_multi));
  two.record(1, Source::shogai);
  EXPECT_TRUE(two.shows(Pattern::single_multi));
}

TEST(Patterns, take_nobody_for_known_who_is_named_beside_a_child) {
  Home home;
  const Index mother = home.person(40);
  const Index child = home.person(8, mother);
  home.record(mother, Source::konkyu);
  home.record(mother, Source::shogai);
  home.record(mother, Source::kodomo);
  home.contacts.back().focus = child;
  EXPECT_FALSE(home.shows(Pattern::single_multi));
  home.contacts.back().focus = mother;
  EXPECT_TRUE(home.shows(Pattern::single_multi));
}

TEST(Patterns, know_no_age_that_no_desk_wrote) {
  Home home;
  const Index parent = home.person(82);
  home.record(parent, Source::kaigo);
  home.record(home.person(52, parent), Source::konkyu, bit(Concern::withdrawal));
  EXPECT_TRUE(home.shows(Pattern::p8050));
  home.rows[1].dirt.add(Dirt::no_birthday);
  EXPECT_FALSE(home.shows(Pattern::p8050));
}

}  // namespace
