#include "hub/normalize/name_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/hub/normalize/test_tables.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::normalize {
namespace {

using testing::Contains;
using testing::IsEmpty;

NameKey key_of(std::string_view name) {
  return name_key(name, test_tables().variants);
}

struct Noted {
  const char* text;
  Note note;
};

TEST(NameKey, offers_what_is_only_a_weak_match_apart) {
  EXPECT_THAT(key_of("斉藤").weak, Contains("斎藤"));
  EXPECT_EQ(key_of("㐄田").key, "㐄田");
  EXPECT_THAT(key_of("㐄田").weak, testing::UnorderedElementsAre("井田", "牛田"));
  EXPECT_THAT(key_of("高橋").weak, IsEmpty());
  EXPECT_THAT(key_of("高橋 ウメ").weak, IsEmpty());
}

TEST(NameKey, holds_no_two_kanji_for_one_that_are_none) {
  for (const auto* pair : {"脵又", "椊枠", "﨔奄", "隹佳", "毐毒", "仜仕", "糀麹"}) {
    const auto kanji = tsunagu::text::to_code_points(pair);
    const auto one = tsunagu::text::to_utf8(kanji.substr(0, 1));
    const auto other = tsunagu::text::to_utf8(kanji.substr(1));
    EXPECT_NE(key_of(one).key, key_of(other).key) << pair;
  }
  EXPECT_EQ(key_of("脵田").key, "股田") << "what another table says, stays";
  EXPECT_THAT(key_of("隹田").weak, IsEmpty());
}

TEST(NameKey, drops_the_dummy_given_name_of_life) {
  EXPECT_EQ(key_of("高橋ウメ００").key, "高橋ウメ");
  EXPECT_TRUE(key_of("高橋ウメ００").notes.has(Note::name_dummy_given_name));
  EXPECT_EQ(key_of("００").key, "");
  EXPECT_EQ(key_of("高橋ウメ０").key, "高橋ウメ0");
}

struct Further {
  const char* text;
  NameUse use;
  const char* key;
};

TEST(NameKey, takes_further_names_apart) {
  const Further rows[] = {
      {"金 英姫（通称名：金田 英子）", NameUse::usual, "金田英子"},
      {"金 英姫 通称 金田 英子", NameUse::usual, "金田英子"},
      {"金田 英子（本名：金 英姫）", NameUse::usual, "金田英子"},
      {"佐藤 花子（旧氏：鈴木）", NameUse::former, "鈴木花子"},
      {"佐藤（旧姓 鈴木）花子", NameUse::former, "鈴木花子"},
      {"佐藤花子（旧姓 鈴木）", NameUse::former, "鈴木"},
      {"佐藤 花子【旧姓鈴木　花子】", NameUse::former, "鈴木花子"},
      {"髙橋 ウメ（タカハシ　ウメ）", NameUse::reading, "タカハシウメ"},
      {"金 英姫（ＫＩＭ　ＹＯＵＮＧＨＥＥ）", NameUse::alias, "KIMYOUNGHEE"},
      {"金英姫／KIM Younghee", NameUse::alias, "KIMYOUNGHEE"},
  };
  for (const auto& row : rows) {
    const auto name = key_of(row.text);
    ASSERT_EQ(name.further.size(), 1U) << row.text;
    EXPECT_EQ(name.further[0].use, row.use) << row.text;
    EXPECT_EQ(name.further[0].key, row.key) << row.text;
    EXPECT_TRUE(name.notes.has(Note::name_further)) << row.text;
  }
}

TEST(NameKey, takes_nothing_apart_that_is_one_name) {
  for (const auto* text : {"通称太郎", "旧田 一", "高橋ウメ", "本名 栄", "別所 通", "(高橋ウメ)"}) {
    EXPECT_THAT(key_of(text).further, IsEmpty()) << text;
    EXPECT_NE(key_of(text).key, "") << text;
  }
}

TEST(NameKey, keeps_several_further_names) {
  const auto name = key_of("金 英姫（通称名：金田 英子）（KIM YOUNGHEE）");
  ASSERT_EQ(name.further.size(), 2U);
  EXPECT_EQ(name.key, "金英姫");
  EXPECT_EQ(name.further[0].key, "金田英子");
  EXPECT_EQ(name.further[1].key, "KIMYOUNGHEE");
}

TEST(NameKey, says_what_it_did) {
  const Noted rows[] = {
      {"髙橋　ウメ", Note::name_variant},
      {"髙橋　ウメ", Note::name_separator},
      {"ﾀｶﾊｼ", Note::name_width},
      {"辻\U000E0100", Note::name_variation_selector},
      {"佐々木", Note::name_repeated},
      {"Nguyễn", Note::name_latin},
      {"\xEE\x80\x80橋", Note::name_gaiji},
      {"〓橋", Note::name_gaiji},
      {"　", Note::name_empty},
      {"a\xFF", Note::name_malformed},
  };
  for (const auto& row : rows)
    EXPECT_TRUE(key_of(row.text).notes.has(row.note)) << row.text << " " << code_of(row.note);
  EXPECT_TRUE(key_of("高橋ウメ").notes.empty());
}

TEST(KanaKey, warns_of_what_is_no_kana) {
  const Noted rows[] = {{"高橋", Note::kana_not_kana}, {"Smith", Note::kana_not_kana},
                        {"", Note::kana_empty},        {"タ\xFF", Note::kana_malformed},
                        {"すゞ", Note::kana_repeated}, {"リョウコ", Note::kana_enlarged}};
  for (const auto& row : rows)
    EXPECT_TRUE(kana_key(row.text).notes.has(row.note)) << row.text << " " << code_of(row.note);
  EXPECT_FALSE(kana_key("ﾀｶﾊｼ").notes.has(Note::kana_not_kana));
  EXPECT_TRUE(kana_key("タカハシ").notes.empty());
}

}  // namespace
}  // namespace hub::normalize
