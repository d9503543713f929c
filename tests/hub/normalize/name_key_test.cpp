#include "hub/normalize/name_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/normalize/phone_key.hpp"
#include "tests/hub/normalize/test_tables.hpp"

namespace hub::normalize {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

Normalized key_of(std::string_view name) {
  return name_key(name, test_tables().variants);
}

struct Same {
  const char* variant;
  const char* plain;
};

TEST(NameKey, folds_the_variants_of_family_names) {
  const Same rows[] = {
      {"髙橋　ウメ", "高橋ウメ"},
      {"渡邉 一", "渡辺一"},
      {"渡邊 一", "渡辺一"},
      {"中嶋", "中島"},
      {"冨田", "富田"},
      {"德川", "徳川"},
      {"濵田", "浜田"},
      {"𠮷田", "吉田"},
      {"山﨑", "山崎"},
      {"澤田", "沢田"},
      {"齋藤", "斎藤"},
      {"辻\U000E0100", "辻"},
      {"ジョン・スミス", "ジョンスミス"},
      {"ｽﾐｽ", "スミス"},
      {"⽇野", "日野"},
      {"祐\uFA4F", "祐祐"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(key_of(row.variant).key, key_of(row.plain).key) << row.variant;
  EXPECT_EQ(key_of("髙橋　ウメ").key, "高橋ウメ");
}

TEST(NameKey, keeps_different_families_apart) {
  const Same rows[] = {{"玉川", "王川"}, {"綱島", "網島"}, {"斎藤", "斉藤"}, {"龍田", "竜田"}};
  for (const auto& row : rows)
    EXPECT_NE(key_of(row.variant).key, key_of(row.plain).key) << row.variant;
}

TEST(NameKey, offers_what_is_only_a_weak_match_apart) {
  EXPECT_THAT(key_of("斉藤").weak, Contains("斎藤"));
  EXPECT_THAT(key_of("龍田").weak, Contains("竜田"));
  EXPECT_EQ(key_of("㐄田").key, "㐄田");
  EXPECT_THAT(key_of("㐄田").weak, testing::UnorderedElementsAre("井田", "牛田"));
  EXPECT_THAT(key_of("高橋").weak, IsEmpty());
}

TEST(NameKey, drops_the_dummy_given_name_of_life) {
  const auto name = key_of("高橋ウメ００");
  EXPECT_EQ(name.key, "高橋ウメ");
  EXPECT_THAT(name.warnings, Contains("name.dummy_given_name"));
}

TEST(NameKey, says_what_it_did) {
  const auto name = key_of("髙橋　ウメ");
  EXPECT_THAT(name.steps, Contains("name.variant"));
  EXPECT_THAT(name.steps, Contains("name.separator"));
  EXPECT_THAT(key_of("\xEE\x80\x80橋").warnings, Contains("name.gaiji"));
  EXPECT_THAT(key_of("　").warnings, Contains("name.empty"));
  EXPECT_THAT(key_of("a\xFF").warnings, Contains("name.malformed"));
}

TEST(NameKey, is_the_same_when_made_again) {
  for (const auto* name : {"髙橋　ウメ", "渡邉﨑𠮷", "龍田", "㐄田", "Ａ　Ｂ・Ｃ", "曾根", "藝"}) {
    const auto once = key_of(name).key;
    EXPECT_EQ(key_of(once).key, once) << name;
  }
}

TEST(KanaKey, folds_width_script_small_kana_and_long_marks) {
  const Same rows[] = {{"ﾀｶﾊｼ ｳﾒ", "タカハシウメ"}, {"たかはし　うめ", "タカハシウメ"},
                       {"ﾘｮｳｺ", "リヨウコ"},        {"オーノ", "オノ"},
                       {"ｼﾞｮｰｼﾞ", "ジヨジ"},        {"ゔぃ", "ヴイ"}};
  for (const auto& row : rows)
    EXPECT_EQ(kana_key(row.variant).key, row.plain) << row.variant;
}

TEST(KanaKey, offers_kana_written_for_one_another_as_weak) {
  EXPECT_THAT(kana_key("チヅコ").weak, Contains("チズコ"));
  EXPECT_THAT(kana_key("ヲノ").weak, Contains("オノ"));
  EXPECT_THAT(kana_key("ヴァン").weak, Contains("バン"));
  EXPECT_THAT(kana_key("ハナコ").weak, IsEmpty());
  EXPECT_NE(kana_key("カワサキ").key, kana_key("カワザキ").key);
}

TEST(KanaKey, warns_of_what_is_no_kana) {
  EXPECT_THAT(kana_key("高橋").warnings, Contains("kana.not_kana"));
  EXPECT_THAT(kana_key("").warnings, Contains("kana.empty"));
  EXPECT_THAT(kana_key("ﾀｶﾊｼ").warnings, Not(Contains("kana.not_kana")));
}

TEST(PhoneKey, is_digits_or_a_warning) {
  EXPECT_EQ(phone_key("090ー1234ー5678").key, "09012345678");
  EXPECT_THAT(phone_key("なし").warnings, Contains("phone.unreadable"));
  EXPECT_THAT(phone_key("12").warnings, Contains("phone.length"));
}

}  // namespace
}  // namespace hub::normalize
