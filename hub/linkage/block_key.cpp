#include "hub/linkage/block_key.hpp"

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

std::uint64_t reading_of(const Packed& row) noexcept {
  const auto whole = row.whole_reading ? whole_reading(row) : joined(row.family, row.given);
  if (whole.front == 0) return 0;
  return mix(without_voicing(whole.front), without_voicing(whole.back));
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

std::uint64_t second_part(Blocking blocking, const Packed& row) noexcept {
  switch (blocking) {
    case Blocking::birth_given:
    case Blocking::house_given:
    case Blocking::phone_given:
    case Blocking::phone_given_2:
      return given_front(row);
    case Blocking::birth_family:
      return first_kana(row.family);
    case Blocking::birth_spelling:
      return whole_spelling(row);
    case Blocking::year_reading:
    case Blocking::town_reading:
    case Blocking::day_reading:
    case Blocking::reading_alone:
      return reading_of(row);
    case Blocking::house_year:
      return year_of(row.birth);
  }
  return 0;
}

}  // namespace

std::string_view name_of(Blocking blocking) noexcept {
  constexpr std::string_view words[] = {"birth_given",   "birth_family", "year_reading",
                                        "town_reading",  "day_reading",  "birth_spelling",
                                        "house_year",    "house_given",  "phone_given",
                                        "phone_given_2", "reading_alone"};
  return words[static_cast<std::size_t>(blocking)];
}

BlockParts block_parts(Blocking blocking, const Packed& row) noexcept {
  const auto first = first_part(blocking, row);
  if (first == 0) return {};
  return {first, second_part(blocking, row)};
}

bool is_passive(Blocking blocking, const Packed& row) noexcept {
  return blocking == Blocking::reading_alone && row.birth != 0;
}

std::uint32_t block_key(Blocking blocking, const Packed& row, const BlockParts& parts) noexcept {
  const auto hash = static_cast<std::uint32_t>(mix(parts.first, parts.second) >> 33U);
  return hash << 1U | (is_passive(blocking, row) ? 1U : 0U);
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
  const auto second = second_part(blocking, a);
  return second != 0 && second == second_part(blocking, b);
}

bool share_block(Blocking blocking, const Packed& a, const Packed& b) noexcept {
  return (shared_first_parts(a, b) & bit(blocking)) != 0 && share_second_part(blocking, a, b);
}

}  // namespace hub::linkage
