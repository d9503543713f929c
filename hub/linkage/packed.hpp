// A record about a person, prepared: one cache line, so that a candidate pair costs two.
#pragma once

#include <cstdint>

#include "hub/linkage/birth.hpp"
#include "hub/linkage/reading.hpp"

namespace hub::linkage {

/// A name's kanji as a polynomial over its characters, so that a whole name's hash is made from its
/// parts'; 0 for none.
using SpellingHash = std::uint32_t;

/// How rare a value is: -log2 of its share of all records, in eighths of a bit.
using Rarity = std::uint8_t;

/// 番地 as up to three numbers and, in the lowest 16 bits, a hash of what is behind; 0 for none.
using HouseNumber = std::uint64_t;

/// Of a record with several names there is one for each. 64 bytes.
struct alignas(64) Packed {
  Reading family = 0;
  Reading given = 0;
  HouseNumber number = 0;
  SpellingHash spelled_family = 0;
  SpellingHash spelled_given = 0;
  Birth birth = 0;
  std::uint32_t town = 0;
  std::uint32_t phones[2] = {0, 0};  ///< 0 for none
  std::uint16_t loose_family = 0;    ///< spellings with 斎 and 斉 as one
  std::uint16_t loose_given = 0;
  std::uint16_t room = 0;
  std::uint16_t recorded = 0;  ///< days since 2000-01-01
  Rarity family_rarity = 0;
  Rarity given_rarity = 0;
  Rarity house_rarity = 0;
  Rarity phone_rarity = 0;
  std::uint8_t given_length = 0;    ///< characters of the given name's spelling
  std::uint8_t systems = 0;         ///< of which it bears numbers, folded to eight bits
  std::uint8_t sex = 0;             ///< 0 for not known
  bool whole_reading : 1 = false;   ///< not parted: `family` and `given` are its halves
  bool whole_spelling : 1 = false;  ///< not parted: `spelled_family` is all of it
  bool without_kanji : 1 = false;   ///< family and given name: a foreign name
  bool hidden : 1 = false;
};
static_assert(sizeof(Packed) == 64);

/// The hash of a spelling, or of a parted one's whole.
SpellingHash whole_spelling(const Packed& row) noexcept;

constexpr LongReading whole_reading(const Packed& row) noexcept {
  return {row.family, row.given};
}

}  // namespace hub::linkage
