#include "hub/linkage/homes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "hub/linkage/link.hpp"
#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::hanako;
using testing::population_of;
using testing::Someone;

Someone son(RecordId id) {
  auto one = hanako(id);
  one.given = "太郎";
  one.given_kana = "タロウ";
  one.birth = {1978, 9, 30};
  one.phone = "09012345678";
  return one;
}

/// Every record a person of its own; `registers` by place.
class Home : public ::testing::Test {
 protected:
  Homes settle(const std::vector<Someone>& all, std::vector<RegisterBearer> registers = {},
               std::vector<StatedHousemates> stated = {}) {
    const auto population = population_of(all, model_);
    std::vector<Place> alone(all.size());
    std::iota(alone.begin(), alone.end(), Place{0});
    return settle_homes({population, alone, registers, stated});
  }
  bool together(const std::vector<Someone>& all, std::vector<RegisterBearer> registers = {}) {
    const auto homes = settle(all, std::move(registers));
    return homes.household[0] == homes.household[1];
  }
  Model model_ = standard_model();
};

TEST_F(Home, joins_who_live_at_one_address) {
  EXPECT_TRUE(together({hanako(1), son(2)}));
  auto away = son(2);
  away.number = "31-5";
  EXPECT_FALSE(together({hanako(1), away}));
}

TEST_F(Home, keeps_two_rooms_apart) {
  auto mother = hanako(1);
  auto other = son(2);
  mother.room = "101";
  other.room = "202";
  EXPECT_FALSE(together({mother, other}));
  other.room = "101";
  EXPECT_TRUE(together({mother, other}));
}

TEST_F(Home, takes_who_left_out_the_room_to_the_only_flat_of_that_name) {
  auto mother = hanako(1);
  mother.room = "101";
  EXPECT_TRUE(together({mother, son(2)}));
  auto namesake = hanako(3);
  namesake.room = "202";
  EXPECT_FALSE(together({mother, son(2), namesake}));
}

TEST_F(Home, joins_by_register_number_where_an_address_is_missing) {
  auto other = son(2);
  other.town.clear();
  EXPECT_FALSE(together({hanako(1), other}));
  EXPECT_TRUE(together({hanako(1), other}, {{77, 0}, {77, 1}}));
  EXPECT_FALSE(together({hanako(1), other}, {{77, 0}, {78, 1}}));
}

TEST_F(Home, lets_no_register_number_bind_who_moved_since) {
  auto before = son(2);
  before.recorded = 20000;
  auto mother = hanako(1);
  mother.recorded = 20000;
  auto now = son(2);
  now.id = 3;
  now.number = "31-5";
  now.recorded = 20100;
  const auto population = population_of({mother, before, now}, model_);
  const std::vector<Place> person{0, 1, 1};
  const auto day = [&](Place place) { return population.rows_of(place).front().recorded; };
  const std::vector<RegisterBearer> registers{{77, 0, day(0)}, {77, 1, day(1)}};
  const auto homes = settle_homes({population, person, registers});
  EXPECT_NE(homes.household[0], homes.household[1]);
  const std::vector<RegisterBearer> said_later{{77, 0, day(0)}, {77, 1, day(2)}};
  const auto still = settle_homes({population, person, said_later});
  EXPECT_EQ(still.household[0], still.household[1]) << "it was said since he moved";
}

TEST_F(Home, makes_no_household_of_a_facility) {
  std::vector<Someone> all;
  for (RecordId id = 1; id <= 20; ++id) {
    auto one = hanako(id);
    one.family = "姓" + std::to_string(id);
    one.family_kana.clear();
    one.phone.clear();
    all.push_back(one);
  }
  const auto homes = settle(all);
  EXPECT_EQ(std::set(homes.household.begin(), homes.household.end()).size(), 20);
  EXPECT_EQ(homes.crowded_houses, 1);
}

TEST_F(Home, in_a_large_house_is_a_room) {
  std::vector<Someone> all;
  for (RecordId id = 1; id <= 20; ++id) {
    auto one = hanako(id);
    one.room = id <= 16 ? std::to_string(100 + id % 8) : "";
    one.phone.clear();
    all.push_back(one);
  }
  const auto homes = settle(all);
  EXPECT_EQ(std::set(homes.household.begin(), homes.household.end()).size(), 8 + 4)
      << "two a room, and alone whose room nobody knows";
  EXPECT_EQ(homes.household[0], homes.household[8]);
}

TEST_F(Home, joins_whom_somebody_stated_to_live_together) {
  auto other = son(2);
  other.town.clear();
  const auto homes = settle({hanako(1), other}, {}, {{0, 1}});
  EXPECT_EQ(homes.household[0], homes.household[1]);
}

/// Without her, with her: everybody else's households by id.
std::map<RecordId, RecordId> households(const std::vector<Someone>& all, const Model& model) {
  const auto population = population_of(all, model);
  const auto links = link_all(population, Scorer(model), {}, Decisions());
  std::vector<RegisterBearer> registers;
  for (Place place = 0; place < all.size(); ++place) {
    if (all[place].id % 3 == 0) registers.push_back({all[place].id % 97, place});
  }
  const auto homes = settle_homes({population, links.person, registers, {}});
  std::map<RecordId, RecordId> found;
  for (Place place = 0; place < all.size(); ++place) {
    if (!all[place].hidden) found[all[place].id] = population.id(homes.household[place]);
  }
  return found;
}

TEST_F(Home, is_the_same_for_any_order_of_the_records) {
  auto all = testing::invented_town(21, 600);
  const auto in_order = households(all, model_);
  std::mt19937_64 random(5);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    ASSERT_EQ(households(all, model_), in_order);
  }
}

TEST_F(Home, of_all_others_is_the_same_whether_the_hidden_are_there_or_not) {
  std::mt19937_64 random(9);
  for (int i = 0; i < 5; ++i) {
    auto all = testing::invented_town(random(), 300);
    const auto without = households(all, model_);
    const auto count = all.size();
    for (int k = 0; k < 20; ++k) {
      auto hidden = all[random() % count];
      hidden.id = random() | 1U;
      hidden.hidden = true;
      hidden.numbers.clear();
      all.push_back(hidden);
    }
    ASSERT_EQ(households(all, model_), without);
  }
}

}  // namespace
}  // namespace hub::linkage
