#include "tsunagu/text/cp932.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/places.hpp"
#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/gaiji.hpp"
#include "tsunagu/text/table.hpp"

namespace tsunagu::text {
namespace {

std::string hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

std::string notable_file() {
  std::ifstream file(tests::in_source("/tests/sdk/text/testdata/cp932_notable.tsv"));
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Cp932, writes_what_microsoft_writes_for_every_notable_character) {
  const auto file = notable_file();
  TableReader rows({.separator = '\t'});
  rows.feed(file);
  rows.finish();
  std::size_t checked = 0;
  while (const Row* row = rows.next()) {
    const auto decoded = (*row)[2].text;
    const auto expected = (*row)[3].text;
    if (row->line() == 1 || decoded.empty()) continue;
    EXPECT_EQ(hex(encode_cp932((*row)[0].text).bytes), expected) << (*row)[1].text;
    ++checked;
  }
  EXPECT_FALSE(rows.problem());
  EXPECT_GT(checked, 390U);
}

TEST(Cp932, reports_every_substitution) {
  const auto encoded = encode_cp932("10〜12時 −5 髙橋");
  ASSERT_EQ(encoded.substitutions.size(), 2U);
  EXPECT_EQ(encoded.substitutions[0].from, U'〜');
  EXPECT_EQ(encoded.substitutions[0].to, "～");
  EXPECT_EQ(encoded.substitutions[0].offset, 2U);
  EXPECT_EQ(encoded.substitutions[1].to, "－");
  EXPECT_EQ(*decode(encoded.bytes, {Encoding::cp932}), "10～12時 －5 髙橋");
}

TEST(Cp932, substitutes_what_real_rows_hold) {
  const std::pair<const char*, const char*> rows[] = {{"ゔ", "ヴ"}, {"₋", "－"},  {"⁻", "－"},
                                                      {"俱", "倶"}, {"⽇", "日"}, {"⽼", "老"},
                                                      {"𠮷", "吉"}};
  for (const auto& [from, to] : rows)
    EXPECT_EQ(*decode(encode_cp932(from).bytes, {Encoding::cp932}), to) << from;
}

TEST(Cp932, shows_what_is_lost_and_drops_variation_selectors) {
  const auto encoded = encode_cp932("辻\U000E0100😀");
  EXPECT_EQ(*decode(encoded.bytes, {Encoding::cp932}), "辻〓");
  ASSERT_EQ(encoded.substitutions.size(), 2U);
  EXPECT_FALSE(encoded.substitutions[0].lost);
  EXPECT_TRUE(encoded.substitutions[1].lost);
}

TEST(Gaiji, are_shown_with_their_code_and_mapped_per_source) {
  const std::string text = "\xEE\x80\x80橋";
  EXPECT_EQ(count_gaiji(text), 1U);
  EXPECT_EQ(show_gaiji(text), "〓(F040)橋");
  const auto map = GaijiMap::parse("# さくら市\nF040\tU+9AD9\n");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->apply(text), "髙橋");
  EXPECT_EQ(encode_cp932(text).bytes, "\xF0\x40\x8B\xB4");
}

TEST(Gaiji, map_names_the_line_it_cannot_read) {
  for (const auto* line : {"F040", "8140\tU+9AD9", "F040\tU+E001", "F07F\tU+9AD9", "F040\tx"}) {
    const auto map = GaijiMap::parse(std::string("\n") + line);
    ASSERT_FALSE(map) << line;
    EXPECT_EQ(map.problem().line, 2U);
  }
}

}  // namespace
}  // namespace tsunagu::text
