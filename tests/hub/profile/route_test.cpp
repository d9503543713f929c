#include "hub/profile/route.hpp"
#include "tests/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace hub::profile {
namespace {

using testing::ElementsAre;

Day day(int year, unsigned month, unsigned day_of_month) {
  return Day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month));
}

const Profile& profile_of(const std::string& municipality) {
  static std::map<std::string, Profile> read;
  const auto found = read.find(municipality);
  if (found != read.end()) return found->second;
  Problems problems;
  return read
      .emplace(municipality,
               read_profile(
                   std::filesystem::path(tests::in_source("/config/municipalities")) / municipality,
                   problems))
      .first->second;
}

struct Way {
  const char* name;
  const char* municipality;
  const char* field;
  const char* town;
  Day day;
  const char* desk;  ///< empty: a person decides
  Unsure unsure;
};

class Ways : public testing::TestWithParam<Way> {};

TEST_P(Ways, lead_to_the_desk_of_the_plan) {
  const Way& way = GetParam();
  const Destination found = route(profile_of(way.municipality), way.field, way.town, way.day);
  EXPECT_EQ(found.desk == nullptr ? "" : found.desk->code, way.desk);
  EXPECT_EQ(found.unsure, way.unsure);
  EXPECT_EQ(found.reason.empty(), way.unsure == Unsure::none);
  EXPECT_FALSE(found.candidates.empty());
}

const Day r5 = day(2024, 3, 31);  // the last day of 令和5年度
const Day r6 = day(2024, 4, 1);
const Day now = day(2026, 4, 10);

INSTANTIATE_TEST_SUITE_P(
    Five, Ways,
    testing::Values(
        Way{"old_in_kitsuregawa", "sakura", "kaigo", "喜連川", now, "nikon-houkatsu", Unsure::none},
        Way{"old_in_shimokawado", "sakura", "kaigo", "下河戸", now, "nikon-houkatsu", Unsure::none},
        Way{"old_in_ujiie_east", "sakura", "kaigo", "鍛冶ケ澤", now, "elim-houkatsu", Unsure::none},
        Way{"old_in_ujiie_centre", "sakura", "kaigo", "氏家", now, "elim-houkatsu", Unsure::none},
        Way{"old_in_ujiie_west", "sakura", "kaigo", "押上", now, "nikon-houkatsu", Unsure::none},
        Way{"town_without_area", "sakura", "kaigo", "桜ヶ丘一丁目", now, "", Unsure::no_area},
        Way{"no_town_at_all", "sakura", "kaigo", "", now, "", Unsure::no_area},
        Way{"whole_city_needs_no_town", "sakura", "konkyu", "", now, "shakyo-jiritsu",
            Unsure::none},
        Way{"mothers_until_r5", "sakura", "boshi", "氏家", r5, "kosodate-hokatsu", Unsure::none},
        Way{"mothers_from_r6", "sakura", "boshi", "氏家", r6, "kodomo-katei-center", Unsure::none},
        Way{"whatever", "sakura", "sogo", "", now, "sakutomo-marugoto", Unsure::none},
        Way{"field_nobody_has", "sakura", "sumai", "氏家", now, "", Unsure::no_route},
        Way{"thirteen_places", "chigasaki", "kaigo", "本村二丁目", now, "houkatsu",
            Unsure::several_bases},
        Way{"housing", "chigasaki", "sumai", "", now, "jutaku", Unsure::none},
        Way{"three_kinds", "chigasaki", "kodomo", "", now, "", Unsure::several_desks},
        Way{"nojiri", "kobayashi", "kaigo", "野尻町紙屋", now, "nojiri-houkatsu", Unsure::none},
        Way{"kobayashi_west", "kobayashi", "kaigo", "大字北西方", now, "seibu-houkatsu",
            Unsure::none},
        Way{"suki_has_no_area", "kobayashi", "kaigo", "須木中原", now, "", Unsure::no_area},
        Way{"satellites_without_areas", "iga", "sogo", "阿保", now, "", Unsure::several_desks},
        Way{"two_poverty_desks", "iga", "konkyu", "", now, "", Unsure::several_desks},
        Way{"nurses", "oda", "iryo", "", now, "kangoshi", Unsure::none},
        Way{"oda_children", "oda", "kodomo", "", now, "odakko", Unsure::none}),
    [](const auto& test) { return std::string(test.param.name); });

//
TEST(Route, names_the_candidates_when_the_town_has_no_area) {
  const Destination found = route(profile_of("sakura"), "kaigo", "桜ヶ丘一丁目", now);
  std::vector<std::string> codes;
  for (const Desk* desk : found.candidates)
    codes.push_back(desk->code);
  EXPECT_THAT(codes, ElementsAre("elim-houkatsu", "nikon-houkatsu"));
}

//
TEST(Route, names_the_general_desk_when_the_field_has_none) {
  const Destination found = route(profile_of("sakura"), "sumai", "", now);
  ASSERT_EQ(found.candidates.size(), 1U);
  EXPECT_EQ(found.candidates[0]->code, "sakutomo-marugoto");
}

TEST(Route, folds_both_spellings_of_a_town) {
  const TownFold fold = [](std::string_view town) {
    return town == "鍛冶ヶ澤" ? std::string("鍛冶ケ澤") : std::string(town);
  };
  const Destination found = route(profile_of("sakura"), "kaigo", "鍛冶ヶ澤", now, fold);
  ASSERT_NE(found.desk, nullptr);
  EXPECT_EQ(found.desk->code, "elim-houkatsu");
}

TEST(Route, the_coordinator_depends_on_the_day) {
  EXPECT_TRUE(coordinators_on(profile_of("sakura"), r5).empty());
  ASSERT_EQ(coordinators_on(profile_of("sakura"), r6).size(), 1U);
  EXPECT_EQ(coordinators_on(profile_of("sakura"), r6)[0]->desk.code, "sakutomo-takikan");
}

//
TEST(Route, two_coordinators_share_one_function) {
  for (const char* municipality : {"chigasaki", "kobayashi", "oda"})
    EXPECT_EQ(coordinators_on(profile_of(municipality), now).size(), 2U) << municipality;
}

TEST(Route, the_partner_of_a_desk_is_found) {
  const Profile& sakura = profile_of("sakura");
  ASSERT_NE(partner_for_desk(sakura, "sakutomo-takikan", now), nullptr);
  EXPECT_EQ(partner_for_desk(sakura, "sakutomo-takikan", now)->code, "sakutomo");
  EXPECT_EQ(partner_for_desk(sakura, "kikan-soudan", now), nullptr);
}

}  // namespace
}  // namespace hub::profile
