#include <string>

#include "hub/normalize/name_key.hpp"
#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

char32_t enlarged(char32_t c) {
  constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
  constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";
  const auto at = small.find(c);
  return at == std::u32string_view::npos ? c : large[at];
}

/// Kana that are written for one another.
char32_t weakly_folded(char32_t c) {
  switch (c) {
    case U'ヂ':
      return U'ジ';
    case U'ヅ':
      return U'ズ';
    case U'ヲ':
      return U'オ';
    case U'ヰ':
      return U'イ';
    case U'ヱ':
      return U'エ';
    default:
      return c;
  }
}

bool is_dropped(char32_t c) {
  return text::is_space(c) || text::is_hyphen_like(c) || c == U'・' || c == U'～' || c == U'~';
}

bool is_key_kana(char32_t c) {
  return c >= U'ァ' && c <= U'ヺ';
}

/// ヴァ is バ to most who write it down: ヴ and the vowel behind it become one kana of the バ row.
std::u32string with_b_row(std::u32string_view key) {
  constexpr std::u32string_view vowels = U"アイエオ";
  constexpr std::u32string_view b_row = U"バビベボ";
  std::u32string folded;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (key[i] != U'ヴ') {
      folded += weakly_folded(key[i]);
      continue;
    }
    const auto vowel = i + 1 < key.size() ? vowels.find(key[i + 1]) : std::u32string_view::npos;
    folded += vowel == std::u32string_view::npos ? U'ブ' : b_row[vowel];
    if (vowel != std::u32string_view::npos) ++i;
  }
  return folded;
}

}  // namespace

Normalized kana_key(std::string_view kana) {
  Normalized result;
  const auto folded = text::hira_to_kata(text::nfkc(kana));
  if (folded != kana) result.step("kana.width_and_script");
  if (!text::is_utf8(kana)) result.warn("kana.malformed");
  std::u32string key;
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::next(folded, at);
    if (is_dropped(c)) {
      result.step("kana.separator");
      continue;
    }
    key += enlarged(c);
    if (key.back() != c) result.step("kana.enlarged");
    if (!is_key_kana(key.back())) result.warn("kana.not_kana");
  }
  // What was dropped may have kept a letter and a combining mark apart.
  result.key = text::nfkc(text::to_utf8(key));
  key = text::to_code_points(result.key);
  if (key.empty()) result.warn("kana.empty");
  auto weak = text::to_utf8(with_b_row(key));
  if (weak != result.key) result.weak.push_back(std::move(weak));
  return result;
}

}  // namespace hub::normalize
