#include "tsunagu/text/forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>

#include "tsunagu/text/utf8.hpp"

namespace tsunagu::text {
namespace {

struct Letter {
  char32_t letter;
  std::string_view capitals;
};

/// Letters that are more than a base and an accent.
constexpr std::array<Letter, 20> letters = {{
    {U'ß', "SS"}, {U'ẞ', "SS"}, {U'Æ', "AE"}, {U'æ', "AE"}, {U'Œ', "OE"},
    {U'œ', "OE"}, {U'Ø', "O"},  {U'ø', "O"},  {U'Đ', "D"},  {U'đ', "D"},
    {U'Ð', "D"},  {U'ð', "D"},  {U'Þ', "TH"}, {U'þ', "TH"}, {U'Ł', "L"},
    {U'ł', "L"},  {U'ı', "I"},  {U'ŋ', "NG"}, {U'Ŋ', "NG"}, {U'ſ', "S"},
}};

bool is_accented_latin(char32_t c) {
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

/// The letter in front of the accents that it decomposes into.
char32_t base_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString parts;
  if (U_FAILURE(error) || !normalizer->getDecomposition(static_cast<UChar32>(c), parts)) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

void append_capitals(std::string& text, char32_t c) {
  for (const auto& one : letters) {
    if (one.letter == c) {
      text += one.capitals;
      return;
    }
  }
  const auto base = is_accented_latin(c) ? base_of(c) : c;
  if (base != c) return append_capitals(text, base);  // ǣ is æ with a macron
  append(text, c >= U'a' && c <= U'z' ? c - 0x20 : c);
}

}  // namespace

bool is_nfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return true;
  return normalizer->isNormalized(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                      text.data(), static_cast<std::int32_t>(text.size()))),
                                  error) != 0;
}

std::string latin_capitals(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool behind_latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next(text, at);
    if (behind_latin && c >= 0x300 && c <= 0x36F) continue;
    behind_latin = c < 0x80 || is_accented_latin(c);
    append_capitals(folded, c);
  }
  return folded;
}

}  // namespace tsunagu::text
