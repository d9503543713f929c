// How well two records agree in each field: the levels that Fellegi and Sunter's weights belong to
// (A Theory for Record Linkage, 1969). Kanji and kana of a name are one field with common levels,
// since they are no independent witnesses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hub::linkage {

enum class Field : std::uint8_t { family, given, birth, sex, address, phone };
inline constexpr std::size_t field_count = 6;
inline constexpr std::size_t most_levels = 16;

/// Of the family or the given name.
enum class NameLevel : std::uint8_t {
  missing,
  same,            ///< written and read the same
  variant,         ///< 斎藤 and 斉藤, read the same
  read_same_only,  ///< read the same, one of them without kanji
  spelled_only,    ///< written the same, one of them without kana
  read_same,       ///< read the same, written differently (裕子 and 祐子)
  spelled_close,   ///< written the same, the readings a slip apart
  spelled_far,     ///< written the same, read differently
  voiced,          ///< no kanji to compare; the readings differ in voicing alone
  close,           ///< no kanji to compare; the readings a slip apart
  both_close,      ///< written differently, the readings a slip apart
  similar,         ///< written differently or no kanji, the readings alike
  far
};

enum class BirthLevel : std::uint8_t {
  missing,
  same,
  month,         ///< the same as far as one of them is known: year and month
  year,          ///< the same as far as one of them is known: the year
  swapped,       ///< day and month changed places
  slip,          ///< one digit off, or two digits changed places
  era,           ///< the same month and day, another era or decade
  month_day,     ///< the same month and day, another year
  two_of_three,  ///< the same year, and the month or the day
  same_year,     ///< nothing else the same
  different
};

enum class SexLevel : std::uint8_t { missing, same, different };

enum class AddressLevel : std::uint8_t {
  missing,
  room,         ///< same house and room
  house,        ///< same house, no rooms
  house_open,   ///< same house, one of them without its room
  other_room,   ///< same house, another room
  near_number,  ///< 2771 and 2771-1, or a slip in the number
  town,         ///< same town
  elsewhere
};

enum class PhoneLevel : std::uint8_t { missing, same, different };

/// One level for each Field, as its enum's number.
using Levels = std::array<std::uint8_t, field_count>;

constexpr std::size_t slot(Field field) noexcept {
  return static_cast<std::size_t>(field);
}
constexpr NameLevel name_level(const Levels& levels, Field field) noexcept {
  return static_cast<NameLevel>(levels[slot(field)]);
}

/// Whether the readings are (as far as known) the same: what a name's frequency speaks of.
constexpr bool is_borne_by_both(NameLevel level) noexcept {
  return level >= NameLevel::same && level <= NameLevel::spelled_far;
}
constexpr bool is_same_house(AddressLevel level) noexcept {
  return level >= AddressLevel::room && level <= AddressLevel::other_room;
}

/// Levels that nearly never come about between two records of one person: likeness in all else is
/// then a reason to ask, and none to join. (Twins have like names and one birthday; in-laws and
/// neighbours may have one name; only the birthday tells.)
constexpr bool contradicts(Field field, std::size_t level) noexcept {
  if (field == Field::birth) return level >= static_cast<std::size_t>(BirthLevel::era);
  if (field != Field::given) return false;
  return level >= static_cast<std::size_t>(NameLevel::both_close);
}

/// A birthday a slip off, at the next door, under another telephone: neighbours of one name.
constexpr bool may_be_neighbours(const Levels& levels) noexcept {
  const auto birth = static_cast<BirthLevel>(levels[slot(Field::birth)]);
  const auto address = static_cast<AddressLevel>(levels[slot(Field::address)]);
  const auto phone = static_cast<PhoneLevel>(levels[slot(Field::phone)]);
  return (birth == BirthLevel::slip || birth == BirthLevel::swapped) &&
         (address == AddressLevel::near_number || address == AddressLevel::town) &&
         phone != PhoneLevel::same;
}

/// Nothing but the names agrees: too little for one person, however rare they are (DOMAIN 8.2).
constexpr bool is_by_name_alone(const Levels& levels) noexcept {
  const auto birth = static_cast<BirthLevel>(levels[slot(Field::birth)]);
  const auto address = static_cast<AddressLevel>(levels[slot(Field::address)]);
  const auto phone = static_cast<PhoneLevel>(levels[slot(Field::phone)]);
  return (birth == BirthLevel::missing || birth >= BirthLevel::era) &&
         (address == AddressLevel::missing || address >= AddressLevel::town) &&
         phone != PhoneLevel::same;
}

constexpr bool is_contradicted(const Levels& levels) noexcept {
  return may_be_neighbours(levels) || contradicts(Field::given, levels[slot(Field::given)]) ||
         contradicts(Field::birth, levels[slot(Field::birth)]);
}

/// Words of the weights' file: "family", "read_same".
std::string_view name_of(Field field) noexcept;
/// Empty for a level that the field doesn't have.
std::string_view level_name(Field field, std::size_t level) noexcept;
std::size_t level_count(Field field) noexcept;

}  // namespace hub::linkage
