#include "hub/normalize/town_key.hpp"

#include <gtest/gtest.h>

#include "tests/hub/normalize/test_tables.hpp"

namespace hub::normalize {
namespace {

std::string key(std::string_view address, std::string_view lgcode5 = "09214") {
  return town_key(address, test_tables(), lgcode5);
}

TEST(TownKey, an_address_and_the_list_of_towns_agree) {
  EXPECT_EQ(key("栃木県さくら市卯の里３－２－１"), key("卯の里三丁目"));
  EXPECT_EQ(key("さくら市卯ノ里三丁目２番１号"), key("卯の里三丁目"));
  EXPECT_EQ(key("栃木県さくら市鍛冶ヶ沢12番地"), key("鍛冶ケ澤"));
  EXPECT_EQ(key("大字狭間田１００"), key("狹間田"));
  EXPECT_EQ(key("宮崎県小林市野尻町紙屋1-2", "45205"), key("野尻町紙屋", "45205"));
  EXPECT_EQ(key("小林市北西方12番地", "45205"), key("大字北西方", "45205"));
}

TEST(TownKey, a_part_of_a_town_is_the_town) {
  EXPECT_EQ(key("栃木県さくら市喜連川字本町100"), key("喜連川"));
}

TEST(TownKey, other_towns_differ) {
  EXPECT_NE(key("卯の里一丁目"), key("卯の里二丁目"));
  EXPECT_NE(key("氏家2771"), key("氏家新田2771"));
  EXPECT_NE(key("松山1"), key("松山新田1"));
}

TEST(TownKey, what_lies_elsewhere_or_nowhere_has_none) {
  EXPECT_EQ(key("宮崎県小林市細野1"), "");
  EXPECT_EQ(key(""), "");
  EXPECT_EQ(key("さくら市どこか12"), "");
}

}  // namespace
}  // namespace hub::normalize
