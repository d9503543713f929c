#include "tsunagu/text/fixed_width.hpp"

#include <gtest/gtest.h>

#include "tsunagu/text/cp932.hpp"

namespace tsunagu::text {
namespace {

/// 番号 4, 氏名 12, カナ 6, 区分 1: bytes of CP932.
FixedWidth layout() {
  return {Encoding::cp932, 23, {{0, 4}, {4, 12}, {16, 6}, {22, 1}}};
}

std::string row(std::string_view utf8) {
  return encode_cp932(utf8).bytes;
}

TEST(FixedWidth, cuts_by_the_bytes_of_the_files_own_encoding) {
  const auto cells = layout().read(row("0012髙橋　トミ  ﾀｶﾊｼ  1"));
  ASSERT_TRUE(cells) << cells.problem().code;
  EXPECT_EQ(*cells, (std::vector<std::string>{"0012", "髙橋　トミ", "ﾀｶﾊｼ", "1"}));
}

TEST(FixedWidth, drops_blanks_that_fill_up_and_no_others) {
  const auto cells = layout().read(row("  12佐　藤　　 ") + row(" ｻﾄｳ   2"));
  ASSERT_TRUE(cells) << cells.problem().code;
  EXPECT_EQ(*cells, (std::vector<std::string>{"  12", "佐　藤", "ｻﾄｳ", "2"}));
}

TEST(FixedWidth, refuses_a_row_that_is_shorter_or_longer) {
  for (const std::size_t size : {std::size_t{22}, std::size_t{24}}) {
    const auto cells = layout().read(std::string(size, ' '));
    ASSERT_FALSE(cells);
    EXPECT_EQ(cells.problem().code, "fixed.row_bytes");
  }
  EXPECT_TRUE(layout().read(std::string(23, ' ')));
}

TEST(FixedWidth, names_the_column_that_ends_inside_a_character) {
  const auto cells = layout().read("0012a" + row("髙橋トミ子助") + std::string(6, ' '));
  ASSERT_FALSE(cells);
  EXPECT_EQ(cells.problem().column, 2U);
}

TEST(FixedWidth, of_a_layout_that_leaves_its_row_is_a_defect) {
  EXPECT_THROW(FixedWidth(Encoding::utf8, 4, {{3, 2}}), std::logic_error);
  EXPECT_THROW(FixedWidth(Encoding::utf8, 4, {{5, 0}}), std::logic_error);
}

}  // namespace
}  // namespace tsunagu::text
