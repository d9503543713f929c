#include "hub/cli/layout.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace hub::cli {
namespace {

TEST(Layout, counts_a_kanji_as_two_columns_and_a_half_width_kana_as_one) {
  EXPECT_EQ(display_width("髙橋 ウメ"), 9u);
  EXPECT_EQ(display_width("ﾀｶﾊｼ"), 4u);
  EXPECT_EQ(display_width("葛\xF3\xA0\x84\x80"), 2u);  // with a variation selector
  EXPECT_EQ(display_width("\xFF\xFE"), 2u);
}

TEST(Layout, breaks_lines_where_they_are_full_but_not_before_a_comma) {
  EXPECT_EQ(wrapped("同意がない、ため", 10), (std::vector<std::string>{"同意がない、", "ため"}));
  EXPECT_EQ(wrapped("一\n二", 10), (std::vector<std::string>{"一", "二"}));
  EXPECT_EQ(wrapped("", 10).size(), 1u);
}

TEST(Layout, aligns_the_columns_of_a_table) {
  Table table({"源", "件"});
  table.add({"介護", "12"});
  std::ostringstream out;
  table.print(out);
  EXPECT_EQ(out.str(), "源    件\n介護  12\n");
}

}  // namespace
}  // namespace hub::cli
