#include "hub/linkage/block_key.hpp"

#include <algorithm>
#include <initializer_list>

#include "hub/linkage/hash.hpp"
#include "hub/linkage/model.hpp"

namespace hub::linkage {
namespace {

constexpr unsigned kana_of_block = 2;

std::uint64_t first_kana(Reading reading) noexcept {
  return without_voicing(front_of(reading, kana_of_block));
}

std::uint64_t given_front(const Packed& row) noexcept {
  return row.whole_reading ? 0 : first_kana(row.given);
}

LongReading full_reading(const Packed& row) noexcept {
  return row.whole_reading ? whole_reading(row) : joined(row.family, row.given);
}

bool fronts_sound_alike(Reading a, Reading b) noexcept {
  return a != 0 && b != 0 && sound_alike(front_of(a, kana_of_block), front_of(b, kana_of_block));
}

bool given_fronts_sound_alike(const Packed& a, const Packed& b) noexcept {
  return !a.whole_reading && !b.whole_reading && fronts_sound_alike(a.given, b.given);
}

/// Mostly the two are read the same to the letter, or are not equally long.
bool readings_sound_alike(const Packed& a, const Packed& b) noexcept {
  if ((a.family | a.given) == 0 || (b.family | b.given) == 0) return false;
  if (a.family == b.family && a.given == b.given && a.whole_reading == b.whole_reading) return true;
  if (length_of(a.family) + length_of(a.given) != length_of(b.family) + length_of(b.given))
    return false;
  const auto mine = full_reading(a);
  const auto theirs = full_reading(b);
  return sound_alike(mine.front, theirs.front) && sound_alike(mine.back, theirs.back);
}

std::uint64_t whole_birth(const Packed& row) noexcept {
  return is_whole(row.birth) ? row.birth : 0;
}

std::uint64_t day_and_month(const Packed& row) noexcept {
  return is_whole(row.birth) ? row.birth & 0xFFFFU : 0;
}

/// The part that costs nothing to compare.
std::uint64_t first_part(Blocking blocking, const Packed& row) noexcept {
  if (row.hidden) return 0;
  switch (blocking) {
    case Blocking::birth_given:
    case Blocking::birth_family:
    case Blocking::birth_spelling:
      return whole_birth(row);
    case Blocking::year_reading:
      return year_of(row.birth);
    case Blocking::town_reading:
      return row.town;
    case Blocking::day_reading:
      return day_and_month(row);
    case Blocking::house_year:
    case Blocking::house_given:
      return house_of(row);
    case Blocking::phone_given:
      return row.phones[0];
    case Blocking::phone_given_2:
      return row.phones[1];
    case Blocking::reading_alone:
      return 1;
  }
  return 0;
}

/// What several kinds of block ask for, worked out once.
struct Sounds {
  std::uint64_t reading = 0;
  std::uint64_t given = 0;
};

std::uint64_t second_part(Blocking blocking, const Packed& row, const Sounds& sounds) noexcept {
  switch (blocking) {
    case Blocking::birth_given:
    case Blocking::house_given:
    case Blocking::phone_given:
    case Blocking::phone_given_2:
      return sounds.given;
    case Blocking::birth_family:
      return first_kana(row.family);
    case Blocking::birth_spelling:
      return whole_spelling(row);
    case Blocking::year_reading:
    case Blocking::town_reading:
    case Blocking::day_reading:
    case Blocking::reading_alone:
      return sounds.reading;
    case Blocking::house_year:
      return year_of(row.birth);
  }
  return 0;
}

/// A hash of 0, of a key that is there, is taken for 1.
std::uint32_t key_of(Blocking blocking, const Packed& row, const Sounds& sounds) noexcept {
  const auto first = first_part(blocking, row);
  if (first == 0) return 0;
  const auto second = second_part(blocking, row, sounds);
  if (second == 0) return 0;
  const auto hash = std::max(static_cast<std::uint32_t>(mix(first, second) >> 33U), 1U);
  return hash << 1U | (is_passive(blocking, row) ? 1U : 0U);
}

}  // namespace

std::string_view name_of(Blocking blocking) noexcept {
  constexpr std::string_view words[] = {"birth_given",   "birth_family", "year_reading",
                                        "town_reading",  "day_reading",  "birth_spelling",
                                        "house_year",    "house_given",  "phone_given",
                                        "phone_given_2", "reading_alone"};
  return words[static_cast<std::size_t>(blocking)];
}

std::uint64_t sound_of(const Packed& row) noexcept {
  const auto whole = full_reading(row);
  if (whole.front == 0) return 0;
  return mix(without_voicing(whole.front), without_voicing(whole.back));
}

bool is_passive(Blocking blocking, const Packed& row) noexcept {
  return blocking == Blocking::reading_alone && row.birth != 0;
}

BlockKeys block_keys(const Packed& row) noexcept {
  const Sounds sounds{sound_of(row), given_front(row)};
  BlockKeys keys{};
  for (std::size_t i = 0; i < blocking_count; ++i)
    keys[i] = key_of(static_cast<Blocking>(i), row, sounds);
  return keys;
}

std::uint32_t block_key(Blocking blocking, const Packed& row) noexcept {
  return key_of(blocking, row, {sound_of(row), given_front(row)});
}

std::uint32_t shared_first_parts(const Packed& a, const Packed& b) noexcept {
  if (a.hidden || b.hidden) return 0;
  const bool whole = is_whole(a.birth) && is_whole(b.birth);
  const bool town = a.town != 0 && a.town == b.town;
  std::uint32_t shared = 0;
  const auto add = [&shared](bool same, std::initializer_list<Blocking> blockings) {
    for (const auto blocking : blockings)
      shared |= same ? bit(blocking) : 0U;
  };
  add(whole && a.birth == b.birth,
      {Blocking::birth_given, Blocking::birth_family, Blocking::birth_spelling});
  add(year_of(a.birth) != 0 && year_of(a.birth) == year_of(b.birth), {Blocking::year_reading});
  add(town, {Blocking::town_reading});
  add(whole && (a.birth & 0xFFFFU) == (b.birth & 0xFFFFU), {Blocking::day_reading});
  add(town && a.number != 0 && a.number == b.number, {Blocking::house_year, Blocking::house_given});
  add(a.phones[0] != 0 && a.phones[0] == b.phones[0], {Blocking::phone_given});
  add(a.phones[1] != 0 && a.phones[1] == b.phones[1], {Blocking::phone_given_2});
  add(a.birth == 0 || b.birth == 0, {Blocking::reading_alone});
  return shared;
}

bool share_second_part(Blocking blocking, const Packed& a, const Packed& b) noexcept {
  switch (blocking) {
    case Blocking::birth_given:
    case Blocking::house_given:
    case Blocking::phone_given:
    case Blocking::phone_given_2:
      return given_fronts_sound_alike(a, b);
    case Blocking::birth_family:
      return fronts_sound_alike(a.family, b.family);
    case Blocking::birth_spelling:
      return whole_spelling(a) != 0 && whole_spelling(a) == whole_spelling(b);
    case Blocking::year_reading:
    case Blocking::town_reading:
    case Blocking::day_reading:
    case Blocking::reading_alone:
      return readings_sound_alike(a, b);
    case Blocking::house_year:
      return year_of(a.birth) != 0 && year_of(a.birth) == year_of(b.birth);
  }
  return false;
}

bool share_block(Blocking blocking, const Packed& a, const Packed& b) noexcept {
  return (shared_first_parts(a, b) & bit(blocking)) != 0 && share_second_part(blocking, a, b);
}

}  // namespace hub::linkage
