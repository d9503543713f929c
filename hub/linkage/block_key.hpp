// What brings two records together to be compared: keys of which each forgives another error.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "hub/linkage/packed.hpp"

namespace hub::linkage {

enum class Blocking : std::uint8_t {
  birth_given,     ///< birthday, first two kana of the given name: marriages, moves
  birth_family,    ///< birthday, first two kana of the family name: a slip in the given name
  year_reading,    ///< whole reading, year: a slip in the day or month
  town_reading,    ///< whole reading, town: no birthday or a wrong one
  day_reading,     ///< whole reading, day and month: a slip in the year
  birth_spelling,  ///< birthday, kanji: no kana or other ones
  house_year,      ///< house, year: names in another script or order
  house_given,     ///< house, first two kana of the given name: family name and birthday wrong
  phone_given,     ///< telephone, first two kana of the given name
  phone_given_2,   ///< the same with the second telephone
  reading_alone,   ///< whole reading, where one of the two has no birthday
};
inline constexpr std::size_t blocking_count = 11;

std::string_view name_of(Blocking blocking) noexcept;

/// Of each kind of block the row's key: 31 bits of a hash of the two values that must both agree
/// (readings without their voicing), and in the lowest bit whether the row is passive, so that
/// these come last in a block. 0 where one of the two isn't known, and for hidden rows (支援措置):
/// nobody is drawn to them.
using BlockKeys = std::array<std::uint32_t, blocking_count>;

/// About 60 ns.
BlockKeys block_keys(const Packed& row) noexcept;
std::uint32_t block_key(Blocking blocking, const Packed& row) noexcept;

/// A row that only waits for others: two such are not compared.
bool is_passive(Blocking blocking, const Packed& row) noexcept;

constexpr std::uint32_t block_of(std::uint32_t key) noexcept {
  return key >> 1U;
}

constexpr std::uint32_t bit(Blocking blocking) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(blocking);
}

/// The kinds of which both have the same first part, as bits; cheap, and mostly few.
std::uint32_t shared_first_parts(const Packed& a, const Packed& b) noexcept;
bool share_second_part(Blocking blocking, const Packed& a, const Packed& b) noexcept;

/// A hash of the whole reading without its voicing; 0 for none.
std::uint64_t sound_of(const Packed& row) noexcept;

/// Whether both have the key, and the same, and one of them is not passive.
bool share_block(Blocking blocking, const Packed& a, const Packed& b) noexcept;

}  // namespace hub::linkage
