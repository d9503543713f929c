// The reading of a name in eight bytes, one a kana, so that readings are compared by masks.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace hub::linkage {

/// Up to eight kana, the first in the lowest byte, 0 behind the last; longer readings are cut.
/// ヂ/ジ, ヅ/ズ, ヲ/オ, ヰ/イ, ヱ/エ and ヴ/ブ are one code. 0: no reading.
using Reading = std::uint64_t;

inline constexpr unsigned most_kana = 8;

/// A whole reading that nobody has split into family and given name.
struct LongReading {
  Reading front = 0;
  Reading back = 0;  ///< the ninth kana and on
};

/// Reads a kana key (hub/normalize); Latin letters of a foreign name have codes too.
LongReading pack_reading(std::string_view kana_key);

constexpr unsigned length_of(Reading reading) noexcept {
  return (static_cast<unsigned>(std::bit_width(reading)) + 7U) / 8U;
}

/// The first `count` kana.
constexpr Reading front_of(Reading reading, unsigned count) noexcept {
  return count >= most_kana ? reading : reading & ((Reading{1} << (8U * count)) - 1U);
}

/// Family and given name behind one another.
LongReading joined(Reading family, Reading given) noexcept;

struct SplitReading {
  Reading family = 0;
  Reading given = 0;
};

/// The first `family_length` kana, and the rest as far as eight reach.
SplitReading split_at(LongReading whole, unsigned family_length) noexcept;

/// ガ as カ, パ as ハ: かわさき and かわざき are the same.
Reading without_voicing(Reading reading) noexcept;

/// Whether they differ in voicing at most.
bool sound_alike(Reading a, Reading b) noexcept;

}  // namespace hub::linkage
