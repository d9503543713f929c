#include "hub/linkage/compare.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "tests/hub/linkage/people.hpp"

namespace hub::linkage {
namespace {

using testing::hanako;
using testing::pack;
using testing::Someone;
using Change = std::function<void(Someone&)>;

class Compare : public ::testing::Test {
 protected:
  Comparison against_hanako(const Change& change) {
    auto other = hanako(2);
    change(other);
    const auto a = pack(hanako(1), model_);
    const auto b = pack(other, model_);
    const auto found = compare(a, b);
    EXPECT_EQ(found.levels, compare(b, a).levels) << "not symmetric";
    return found;
  }
  NameLevel given(const Change& change) {
    return name_level(against_hanako(change).levels, Field::given);
  }
  BirthLevel birth(BirthFacts facts) {
    const auto found = against_hanako([&](Someone& one) { one.birth = facts; });
    return static_cast<BirthLevel>(found.levels[slot(Field::birth)]);
  }
  AddressLevel address(std::string number, std::string room = {}) {
    const auto found = against_hanako([&](Someone& one) {
      one.number = std::move(number);
      one.room = std::move(room);
    });
    return static_cast<AddressLevel>(found.levels[slot(Field::address)]);
  }
  Model model_ = standard_model();
};

TEST_F(Compare, tells_the_levels_of_a_name) {
  EXPECT_EQ(given([](Someone&) {}), NameLevel::same);
  EXPECT_EQ(given([](Someone& one) { one.given = "華子"; }), NameLevel::read_same);
  EXPECT_EQ(given([](Someone& one) { one.given.clear(); }), NameLevel::read_same_only);
  EXPECT_EQ(given([](Someone& one) { one.given_kana = "ハナゴ"; }), NameLevel::spelled_close);
  EXPECT_EQ(given([](Someone& one) { one.given_kana = "カコ"; }), NameLevel::spelled_far);
  EXPECT_EQ(given([](Someone& one) { one.given_kana.clear(), one.family_kana.clear(); }),
            NameLevel::spelled_only);
  EXPECT_EQ(given([](Someone& one) { one.given = "太郎", one.given_kana = "タロウ"; }),
            NameLevel::far);
}

TEST_F(Compare, tells_a_slip_in_the_reading_of_another_name_from_one_in_the_same_name) {
  EXPECT_EQ(given([](Someone& one) { one.given = "花湖", one.given_kana = "ハナゴ"; }),
            NameLevel::both_close);
  EXPECT_EQ(given([](Someone& one) { one.given.clear(), one.given_kana = "ハナゴ"; }),
            NameLevel::voiced);
}

TEST_F(Compare, takes_two_names_for_variants_only_where_they_are_read_alike) {
  auto one = hanako(1);
  one.given = "さくら", one.given_kana = "サクラ";
  auto twin = hanako(2);
  twin.given = "雪花", twin.given_kana = "ユキカ";
  const auto a = pack(one, model_);
  const auto b = pack(twin, model_);
  ASSERT_EQ(a.loose_given, b.loose_given) << "find others whose short hashes are one by chance";
  EXPECT_EQ(name_level(compare(a, b).levels, Field::given), NameLevel::far);
}

TEST_F(Compare, compares_names_in_each_others_place_crosswise) {
  const auto found = against_hanako([](Someone& one) {
    std::swap(one.family, one.given);
    std::swap(one.family_kana, one.given_kana);
  });
  EXPECT_EQ(name_level(found.levels, Field::family), NameLevel::same);
  EXPECT_EQ(name_level(found.levels, Field::given), NameLevel::same);
}

TEST_F(Compare, parts_a_whole_name_as_the_other_one_is) {
  const auto found = against_hanako([](Someone& one) {
    one.given = "高橋花子";
    one.family.clear();
    one.given_kana = "タカハシハナコ";
    one.family_kana.clear();
  });
  EXPECT_EQ(name_level(found.levels, Field::family), NameLevel::same);
  EXPECT_EQ(name_level(found.levels, Field::given), NameLevel::same);
}

TEST_F(Compare, tells_the_levels_of_a_birthday) {
  EXPECT_EQ(birth({1950, 4, 1}), BirthLevel::same);
  EXPECT_EQ(birth({1950, 4, 0}), BirthLevel::month);
  EXPECT_EQ(birth({1950, 0, 0}), BirthLevel::year);
  EXPECT_EQ(birth({1950, 1, 4}), BirthLevel::swapped);
  EXPECT_EQ(birth({1950, 4, 7}), BirthLevel::slip);
  EXPECT_EQ(birth({1950, 4, 28}), BirthLevel::two_of_three);
  EXPECT_EQ(birth({1956, 4, 1}), BirthLevel::slip);
  EXPECT_EQ(birth({2013, 4, 1}), BirthLevel::era) << "昭和25年 and 平成25年";
  EXPECT_EQ(birth({1970, 4, 1}), BirthLevel::era) << "another decade";
  EXPECT_EQ(birth({1974, 4, 1}), BirthLevel::month_day);
  EXPECT_EQ(birth({1950, 7, 9}), BirthLevel::same_year);
  EXPECT_EQ(birth({1977, 7, 9}), BirthLevel::different);
  EXPECT_EQ(birth({}), BirthLevel::missing);
}

TEST_F(Compare, tells_the_levels_of_an_address) {
  EXPECT_EQ(address("2771-1"), AddressLevel::house);
  EXPECT_EQ(address("2771-1", "201"), AddressLevel::house_open);
  EXPECT_EQ(address("2771"), AddressLevel::near_number);
  EXPECT_EQ(address("2717-1"), AddressLevel::near_number);
  EXPECT_EQ(address("31-5"), AddressLevel::town);
  EXPECT_EQ(address(""), AddressLevel::town);
}

TEST(Slip, is_one_digit_or_two_that_changed_places) {
  EXPECT_TRUE(differs_by_a_slip(2771, 2717));
  EXPECT_TRUE(differs_by_a_slip(2771, 2741));
  EXPECT_FALSE(differs_by_a_slip(2771, 2771));
  EXPECT_FALSE(differs_by_a_slip(2771, 1772)) << "not neighbours";
  EXPECT_FALSE(differs_by_a_slip(2771, 2756));
}

}  // namespace
}  // namespace hub::linkage
