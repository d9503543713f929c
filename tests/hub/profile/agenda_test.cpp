// On which ground an agenda item is heard, in the meetings of three plans.
#include "hub/profile/agenda.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "hub/profile/law.hpp"
#include "hub/profile/profile.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

const std::filesystem::path config = std::filesystem::path(tests::in_source("/config"));
const base::UtcMillis day =
    base::from_jst_day(Day(std::chrono::year(2026), std::chrono::month(4), std::chrono::day(10)));

/// The ground's code, or "" with the reason left out.
std::string heard_on(const char* municipality, const char* forum, const AgendaItem& item,
                     base::UtcMillis at = day) {
  Problems problems;
  const Profile profile = read_profile(config / "municipalities" / municipality, problems);
  const auto bases = read_legal_bases(config, problems);
  const auto row = ground_of(*find_forum(profile, forum), item, bases, at);
  return row ? row.value()->code : "";
}

//
TEST(Agenda, of_odas_one_body_has_a_consented_and_an_unconsented_item_in_one_sitting) {
  EXPECT_EQ(heard_on("oda", "kobetsu-kaigi", {"J-KAIGI", true}), "J-KAIGI");
  EXPECT_EQ(heard_on("oda", "kobetsu-kaigi", {"SHIEN-KAIGI", false}), "SHIEN-KAIGI");
  EXPECT_EQ(heard_on("oda", "kobetsu-kaigi", {}), "") << "nobody chose";
  EXPECT_EQ(heard_on("oda", "kobetsu-kaigi", {"CARE-KAIGI", true}), "") << "none of its functions";
}

//
TEST(Agenda, of_igas_care_conference_is_heard_as_shien_kaigi_or_as_care_conference) {
  EXPECT_EQ(heard_on("iga", "chiiki-care", {"SHIEN-KAIGI"}), "SHIEN-KAIGI");
  EXPECT_EQ(heard_on("iga", "chiiki-care", {"CARE-KAIGI"}), "CARE-KAIGI");
  EXPECT_EQ(heard_on("iga", "chiiki-care", {"J-KAIGI", true}), "");
}

//
TEST(Agenda, of_chigasaki_follows_the_consent) {
  EXPECT_EQ(heard_on("chigasaki", "shien-kentou", {"", true}), "J-KAIGI");
  EXPECT_EQ(heard_on("chigasaki", "shien-kentou", {"", false}), "SHIEN-KAIGI");
  EXPECT_EQ(heard_on("chigasaki", "shien-kentou", {"J-KAIGI", false}), "");
  EXPECT_EQ(heard_on("chigasaki", "shien-kentou", {"SHIEN-KAIGI", true}), "SHIEN-KAIGI");
}

//
TEST(Agenda, of_another_bodys_meeting_is_a_shien_kaigi_only_where_that_part_was_declared) {
  for (const char* body : {"youtaikyo", "konkyu-chosei", "chiiki-care"}) {
    EXPECT_EQ(heard_on("chigasaki", body, {"SHIEN-KAIGI", false, true}), "SHIEN-KAIGI") << body;
    EXPECT_EQ(heard_on("chigasaki", body, {"SHIEN-KAIGI", false, false}), "") << body;
  }
  EXPECT_EQ(heard_on("chigasaki", "youtaikyo", {"YOUTAIKYO"}), "YOUTAIKYO");
}

//
TEST(Agenda, has_no_person_in_a_body_that_hears_none) {
  EXPECT_EQ(heard_on("chigasaki", "kyogitai", {"SHIEN-KAIGI"}), "");
}

TEST(Agenda, rests_on_no_law_before_it_was_in_force) {
  const auto before =
      base::from_jst_day(Day(std::chrono::year(2021), std::chrono::month(3), std::chrono::day(31)));
  EXPECT_EQ(heard_on("oda", "kobetsu-kaigi", {"SHIEN-KAIGI"}, before), "");
}

}  // namespace
}  // namespace hub::profile
