#include "tsunagu/text/width.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "tsunagu/text/kana.hpp"
#include "tsunagu/text/utf8.hpp"

namespace tsunagu::text {
namespace {

/// What NFKC makes of a character wherever it stands: itself for ASCII, kana without ヿ and the
/// sound marks, and the kanji of the first block; ASCII for full-width ASCII. 0: ICU has to say.
/// Most names and addresses are nothing else.
char32_t plain_form(char32_t c) {
  if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) return c;
  if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE)) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x3001 || c == 0x3002 || c == 0x3005) return c;
  return c == 0x3000 ? U' ' : 0;
}

/// False where a character stands in it that ICU has to look at.
bool fold_plain(std::string_view text, std::string& folded) {
  folded.clear();
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto plain = plain_form(next(text, at));
    if (plain == 0) return false;
    if (plain < 0x80) {
      folded += static_cast<char>(plain);
    } else {
      folded.append(text, begin, at - begin);
    }
  }
  return true;
}

/// ゛゜ and their combining forms, which NFKC treats otherwise than the half-width ﾞﾟ.
bool has_sound_mark(std::string_view text) {
  for (const std::string_view mark : {"゛", "゜", "\u3099", "\u309A"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

std::string nfkc_by_icu(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  const auto in = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string folded;
  normalizer->normalize(in, error).toUTF8String(folded);
  return folded;
}

/// Where the last character of a text begins.
std::size_t last_begin(std::string_view text) {
  auto at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

}  // namespace

std::string ascii_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) {
      folded += static_cast<char>(c - 0xFEE0);
    } else if (c == 0x3000) {
      folded += ' ';
    } else {
      folded += text.substr(begin, at - begin);
    }
  }
  return folded;
}

std::string nfkc(std::string_view text) {
  std::string folded;
  if (fold_plain(text, folded)) return folded;
  const bool half_width_alone = !has_sound_mark(text);
  if (half_width_alone && fold_plain(half_to_full_kana(text), folded)) return folded;
  return nfkc_by_icu(text);
}

bool is_space(char32_t c) noexcept {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x00A0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}

std::string_view trim(std::string_view text) noexcept {
  for (std::size_t at = 0; !text.empty() && is_space(next(text, at)); at = 0)
    text.remove_prefix(at);
  while (!text.empty()) {
    const auto begin = last_begin(text);
    auto end = begin;
    if (!is_space(next(text, end)) || end != text.size()) break;
    text = text.substr(0, begin);
  }
  return text;
}

std::string without_spaces(std::string_view text) {
  std::string rest;
  rest.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto here = at;
    if (!is_space(next(text, at))) rest += text.substr(here, at - here);
  }
  return rest;
}

bool is_hyphen_like(char32_t c) noexcept {
  switch (c) {
    case U'-':
    case 0x00AD:  // soft hyphen
    case 0x02D7:  // modifier minus
    case 0x207B:  // superscript minus
    case 0x208B:  // subscript minus
    case 0x2043:  // hyphen bullet
    case 0x2212:  // minus
    case 0x2500:  // box drawing, light
    case 0x2501:  // box drawing, heavy
    case 0x2796:  // heavy minus
    case 0x30FC:  // ー
    case 0xFE58:  // small em dash
    case 0xFE63:  // small hyphen-minus
    case 0xFF0D:  // full-width hyphen-minus
    case 0xFF70:  // ｰ
      return true;
    default:
      return c >= 0x2010 && c <= 0x2015;
  }
}

bool is_variation_selector(char32_t c) noexcept {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace tsunagu::text
