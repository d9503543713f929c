#include "hub/linkage/reading.hpp"

#include <array>

#include "tsunagu/text/utf8.hpp"

namespace hub::linkage {
namespace {

constexpr char32_t before_kana = 0x30A0;
constexpr std::uint8_t first_letter = 0x60;
constexpr std::uint8_t other = 0x7F;

constexpr std::uint8_t kana_code(char32_t kana) noexcept {
  return static_cast<std::uint8_t>(kana - before_kana);
}

/// Kana that are written for one another.
constexpr char32_t plain(char32_t kana) noexcept {
  switch (kana) {
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
    case U'ヴ':
      return U'ブ';
    default:
      return kana;
  }
}

constexpr std::uint8_t code_of(char32_t c) noexcept {
  if (c > before_kana && c <= U'ヺ') return kana_code(plain(c));
  if (c >= U'A' && c <= U'Z') return static_cast<std::uint8_t>(first_letter + (c - U'A'));
  if (c >= U'a' && c <= U'z') return static_cast<std::uint8_t>(first_letter + (c - U'a'));
  return other;
}

constexpr std::array<std::uint8_t, 128> make_unvoiced() {
  std::array<std::uint8_t, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] = static_cast<std::uint8_t>(i);
  constexpr std::u32string_view voiced = U"ガギグゲゴザジズゼゾダデドバビブベボパピプペポ";
  constexpr std::u32string_view clear = U"カキクケコサシスセソタテトハヒフヘホハヒフヘホ";
  for (std::size_t i = 0; i < voiced.size(); ++i)
    table[kana_code(voiced[i])] = kana_code(clear[i]);
  return table;
}

constexpr auto unvoiced = make_unvoiced();

}  // namespace

LongReading pack_reading(std::string_view kana_key) {
  LongReading packed;
  unsigned length = 0;
  for (std::size_t at = 0; at < kana_key.size() && length < 2 * most_kana; ++length) {
    const Reading code = code_of(tsunagu::text::next(kana_key, at));
    Reading& half = length < most_kana ? packed.front : packed.back;
    half |= code << (8U * (length % most_kana));
  }
  return packed;
}

LongReading joined(Reading family, Reading given) noexcept {
  const auto length = length_of(family);
  if (length == 0) return {given, 0};
  if (length == most_kana) return {family, given};
  return {family | given << (8U * length), given >> (8U * (most_kana - length))};
}

SplitReading split_at(LongReading whole, unsigned family_length) noexcept {
  if (family_length == 0) return {0, whole.front};
  if (family_length >= most_kana) return {whole.front, whole.back};
  const auto shift = 8U * family_length;
  return {front_of(whole.front, family_length), whole.front >> shift | whole.back << (64U - shift)};
}

Reading without_voicing(Reading reading) noexcept {
  Reading clear = 0;
  for (unsigned shift = 0; reading >> shift != 0; shift += 8) {
    clear |= Reading{unvoiced[reading >> shift & 0x7FU]} << shift;
    if (shift == 56) break;
  }
  return clear;
}

/// The first kana in which they differ mostly tells.
bool sound_alike(Reading a, Reading b) noexcept {
  if (a == b) return true;
  if (length_of(a) != length_of(b)) return false;
  const auto at = static_cast<unsigned>(std::countr_zero(a ^ b)) & ~7U;
  if (unvoiced[a >> at & 0x7FU] != unvoiced[b >> at & 0x7FU]) return false;
  return without_voicing(a) == without_voicing(b);
}

}  // namespace hub::linkage
