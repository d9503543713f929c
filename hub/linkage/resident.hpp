// What households need to know of one person.
#pragma once

#include <array>
#include <vector>

#include "hub/linkage/homes.hpp"

namespace hub::linkage {

/// Where and when.
struct Residence {
  std::uint32_t town = 0;
  std::uint16_t room = 0;
  std::uint16_t day = 0;
  HouseNumber number = 0;

  [[nodiscard]] bool known() const noexcept { return town != 0 && number != 0; }
  [[nodiscard]] bool same_house(const Residence& other) const noexcept {
    return town == other.town && number == other.number;
  }
  [[nodiscard]] std::uint64_t house() const noexcept;
};

struct Resident {
  Place person = 0;
  bool hidden = false;
  Residence now{};                  ///< the latest known one
  std::vector<Residence> before{};  ///< other houses
  std::vector<Reading> readings{};  ///< of family names
  std::vector<SpellingHash> spellings{};
  std::vector<std::uint32_t> phones{};
};

/// One for each person; `place_of[record]` is a resident's place in the list.
struct Residents {
  std::vector<Resident> all{};
  std::vector<std::uint32_t> place_of{};
};

Residents residents_of(const Population& population, std::span<const Place> person);

bool share_family_name(const Resident& a, const Resident& b) noexcept;
bool share_phone(const Resident& a, const Resident& b) noexcept;

}  // namespace hub::linkage
