// The shipped patterns over invented households, on 2026-04-10: what makes each, and what almost
// does.
#include "hub/linkage/pattern.hpp"

#include <gtest/gtest.h>

#include "tests/hub/linkage/home_fixture.hpp"

namespace hub::linkage {
namespace {

using Strings = std::vector<std::string>;

ToldOfMember in_care(const std::string& birthday) {
  auto told = known("kaigo", birthday);
  told.care_levels = {"21"};
  return told;
}

Household eighty_fifty(const std::string& parent, const std::string& child,
                       const std::string& concern = "WITHDRAWAL") {
  Household home;
  const auto mother = home.add(known("kaigo", parent));
  const auto son = home.add(known("konkyu", child, {concern}));
  home.state(mother, son, "長男");
  return home;
}

TEST(Patterns, are_the_six_of_the_field) {
  Strings codes;
  for (const auto& rule : shipped_rules().patterns)
    codes.push_back(rule.code);
  EXPECT_EQ(codes, (Strings{"8050", "DOUBLE_CARE", "YOUNG_CARER", "MULTI_FIELD",
                            "PARENT_DISABILITY", "SINGLE_MULTI"}));
}

TEST(Patterns, tell_8050_without_contents) {
  const auto found = eighty_fifty("1944-06-05", "1973-11-03").finding("8050");
  EXPECT_EQ(found.members.size(), 2U);
  EXPECT_EQ(found.fields, (Strings{"kaigo", "konkyu"}));
  EXPECT_EQ(found.evidence, (Strings{"age", "lives_with", "relationship", "concern_elsewhere"}));
  EXPECT_EQ(found.confidence, Confidence::certain);
}

struct Birthdays {
  const char* name;
  const char* parent;
  const char* child;
  bool makes;
};
class Ages : public testing::TestWithParam<Birthdays> {};

TEST_P(Ages, count_only_where_they_are_certain) {
  const auto& [name, parent, child, makes] = GetParam();
  EXPECT_EQ(eighty_fifty(parent, child).makes("8050"), makes);
}

INSTANTIATE_TEST_SUITE_P(
    Boundaries, Ages,
    testing::Values(Birthdays{"parent_75_today", "1951-04-10", "1980-01-01", true},
                    Birthdays{"parent_74_till_tomorrow", "1951-04-11", "1980-01-01", false},
                    Birthdays{"parent_75_by_month", "1951-03", "1980-01-01", true},
                    Birthdays{"parent_perhaps_74_by_month", "1951-04", "1980-01-01", false},
                    Birthdays{"parent_75_by_year", "1950", "1980-01-01", true},
                    Birthdays{"parent_perhaps_74_by_year", "1951", "1980-01-01", false},
                    Birthdays{"child_40_today", "1945-01-01", "1986-04-10", true},
                    Birthdays{"child_39_till_tomorrow", "1945-01-01", "1986-04-11", false},
                    Birthdays{"child_perhaps_39_by_year", "1945-01-01", "1986", false},
                    Birthdays{"child_40_by_year", "1945-01-01", "1985", true},
                    Birthdays{"child_64_till_tomorrow", "1935-01-01", "1961-04-11", true},
                    Birthdays{"child_65_today", "1935-01-01", "1961-04-10", false},
                    Birthdays{"child_perhaps_65_by_month", "1935-01-01", "1961-04", false}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Patterns, take_an_artificial_day_for_the_month) {
  auto home = eighty_fifty("1951-04-05", "1980-01-01");
  ASSERT_TRUE(home.makes("8050"));
  home.facts.members[0].told[0].born->artificial = true;
  EXPECT_FALSE(home.makes("8050"));
}

TEST(Patterns, take_what_all_birthdays_agree_on) {
  auto home = eighty_fifty("1951", "1980-01-01");
  auto more = known("kaigo", "1951-01-15");
  more.born->artificial = true;
  home.facts.members[0].told.push_back(more);
  EXPECT_TRUE(home.makes("8050"));
  home.facts.members[0].told.push_back(known("kaigo", "1961-01-15"));
  EXPECT_FALSE(home.makes("8050")) << "they disagree";
}

TEST(Patterns, want_a_concern_of_8050_in_another_field) {
  EXPECT_FALSE(eighty_fifty("1944-06-05", "1973-11-03", "MOBILITY").makes("8050"));
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  home.facts.members[1].told[0].field = "kaigo";
  EXPECT_FALSE(home.makes("8050")) << "the mother's desk knows it all";
  home.facts.members[0].told.push_back(known("shogai", "1944-06-05"));
  EXPECT_TRUE(home.makes("8050")) << "another desk of hers doesn't";
}

TEST(Patterns, take_care_for_age) {
  auto home = eighty_fifty("1956-01-01", "1980-01-01");
  EXPECT_FALSE(home.makes("8050"));
  home.facts.members[0].told[0].care_levels = {"13"};
  EXPECT_EQ(home.finding("8050").evidence.at(1), "care_level");
  home.facts.members[0].told[0].care_levels = {"01"};
  EXPECT_FALSE(home.makes("8050")) << "非該当";
}

TEST(Patterns, want_a_child_who_lives_there) {
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  home.facts.pairs[0].cohabiting = domain::Cohabiting::no;
  EXPECT_FALSE(home.makes("8050"));
  home.facts.pairs[0].cohabiting = domain::Cohabiting::unknown;
  home.facts.pairs[0].relationship = "弟";
  EXPECT_FALSE(home.makes("8050")) << "a brother";
  home.facts.pairs.clear();
  EXPECT_EQ(home.finding("8050").evidence,
            (Strings{"age", "lives_with", "years_younger", "concern_elsewhere"}));
  home.facts.members[1].told[0].born = born("1961-05");
  EXPECT_TRUE(home.makes("8050"));
  home.facts.members[0].told[0].born = born("1947-01");
  EXPECT_FALSE(home.makes("8050")) << "fourteen years";
}

TEST(Patterns, know_the_one_member_of_a_stated_age) {
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  auto& told = home.facts.pairs[0];
  told.who.reset();
  told.age = 51;
  EXPECT_EQ(home.finding("8050").evidence.at(2), "relationship");
  EXPECT_EQ(home.finding("8050").confidence, Confidence::certain) << "by the years between them";
  told.relationship = "弟";
  EXPECT_FALSE(home.makes("8050"));
  home.add(known("konkyu", "1974-01-01"));
  EXPECT_TRUE(home.makes("8050")) << "two of that age: nobody knows of whom it was said";
}

TEST(Patterns, find_double_care) {
  Household home;
  const auto mother = home.add(in_care("1947-12-20"));
  auto woman = known("kodomo", "1984-02-11");
  woman.knows = false;
  const auto carer = home.add(woman);
  const auto boy = home.add(known("kodomo", "2020-09-14", {"CHILDREARING"}));
  home.state(mother, carer, "子の妻").role = domain::HouseholdRole::carer;
  home.state(boy, carer, "母").role = domain::HouseholdRole::carer;
  const auto found = home.finding("DOUBLE_CARE");
  EXPECT_EQ(found.members.size(), 3U);
  EXPECT_EQ(found.fields, (Strings{"kaigo", "kodomo"}));
  home.facts.members[boy].told[0].born = born("2008-04-10");
  EXPECT_FALSE(home.makes("DOUBLE_CARE")) << "18 today";
  home.facts.members[boy].told[0].born = born("2008-04-11");
  EXPECT_TRUE(home.makes("DOUBLE_CARE")) << "17 till tomorrow";
  home.facts.members[boy].told[0].born = born("2008");
  EXPECT_FALSE(home.makes("DOUBLE_CARE")) << "perhaps 18";
  home.facts.members[boy].told[0].born = born("2009");
  EXPECT_TRUE(home.makes("DOUBLE_CARE"));
  home.facts.pairs[0].role = domain::HouseholdRole::unknown;
  EXPECT_FALSE(home.makes("DOUBLE_CARE")) << "she lives there, and who cares is not known";
  auto troubled = known("konkyu", "1984-02-11", {"CAREGIVER"});
  home.facts.members[carer].told.push_back(troubled);
  EXPECT_TRUE(home.makes("DOUBLE_CARE")) << "she asked another desk about it";
}

TEST(Patterns, tell_two_of_one_age_apart_by_the_sex_of_their_relationship) {
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  home.add(known("konkyu", "1974-01-01"));
  home.facts.members[1].told[0].sex = Sex::man;
  home.facts.members[2].told[0].sex = Sex::woman;
  auto& told = home.facts.pairs[0];
  told.who.reset();
  told.age = 51;
  told.relationship = "子の夫";
  EXPECT_FALSE(home.makes("8050")) << "the man, and he is no child";
  told.relationship = "子の妻";
  EXPECT_TRUE(home.makes("8050")) << "the woman; of the man nothing is said";
}

TEST(Patterns, take_a_wifes_in_law_for_her_husbands) {
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  home.facts.pairs.clear();
  const auto husband = home.add(known("kaigo", "1941-01-01"));
  home.state(0, 1, "子の妻");
  EXPECT_TRUE(home.makes("8050")) << "of the old man nothing is said";
  home.state(0, husband, "夫");
  EXPECT_FALSE(home.makes("8050"));
}

TEST(Patterns, find_a_young_carer) {
  Household home;
  home.add(known("shogai", "1980-01-01", {"MENTAL"}));
  const auto girl = home.add(known("kodomo", "2012-01-01", {"CAREGIVER"}));
  EXPECT_EQ(home.finding("YOUNG_CARER").evidence, (Strings{"age", "concern", "lives_with"}));
  home.facts.members[girl].told[0].concerns = {"SCHOOL"};
  EXPECT_FALSE(home.makes("YOUNG_CARER"));
  home.state(0, girl, "長女").role = domain::HouseholdRole::carer;
  EXPECT_TRUE(home.makes("YOUNG_CARER"));
  home.facts.members[girl].told[0].born = born("2008-01-01");
  EXPECT_FALSE(home.makes("YOUNG_CARER")) << "of age";
  home.facts.members[girl].told[0].born = born("2012-01-01");
  home.facts.members[0].told[0].concerns = {"DEBT"};
  EXPECT_FALSE(home.makes("YOUNG_CARER")) << "nobody needs care";
}

TEST(Patterns, find_a_household_of_several_fields) {
  Household home;
  home.add(known("kaigo", "1950-01-01"));
  const auto other = home.add(known("shogai", "1980-01-01"));
  home.add(known("shogai", "2001-01-01"));
  home.facts.members[2].told[0].knows = false;
  const auto found = home.finding("MULTI_FIELD");
  EXPECT_EQ(found.members.size(), 2U) << "whom nobody knows is no part of it";
  EXPECT_EQ(found.fields, (Strings{"kaigo", "shogai"}));
  EXPECT_EQ(found.evidence, (Strings{"known_members", "known_fields"}));
  home.facts.members[other].told[0].field = "kaigo";
  EXPECT_FALSE(home.makes("MULTI_FIELD")) << "one field";
  home.facts.members[0].told.push_back(known("konkyu", "1950-01-01"));
  home.facts.members[other].told[0].knows = false;
  EXPECT_FALSE(home.makes("MULTI_FIELD")) << "one member";
}

TEST(Patterns, find_a_parent_with_a_certificate) {
  Household home;
  auto father = known("shogai", "1985-01-01");
  father.certificates = {"mental"};
  home.add(father);
  home.add(known("kodomo", "2015-01-01"));
  EXPECT_EQ(home.finding("PARENT_DISABILITY").evidence,
            (Strings{"certificate", "field", "lives_with", "years_younger"}));
  home.state(1, 0, "父");
  EXPECT_EQ(home.finding("PARENT_DISABILITY").evidence,
            (Strings{"certificate", "field", "relationship"}));
  home.facts.pairs[0].relationship = "兄";
  EXPECT_FALSE(home.makes("PARENT_DISABILITY"));
  home.facts.pairs[0].relationship = "父";
  home.facts.members[0].told[0].certificates.clear();
  EXPECT_FALSE(home.makes("PARENT_DISABILITY"));
}

TEST(Patterns, find_one_whom_three_fields_know) {
  Household home;
  home.add(known("kaigo", "1950-01-01"));
  home.facts.members[0].sure = false;
  home.facts.members[0].told.push_back(known("shogai", "1950-01-01"));
  EXPECT_FALSE(home.makes("SINGLE_MULTI"));
  home.facts.members[0].told.push_back(known("shogai", "1950-01-01"));
  EXPECT_FALSE(home.makes("SINGLE_MULTI")) << "two of one field";
  home.facts.members[0].told.push_back(known("konkyu", "1950-01-01"));
  EXPECT_EQ(home.codes(), Strings{"SINGLE_MULTI"});
  EXPECT_EQ(home.finding("SINGLE_MULTI").confidence, Confidence::certain)
      << "whoever else lives there";
  home.facts.members[0].told.back().sure = false;
  EXPECT_EQ(home.finding("SINGLE_MULTI").confidence, Confidence::probable);
}

TEST(Patterns, are_certain_by_sure_links_alone) {
  auto home = eighty_fifty("1944-06-05", "1973-11-03");
  home.facts.members[1].told.push_back(known("konkyu", "1973-11-03", {"WITHDRAWAL"}));
  home.facts.members[1].told[0].sure = false;
  EXPECT_EQ(home.finding("8050").confidence, Confidence::certain) << "another record says it";
  home.facts.members[1].told[1].sure = false;
  EXPECT_EQ(home.finding("8050").confidence, Confidence::probable);
  home.facts.members[1].told[0].sure = true;
  home.facts.members[0].sure = false;
  EXPECT_EQ(home.finding("8050").confidence, Confidence::probable) << "she is there by address";
}

TEST(Patterns, count_a_child_of_the_youtai_without_naming_it) {
  Household home;
  home.add(known("kaigo", "1950-01-01"));
  auto child = known("kodomo", "2015-01-01");
  child.youtai = true;
  home.add(child);
  home.facts.members[1].told.push_back(known("shogai", "2015-01-01"));
  const auto found = home.finding("MULTI_FIELD");
  EXPECT_TRUE(found.members.at(0).named);
  EXPECT_FALSE(found.members.at(1).named);
  home.facts.members[1].told[0].born = born("1980-01-01");
  home.facts.members[1].told[1].born = born("1980-01-01");
  EXPECT_TRUE(home.finding("MULTI_FIELD").members.at(1).named) << "a guardian, known to another";
  home.facts.members[1].told.pop_back();
  EXPECT_FALSE(home.finding("MULTI_FIELD").members.at(1).named) << "known to the 要対協 alone";
}

TEST(Patterns, are_none_of_a_facility) {
  Household home;
  for (std::size_t at = 0; at < most_members_of_pattern; ++at)
    home.add(known(at % 2 == 0 ? "kaigo" : "shogai", "1950-01-01"));
  EXPECT_TRUE(home.makes("MULTI_FIELD"));
  home.add(known("kaigo", "1950-01-01"));
  EXPECT_TRUE(home.codes().empty());
}

}  // namespace
}  // namespace hub::linkage
