#include "tsunagu/text/kana.hpp"

#include <gtest/gtest.h>

#include "tsunagu/text/forms.hpp"
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

TEST(Width, folds_without_icu_what_icu_would_fold_the_same_way) {
  const std::string pieces[] = {"髙", "ア", "ー", "が", "Ａ", "９", "－", "　",     " ",
                                "a",  "ｶ",  "ﾞ",  "ﾊ",  "ﾟ",  "ｰ",  "･",  "々",     "、",
                                "～", "｡",  "ﾜ",  "ｦ",  "ｳ",  "ヿ", "゛", "\u3099", "か"};
  for (const auto& first : pieces) {
    for (const auto& second : pieces) {
      for (const auto& third : pieces) {
        const auto text = first + second + third;
        // ① keeps the fast way out, and nothing composes with it.
        EXPECT_EQ(nfkc(text) + "1", nfkc(text + "①")) << text;
      }
    }
  }
}

TEST(Width, trims_at_both_ends_alone) {
  EXPECT_EQ(trim("\u00A0\u3000a\u3000"), "a");
  EXPECT_EQ(trim("\u3000"), "");
  EXPECT_EQ(trim("a\x80"), "a\x80");
  EXPECT_EQ(trim("\x80\x80 "), "\x80\x80");
}

TEST(Forms, make_latin_letters_capitals_without_accents) {
  EXPECT_EQ(latin_capitals("Nguyễn Văn Đức"), "NGUYEN VAN DUC");
  EXPECT_EQ(latin_capitals("e\u0301 ß Łódź Æ"), "E SS LODZ AE");
  EXPECT_EQ(latin_capitals("ǣ ǿ ǆ"), "AE O ǆ");
  EXPECT_EQ(latin_capitals("髙橋×÷ガ"), "髙橋×÷ガ");
}

TEST(Forms, know_what_nfc_would_change) {
  EXPECT_TRUE(is_nfc("髙橋が"));
  EXPECT_FALSE(is_nfc("\uFA4F"));
  EXPECT_FALSE(is_nfc("か\u3099"));
}

TEST(Utf8, yields_the_replacement_for_malformed_bytes) {
  EXPECT_EQ(to_code_points("a\xE3\x81"), (std::u32string{U'a', replacement, replacement}));
  EXPECT_EQ(length("山𠮷a"), 3U);
  EXPECT_EQ(to_utf8(U"山𠮷a"), "山𠮷a");
}

TEST(Numeral, reads_integers_as_people_write_them) {
  const std::pair<const char*, std::int64_t> rows[] = {{"0", 0},
                                                       {"1,234", 1234},
                                                       {"１２３４", 1234},
                                                       {"千二百三十四", 1234},
                                                       {"1万2千", 12000},
                                                       {"一二三", 123},
                                                       {"十", 10},
                                                       {"二十", 20},
                                                       {"壱拾弐", 12},
                                                       {"三億五万", 300050000},
                                                       {"百二", 102},
                                                       {"-5", -5},
                                                       {"−５", -5},
                                                       {"12万3456", 123456},
                                                       {"〇", 0},
                                                       {"1千200", 1200},
                                                       {"2.5万", 25000},
                                                       {"1.25億", 125000000},
                                                       {"廿", 20},
                                                       {"卅五", 35},
                                                       {"百廿三", 123},
                                                       {"二百〇三", 203},
                                                       {"千〇二十", 1020},
                                                       {"伍拾", 50},
                                                       {"壹萬貳仟", 12000},
                                                       {"+5", 5},
                                                       {"3百20", 320}};
  for (const auto& [text, value] : rows) {
    const auto number = parse_integer(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(*number, value) << text;
  }
}

TEST(Numeral, refuses_what_is_no_integer) {
  for (const auto* text :
       {"三五十", "十二三", "1.5",  "約10",   "1,23",     ",123",    "十百", "万",
        "-",      "12円",   "\xFF", "2.5",    "1.2345千", "2.5.5万", "十23", "百200",
        "廿廿",   "二百〇", "千〇", "千二三", "+-5",      "."}) {
    const auto number = parse_integer(text);
    ASSERT_FALSE(number) << text;
    EXPECT_EQ(number.problem().code, "number.unreadable") << text;
  }
  EXPECT_EQ(parse_integer(" ").problem().code, "number.empty");
  EXPECT_EQ(parse_integer("9999999999999999999999").problem().code, "number.too_large");
  EXPECT_EQ(parse_integer("0." + std::string(64, '0') + "4万").problem().code, "number.too_large");
}

}  // namespace
}  // namespace tsunagu::text
