// Persons as they are, before any desk writes about them. A unit is what is made at once: mostly
// one household, two where a life crosses from one to another.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/population/calendar.hpp"
#include "tests/bench/population/name_book.hpp"
#include "tests/bench/population/population.hpp"
#include "tests/bench/population/towns.hpp"

namespace bench::population {

using Index = std::uint32_t;
inline constexpr Index nobody = 0xFFFF'FFFF;

/// Someone whose passport has no kanji.
struct Passport {
  std::string latin{};     ///< NGUYEN THI LAN
  std::string katakana{};  ///< グエン・ティ・ラン
};

/// Where somebody lives from that day on.
struct Stay {
  std::uint32_t from = 0;  ///< 20260402; 0: always
  Index home = 0;          ///< of Unit::homes
  bool for_a_time = false;
};

struct Being {
  std::uint32_t sex = 1;
  Day born{};
  Written family{};  ///< as the register of residents has it now
  Written given{};
  Written former{};           ///< the family name before
  std::uint32_t renamed = 0;  ///< the day from which the present one holds; 0: always
  std::optional<Passport> passport{};
  std::optional<Written> usual{};  ///< 通称名: family and given name with a space between
  std::string mobile{};
  std::vector<Stay> stays{};
  Index house = 0;
  Index mother = nobody;
  Index father = nobody;
  Index spouse = nobody;
  Index carer = nobody;    ///< who mostly cares for this person
  std::uint32_t died = 0;  ///< the day; 0: lives

  [[nodiscard]] std::uint32_t age() const noexcept { return age_on(born, today); }
};

struct House {
  Index first = 0;  ///< its persons stand together
  Index size = 0;
  Shape shape = Shape::single_young;
  Index home = 0;
  std::string landline{};
};

struct Unit {
  std::vector<Being> people{};
  std::vector<House> houses{};
  std::vector<Home> homes{};
  std::uint32_t trouble = 0;  ///< 0 none, 1 some, 2 much: how many desks know such people
};

/// What `other` is to `self`: 長男, 妻, 母, 子の妻, 孫 …; 同居人 where there is no word.
std::string relation(const Unit& unit, Index self, Index other);

bool is_parent(const Unit& unit, Index parent, Index child) noexcept;

}  // namespace bench::population
