#include "tsunagu/text/kana.hpp"

#include <gtest/gtest.h>

#include "tsunagu/text/numeral.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

TEST(Kana, goes_from_half_to_full_width_and_back) {
  EXPECT_EQ(half_to_full_kana("ﾀｶﾊｼ ｳﾒ"), "タカハシ ウメ");
  EXPECT_EQ(half_to_full_kana("ﾊﾞﾊﾟｳﾞｰﾞ"), "バパヴー゛");
  EXPECT_EQ(full_to_half_kana("バパヴー・山"), "ﾊﾞﾊﾟｳﾞｰ･山");
  const std::string all = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴアイウッャュョ";
  EXPECT_EQ(half_to_full_kana(full_to_half_kana(all)), all);
}

TEST(Kana, goes_between_scripts) {
  EXPECT_EQ(hira_to_kata("やまだ はなこゔ"), "ヤマダ ハナコヴ");
  EXPECT_EQ(kata_to_hira("ヤマダー"), "やまだー");
  EXPECT_TRUE(is_katakana("ヤマダ　ハナコ"));
  EXPECT_FALSE(is_katakana("山田"));
}

TEST(Width, folds_and_trims) {
  EXPECT_EQ(ascii_width("ＡＢ　１２－山"), "AB 12-山");
  EXPECT_EQ(trim("　 山 田 　"), "山 田");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(without_spaces(" 山　田 "), "山田");
  EXPECT_EQ(nfkc("ｶﾞ㈱⽇"), "ガ(株)日");
  EXPECT_EQ(nfkc("髙﨑"), "髙﨑");
  EXPECT_TRUE(is_utf8(nfkc("a\xFF")));
}

TEST(Utf8, yields_the_replacement_for_malformed_bytes) {
  EXPECT_EQ(to_code_points("a\xE3\x81"), (std::u32string{U'a', replacement, replacement}));
  EXPECT_EQ(length("山𠮷a"), 3U);
  EXPECT_EQ(to_utf8(U"山𠮷a"), "山𠮷a");
}

TEST(Numeral, reads_integers_as_people_write_them) {
  const std::pair<const char*, std::int64_t> rows[] = {
      {"0", 0},          {"1,234", 1234},         {"１２３４", 1234}, {"千二百三十四", 1234},
      {"1万2千", 12000}, {"一二三", 123},         {"十", 10},         {"二十", 20},
      {"壱拾弐", 12},    {"三億五万", 300050000}, {"百二", 102},      {"-5", -5},
      {"−５", -5},       {"12万3456", 123456},    {"〇", 0}};
  for (const auto& [text, value] : rows) {
    const auto number = parse_integer(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(*number, value) << text;
  }
}

TEST(Numeral, refuses_what_is_no_integer) {
  for (const auto* text :
       {"三五十", "十二三", "1.5", "約10", "1,23", ",123", "十百", "万", "-", "12円", "\xFF"}) {
    const auto number = parse_integer(text);
    ASSERT_FALSE(number) << text;
    EXPECT_EQ(number.problem().code, "number.unreadable") << text;
  }
  EXPECT_EQ(parse_integer(" ").problem().code, "number.empty");
  EXPECT_EQ(parse_integer("9999999999999999999999").problem().code, "number.too_large");
}

}  // namespace
}  // namespace tsunagu::text
