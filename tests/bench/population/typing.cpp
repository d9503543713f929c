#include "tests/bench/population/typing.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "tests/bench/population/text.hpp"
#include "tsunagu/text/utf8.hpp"

namespace bench::population {

namespace {

/// Each pair both ways: with and without voice mark, small and large, look-alikes, near sounds.
constexpr std::u32string_view mistaken[] = {
    U"カガ", U"キギ", U"クグ", U"ケゲ", U"コゴ", U"サザ", U"シジ", U"スズ", U"タダ", U"テデ",
    U"トド", U"ハバ", U"ヒビ", U"フブ", U"ヘベ", U"ホボ", U"ヤャ", U"ユュ", U"ヨョ", U"ツッ",
    U"シツ", U"ソン", U"クワ", U"ヂジ", U"ヅズ", U"ヲオ", U"イエ", U"アマ", U"ルレ", U"ノメ"};

constexpr std::pair<std::string_view, std::string_view> alike[] = {
    {"未", "末"}, {"土", "士"}, {"大", "太"}, {"千", "干"}, {"田", "由"}, {"石", "右"},
    {"人", "入"}, {"子", "予"}, {"夫", "天"}, {"木", "本"}, {"山", "出"}, {"佐", "左"},
    {"郎", "朗"}, {"井", "丼"}, {"裕", "祐"}, {"美", "実"}, {"樹", "木"}, {"也", "地"}};

char32_t mistake(Dice& dice, char32_t letter) {
  const std::size_t from = dice.below(std::size(mistaken));
  for (std::size_t i = 0; i < std::size(mistaken); ++i) {
    const std::u32string_view pair = mistaken[(from + i) % std::size(mistaken)];
    if (pair[0] == letter) return pair[1];
    if (pair[1] == letter) return pair[0];
  }
  return letter;
}

}  // namespace

std::string kana_slip(Dice& dice, const std::string& katakana) {
  std::u32string text = tsunagu::text::to_code_points(katakana);
  const std::u32string before = text;
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size < 2) return katakana;
  while (text == before) {
    const std::uint32_t at = dice.below(size);
    switch (dice.below(6)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, text[at]);
        break;
      case 2:
        if (at + 1 < size) std::swap(text[at], text[at + 1]);
        break;
      default:
        text[at] = mistake(dice, text[at]);
    }
  }
  return tsunagu::text::to_utf8(text);
}

std::string look_alike(Dice& dice, const std::string& kanji) {
  const std::size_t from = dice.below(std::size(alike));
  for (std::size_t i = 0; i < std::size(alike); ++i) {
    const auto& [one, other] = alike[(from + i) % std::size(alike)];
    if (kanji.find(one) != std::string::npos) return replaced(kanji, one, other);
    if (kanji.find(other) != std::string::npos) return replaced(kanji, other, one);
  }
  return kanji;
}

std::string digit_slip(Dice& dice, const std::string& digits) {
  std::string made = digits;
  while (made == digits) {
    const std::uint32_t at = dice.below(static_cast<std::uint32_t>(digits.size()));
    if (at + 1 < digits.size() && dice.percent(50)) {
      std::swap(made[at], made[at + 1]);
    } else {
      made[at] = static_cast<char>('0' + dice.below(10));
    }
    if (made.front() == '0' && digits.front() != '0') made = digits;
  }
  return made;
}

Day day_slip(Dice& dice, const Day& day) {
  const std::string before = std::to_string(day.digits());
  for (;;) {
    const auto number = static_cast<std::uint32_t>(std::stoul(digit_slip(dice, before)));
    const Day made = day_of_digits(number);
    const bool real = made.year >= 1912 && made.month >= 1 && made.month <= 12 && made.day >= 1 &&
                      made.day <= days_in(made.year, made.month);
    if (real && number <= today.digits()) return made;
  }
}

}  // namespace bench::population
