#include "tsunagu/text/width.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "tsunagu/text/utf8.hpp"

namespace tsunagu::text {
namespace {

/// Characters that NFKC leaves alone wherever they stand: ASCII, kana without ヿ and the sound
/// marks, the kanji of the first block. Most names are nothing else.
bool is_plain(char32_t c) {
  return c < 0x80 || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) ||
         (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_plain(next(text, at))) return false;
  }
  return true;
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
  if (is_plain(text)) return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  const auto in = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string folded;
  normalizer->normalize(in, error).toUTF8String(folded);
  return folded;
}

bool is_space(char32_t c) noexcept {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x00A0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}

std::string_view trim(std::string_view text) noexcept {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = at;
    if (is_space(next(text, at))) continue;
    if (begin > here) begin = here;
    end = at;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view{};
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
