// An officer takes somebody out of a household, and takes that back.
#include "hub/service/household_split.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/same_person_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::SizeIs;

/// a1 and a2 are two, of one house.
class HouseholdSplit : public SamePerson {
 protected:
  HouseholdSplit() {
    employ_at("suzuki", "kikan-soudan");
    employ_at("shimin", "kikan-soudan", false, "shimin");
  }

  base::HouseholdId home_of(const std::string& key) {
    const auto rows = households(link_of(kaigo, key)->person);
    return look(
        [&](store::Reader& reader) { return store::read_household(reader, rows.at(0))->id; });
  }
  bool together() { return home_of("a1") == home_of("a2"); }
  base::Result<> part(const std::string& key, const std::string& who = "officer/suzuki") {
    return part_from_household(*context, home_of("a1"), id_of(kaigo, key), who);
  }
  base::Result<> rejoin(const std::string& key, const std::string& who = "officer/suzuki") {
    return rejoin_household(*context, id_of(kaigo, key), who);
  }
};

TEST_F(HouseholdSplit, lasts_whatever_comes_until_it_is_taken_back) {
  ASSERT_TRUE(together());
  ASSERT_TRUE(part("a2").has_value());
  EXPECT_FALSE(together());
  deliver(kaigo,
          {person({.key = "a2", .number = "0002", .more = R"(,"nationality":"x")"}, "insured")});
  EXPECT_FALSE(together());
  ASSERT_TRUE(rejoin("a2").has_value());
  EXPECT_TRUE(together());
  for (const auto* action : {"household.parted", "household.rejoined"}) {
    ASSERT_THAT(audited(action), SizeIs(1)) << action;
    EXPECT_EQ(audited(action)[0].actor, "officer/suzuki");
    EXPECT_THAT(audited(action)[0].persons, testing::ElementsAre(id_of(kaigo, "a2")));
  }
}

TEST_F(HouseholdSplit, is_an_officers_and_of_who_lives_there_with_others) {
  EXPECT_EQ(part("a2", "operator/root").error().kind(), Kind::forbidden);
  EXPECT_EQ(rejoin("a2", "operator/root").error().kind(), Kind::forbidden);
  EXPECT_EQ(rejoin("a2").error().kind(), Kind::conflict) << "nobody took anybody out";
  EXPECT_EQ(part_from_household(*context, {}, id_of(kaigo, "a2"), officer).error().kind(),
            Kind::not_found);
  EXPECT_EQ(part_from_household(*context, home_of("a1"), {}, officer).error().kind(),
            Kind::not_found);
  EXPECT_EQ(rejoin_household(*context, {}, officer).error().kind(), Kind::not_found);
  ASSERT_TRUE(part("a2").has_value());
  EXPECT_EQ(part("a2").error().kind(), Kind::invalid) << "is not of it any more";
  EXPECT_EQ(part("a1").error().kind(), Kind::invalid) << "lives alone";
}

}  // namespace
}  // namespace hub::service
