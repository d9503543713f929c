// What holds for any text at all, on texts drawn from the characters that matter.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "hub/base/random.hpp"
#include "hub/normalize/address_key.hpp"
#include "hub/normalize/date_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tests/hub/normalize/test_tables.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::normalize {
namespace {

using Words = std::vector<std::string>;

const Words pieces = {
    "髙", "高", "橋", "邉",     "齋",     "斉",         "龍",     "々", "ゝ",     "ゞ",   "淵",
    "渕", "ﾀ",  "ﾞ",  "ﾟ",      "カ",     "が",         "ー",     "－", "-",      "₋",    "∼",
    " ",  "　", "・", "=",      ",",      "'",          "e",      "é",  "\u0301", "ß",    "Ｓ",
    "ł",  "0",  "00", "９",     "\u3099", "\U000E0100", "\uE000", "（", "）",     "通称", "旧姓",
    "/",  "〓", "㐄", "\u200D", "\xFF",   "ヴ",         "ァ",     "ヂ", "㈱",     "ヿ",   "㍼"};

class Texts {
 public:
  std::string draw(const Words& words, std::size_t most) {
    std::string text;
    for (auto left = number(most) + 1; left > 0; --left)
      text += words[number(words.size())];
    return text;
  }
  std::size_t number(std::size_t below) {
    std::array<std::uint8_t, 4> bytes{};
    random_.fill(bytes);
    return (bytes[0] | std::size_t{bytes[1]} << 8U | std::size_t{bytes[2]} << 16U) % below;
  }

 private:
  base::SeededRandom random_{4};
};

constexpr int rounds = 20'000;

TEST(Keys, made_again_are_the_same) {
  Texts texts;
  for (int i = 0; i < rounds; ++i) {
    const auto text = texts.draw(pieces, 8);
    const auto name = name_key(text, test_tables().variants).key;
    ASSERT_EQ(name_key(name, test_tables().variants).key, name) << text;
    const auto kana = kana_key(text).key;
    ASSERT_EQ(kana_key(kana).key, kana) << text;
    ASSERT_TRUE(tsunagu::text::is_utf8(name) && tsunagu::text::is_utf8(kana)) << text;
  }
}

TEST(Keys, do_not_see_spaces_in_a_name) {
  Texts texts;
  const Words letters = {"髙", "橋", "ウ", "メ", "S", "邉", "子", "ジ"};
  for (int i = 0; i < rounds; ++i) {
    const auto front = texts.draw(letters, 3);
    const auto back = texts.draw(letters, 3);
    const auto key = name_key(front + back, test_tables().variants).key;
    for (const auto* space : {" ", "　", "・", "\u00A0", "･", "＝"})
      ASSERT_EQ(name_key(front + space + back, test_tables().variants).key, key) << front << back;
  }
}

TEST(Keys, of_a_weak_key_are_itself) {
  Texts texts;
  for (int i = 0; i < rounds; ++i) {
    const auto text = texts.draw(pieces, 8);
    const auto kana = kana_key(text);
    for (const auto& weak : kana.weak) {
      ASSERT_EQ(kana_key(weak).key, weak) << text;
      ASSERT_NE(weak, kana.key) << text;
    }
    const auto name = name_key(text, test_tables().variants);
    for (const auto& weak : name.weak)
      ASSERT_NE(weak, name.key) << text;
  }
}

TEST(Keys, of_an_address_written_out_again_are_the_same) {
  Texts texts;
  const Words towns = {"栃木県さくら市氏家", "栃木県さくら市松山", "宮崎県小林市細野"};
  const Words joins = {"-", "－", "番地", "番地の", "の", "ノ", "番", "₋", "∼", "ー"};
  for (int i = 0; i < rounds; ++i) {
    const auto number = std::to_string(1 + texts.number(3000));
    const auto branch = std::to_string(1 + texts.number(300));
    const auto town = texts.draw(towns, 1);
    const auto join = texts.draw(joins, 1);
    const auto key = address_key(town + number + join + branch, test_tables());
    ASSERT_EQ(key.number, number + "-" + branch) << join;
    const auto& part = key.lgcode5;
    const auto again = address_key(key.town + key.number, test_tables(), {.lgcode5 = part});
    ASSERT_EQ(again.key, key.key) << town << number << join << branch;
  }
}

TEST(Keys, of_dates_and_telephones_made_again_are_the_same) {
  Texts texts;
  const Words dates = {"昭和", "S",  "平成", "令和", "R",  "元", "1972", "47", "4",
                       "30",   "年", "月",   "日",   "/",  ".",  "-",    "頃", "不詳",
                       "四",   "十", "99",   "00",   "生", "(",  ")",    " "};
  const Words phones = {"0", "4", "67", "58", "-", "ー", "(", ")", "５", "内線", "TEL", " ", "+81"};
  for (int i = 0; i < rounds; ++i) {
    const auto date = date_key(texts.draw(dates, 9));
    if (date) {
      ASSERT_EQ(date_key(date->key)->key, date->key);
    }
    const auto phone = phone_key(texts.draw(phones, 9)).key;
    if (!phone.empty()) {
      ASSERT_EQ(phone_key(phone).key, phone);
    }
  }
}

}  // namespace
}  // namespace hub::normalize
