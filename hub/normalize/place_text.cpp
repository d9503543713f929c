#include "hub/normalize/place_text.hpp"

#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

constexpr std::string_view line_break_rest = "改行)";

char32_t fold_kana(char32_t c) {
  switch (c) {
    case U'ヶ':
    case U'が':
    case U'ガ':
    case U'ヵ':
    case U'け':
      return U'ケ';
    case U'の':
    case U'之':
    case U'乃':
      return U'ノ';
    case U'ッ':
    case U'つ':
    case U'っ':
      return U'ツ';
    default:
      return c;
  }
}

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool is_odd_hyphen(char32_t c) {
  return c != U'-' &&
         (text::is_hyphen_like(c) || c == U'∼' || c == U'〜' || c == U'～' || c == U'~');
}

}  // namespace

std::string place_text(std::string_view original, const Variants& variants) {
  constexpr std::string_view small = "字";
  const auto folded = text::nfkc(original);
  std::string place;
  place.reserve(folded.size());
  char32_t previous = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const auto c = text::next(folded, at);
    const auto behind = std::string_view(folded).substr(at);
    if (c == U'大' && behind.starts_with(small)) {
      at += small.size();
    } else if (c == U'字' && previous != U'文') {  // 十文字 is a name
      continue;
    } else if (c == U'(' && behind.starts_with(line_break_rest)) {
      at += line_break_rest.size();
      place += ' ';
    } else if (!text::is_variation_selector(c)) {
      const auto folds = variants.fold_in_place(fold_kana(c));
      text::append(place, folds);
      previous = c;
    }
  }
  return place;
}

Notes notes_of_place(std::string_view original) {
  Notes notes;
  char32_t before = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < original.size();) {
    const auto c = text::next(original, at);
    if (c >= U'０' && c <= U'９') notes.add(Note::address_full_width_digits);
    if (is_digit(c) && is_odd_hyphen(previous) && is_digit(before))
      notes.add(Note::address_odd_hyphen);
    if (c == U'字' && previous == U'大') notes.add(Note::address_section_word);
    before = previous;
    previous = c;
  }
  if (original.find("（改行）") != std::string_view::npos) notes.add(Note::text_line_break_word);
  return notes;
}

}  // namespace hub::normalize
