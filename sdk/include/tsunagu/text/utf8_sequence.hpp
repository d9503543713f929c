// The one place that knows how UTF-8 is built (RFC 3629; Unicode 15, table 3-7): no overlong form,
// no surrogate, nothing above U+10FFFF. No library stands behind it.
#pragma once

#include <cstddef>
#include <string_view>

namespace tsunagu::text {

namespace detail {

constexpr int length_by_lead(unsigned lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// The second byte rules out overlong forms, surrogates and what lies above U+10FFFF.
constexpr bool second_fits(unsigned lead, unsigned second) noexcept {
  if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
  if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
  if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
  return (second & 0xC0U) == 0x80U;
}

}  // namespace detail

/// Length 1–4 of the sequence at the front; 0 where it is malformed; -1 where the bytes end inside
/// what has been well formed so far.
constexpr int utf8_sequence(std::string_view bytes) noexcept {
  if (bytes.empty()) return -1;
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(bytes[i]); };
  const int size = detail::length_by_lead(byte(0));
  if (size <= 1) return size;
  if (bytes.size() < 2) return -1;
  if (!detail::second_fits(byte(0), byte(1))) return 0;
  for (std::size_t i = 2; i < static_cast<std::size_t>(size); ++i) {
    if (bytes.size() <= i) return -1;
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return size;
}

}  // namespace tsunagu::text
