#include "hub/cli/layout.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hub::cli {
namespace {

TEST(Layout, counts_a_kanji_as_two_columns_and_a_half_width_kana_as_one) {
  EXPECT_EQ(display_width("髙橋 ウメ"), 9u);
  EXPECT_EQ(display_width("ﾀｶﾊｼ"), 4u);
  EXPECT_EQ(display_width("葛\xF3\xA0\x84\x80"), 2u);  // with a variation selector
  EXPECT_EQ(display_width("\xFF\xFE"), 2u);
}

using Lines = std::vector<std::string>;

TEST(Layout, begins_no_line_with_a_comma_or_a_closing_bracket) {
  EXPECT_EQ(wrapped("同意がない、ため", 10), (Lines{"同意がな", "い、ため"}));
  EXPECT_EQ(wrapped("根拠［法27条］", 12), (Lines{"根拠［法27", "条］"}));
  EXPECT_EQ(wrapped("一\n二", 10), (Lines{"一", "二"}));
  EXPECT_EQ(wrapped("", 10).size(), 1u);
}

TEST(Layout, ends_no_line_with_an_opening_bracket) {
  EXPECT_EQ(wrapped("根拠は「法」", 8), (Lines{"根拠は", "「法」"}));
}

TEST(Layout, keeps_a_path_whole_and_begins_no_line_with_a_blank) {
  EXPECT_EQ(wrapped("見る: /run/hub.yaml の中", 16), (Lines{"見る:", "/run/hub.yaml の", "中"}));
  EXPECT_EQ(wrapped("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(widest_piece("見る: /run/hub.yaml の中"), 13u);
}

}  // namespace
}  // namespace hub::cli
