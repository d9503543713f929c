// The meeting bodies of the plans, and who sits in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/profile/configuration.hpp"
#include "hub/profile/convener.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const std::filesystem::path config = std::filesystem::path(tests::in_source("/config"));

Profile profile_of(const char* municipality) {
  Problems problems;
  return read_profile(config / "municipalities" / municipality, problems);
}

std::vector<std::string> functions_of(const Profile& profile, const char* forum) {
  std::vector<std::string> out;
  for (const ForumFunction& function : find_forum(profile, forum)->functions)
    out.push_back(function.basis.code);
  return out;
}

//
TEST(Forums, sakuras_appended_table_has_nine_categories_and_the_tax_section) {
  const Profile profile = profile_of("sakura");
  const MemberTable* table = find_table(profile, "shien-beppyo");
  ASSERT_NE(table, nullptr);
  std::vector<std::string> names;
  std::size_t members = 0;
  bool tax = false;
  for (const MemberCategory& category : table->categories) {
    names.push_back(category.name);
    members += category.members.size();
    for (const Member& member : category.members)
      tax = tax || member.name == "市税務課";
  }
  EXPECT_THAT(names, ElementsAre("就労", "保健・医療", "障がい", "高齢", "子ども", "保護",
                                 "生活・金銭", "住居", "その他"));
  EXPECT_EQ(members, 39U);
  EXPECT_TRUE(tax);
  EXPECT_TRUE(find_section(profile, "zeimu")->holds_tax_data);
}

//
TEST(Forums, sakuras_first_table_has_nine_bodies_one_of_them_a_profession) {
  const Profile profile = profile_of("sakura");
  const MemberCategory& bodies = find_table(profile, "juso-hyo1")->categories.front();
  ASSERT_THAT(bodies.members, SizeIs(9));
  EXPECT_EQ(bodies.members[2].name, "障害者相談支援センター桜花");
  EXPECT_EQ(bodies.members[8].name, "スクールソーシャルワーカー");
  EXPECT_TRUE(bodies.members[8].profession);
}

//
TEST(Forums, the_city_convenes_sakuras_shien_kaigi_and_sakutomo_may_not) {
  const Profile profile = profile_of("sakura");
  Problems problems;
  const auto bases = read_legal_bases(config, problems);
  const auto day =
      base::from_jst_day(Day(std::chrono::year(2026), std::chrono::month(4), std::chrono::day(1)));
  const auto* shien = bases.find("SHIEN-KAIGI", day);
  const auto* juso = bases.find("J-KAIGI", day);
  ASSERT_NE(shien, nullptr);
  ASSERT_NE(juso, nullptr);
  EXPECT_TRUE(may_convene(profile, "fukushi", *shien));
  EXPECT_FALSE(may_convene(profile, "sakutomo-takikan", *shien));
  EXPECT_TRUE(may_convene(profile, "sakutomo-takikan", *juso));
  EXPECT_FALSE(may_convene(profile, "elim", *juso));
}

//
TEST(Forums, odas_one_body_has_two_functions_chosen_per_item) {
  const Profile profile = profile_of("oda");
  EXPECT_THAT(functions_of(profile, "kobetsu-kaigi"), ElementsAre("J-KAIGI", "SHIEN-KAIGI"));
  EXPECT_EQ(find_forum(profile, "kobetsu-kaigi")->choice, Choice::per_item);
}

//
TEST(Forums, igas_care_conference_is_the_shien_kaigi) {
  const Profile profile = profile_of("iga");
  EXPECT_THAT(functions_of(profile, "chiiki-care"), ElementsAre("SHIEN-KAIGI", "CARE-KAIGI"));
}

//
TEST(Forums, chigasaki_tells_functions_apart_by_consent_and_lets_bodies_overlap) {
  const Profile profile = profile_of("chigasaki");
  const Forum* forum = find_forum(profile, "shien-kentou");
  EXPECT_EQ(forum->choice, Choice::by_consent);
  EXPECT_THAT(forum->overlaps, SizeIs(3));
  EXPECT_THAT(forum->triggers, ElementsAre("create", "change", "close", "suspend", "share"));
  for (const Ref& body : forum->overlaps)
    EXPECT_EQ(find_forum(profile, body.code)->functions.back().extent, Extent::part) << body.code;
}

//
TEST(Forums, kobayashi_meets_every_other_month_and_ad_hoc) {
  const Profile profile = profile_of("kobayashi");
  const Forum* forum = find_forum(profile, "juso-kaigi");
  ASSERT_THAT(forum->sittings, SizeIs(2));
  EXPECT_EQ(forum->sittings[0].every, "P2M");
  EXPECT_EQ(forum->sittings[1].sitting, Sitting::ad_hoc);
  EXPECT_THAT(profile.forums, SizeIs(8));
}

}  // namespace
}  // namespace hub::profile
