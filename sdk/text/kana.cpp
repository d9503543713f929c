#include "tsunagu/text/kana.hpp"

#include <algorithm>
#include <array>

#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

/// U+FF61–FF9F in order.
constexpr std::u32string_view full_forms =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
    U"マミムメモヤユヨラリルレロワン"
    U"゛゜";
constexpr char32_t half_first = 0xFF61;
constexpr char32_t voiced_mark = 0xFF9E;
constexpr char32_t semivoiced_mark = 0xFF9F;

struct Voiced {
  char32_t plain;
  char32_t voiced;
};

constexpr std::array<Voiced, 25> voiced_pairs = {{
    {U'ウ', U'ヴ'}, {U'カ', U'ガ'}, {U'キ', U'ギ'}, {U'ク', U'グ'}, {U'ケ', U'ゲ'},
    {U'コ', U'ゴ'}, {U'サ', U'ザ'}, {U'シ', U'ジ'}, {U'ス', U'ズ'}, {U'セ', U'ゼ'},
    {U'ソ', U'ゾ'}, {U'タ', U'ダ'}, {U'チ', U'ヂ'}, {U'ツ', U'ヅ'}, {U'テ', U'デ'},
    {U'ト', U'ド'}, {U'ハ', U'バ'}, {U'ヒ', U'ビ'}, {U'フ', U'ブ'}, {U'ヘ', U'ベ'},
    {U'ホ', U'ボ'}, {U'ワ', U'ヷ'}, {U'ヲ', U'ヺ'}, {U'ヰ', U'ヸ'}, {U'ヱ', U'ヹ'},
}};

constexpr std::array<Voiced, 5> semivoiced_pairs = {{
    {U'ハ', U'パ'},
    {U'ヒ', U'ピ'},
    {U'フ', U'プ'},
    {U'ヘ', U'ペ'},
    {U'ホ', U'ポ'},
}};

bool is_half_kana(char32_t c) {
  return c >= half_first && c < half_first + full_forms.size();
}

template <std::size_t N>
char32_t with_mark(const std::array<Voiced, N>& pairs, char32_t plain) {
  for (const auto& pair : pairs) {
    if (pair.plain == plain) return pair.voiced;
  }
  return 0;
}

template <std::size_t N>
char32_t without_mark(const std::array<Voiced, N>& pairs, char32_t voiced) {
  for (const auto& pair : pairs) {
    if (pair.voiced == voiced) return pair.plain;
  }
  return 0;
}

char32_t composed(char32_t plain, char32_t mark) {
  if (mark == voiced_mark || mark == 0x3099 || mark == U'゛') return with_mark(voiced_pairs, plain);
  if (mark == semivoiced_mark || mark == 0x309A || mark == U'゜')
    return with_mark(semivoiced_pairs, plain);
  return 0;
}

void append_half(std::string& text, char32_t full) {
  const auto found = full_forms.find(full);
  append(text,
         found == std::u32string_view::npos ? full : half_first + static_cast<char32_t>(found));
}

template <class Fold>
std::string each(std::string_view text, Fold fold) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    append(folded, fold(next(text, at)));
  return folded;
}

}  // namespace

std::string half_to_full_kana(std::string_view text) {
  std::string full;
  full.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    if (!is_half_kana(c)) {
      append(full, c);
      continue;
    }
    const auto plain = full_forms[c - half_first];
    auto behind = at;
    const auto marked = at < text.size() ? composed(plain, next(text, behind)) : 0;
    append(full, marked != 0 ? marked : plain);
    if (marked != 0) at = behind;
  }
  return full;
}

std::string full_to_half_kana(std::string_view text) {
  std::string half;
  half.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    if (const auto plain = without_mark(voiced_pairs, c);
        plain != 0 && plain != U'ヰ' && plain != U'ヱ') {
      append_half(half, plain);
      append(half, voiced_mark);
    } else if (const auto base = without_mark(semivoiced_pairs, c); base != 0) {
      append_half(half, base);
      append(half, semivoiced_mark);
    } else {
      append_half(half, c);
    }
  }
  return half;
}

std::string hira_to_kata(std::string_view text) {
  return each(text, [](char32_t c) {
    const bool hiragana = (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
    return hiragana ? c + 0x60 : c;
  });
}

std::string kata_to_hira(std::string_view text) {
  return each(text, [](char32_t c) {
    const bool katakana = (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE;
    return katakana ? c - 0x60 : c;
  });
}

bool is_katakana(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    const bool kana = (c >= 0x30A1 && c <= 0x30FE) || (c >= 0xFF66 && c <= 0xFF9F);
    if (!kana && !is_space(c)) return false;
  }
  return true;
}

}  // namespace tsunagu::text
