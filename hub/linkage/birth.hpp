// A birthday in 32 bits, and how two of them agree.
#pragma once

#include <cstdint>

#include "hub/linkage/facts.hpp"
#include "hub/linkage/levels.hpp"

namespace hub::linkage {

/// Year, month and day in 16, 8 and 8 bits; 0 for what is not known, all 0 without a year.
using Birth = std::uint32_t;

Birth pack_birth(const BirthFacts& facts) noexcept;

constexpr unsigned year_of(Birth birth) noexcept {
  return birth >> 16U;
}
constexpr unsigned month_of(Birth birth) noexcept {
  return birth >> 8U & 0xFFU;
}
constexpr unsigned day_of(Birth birth) noexcept {
  return birth & 0xFFU;
}
constexpr bool is_whole(Birth birth) noexcept {
  return month_of(birth) != 0 && day_of(birth) != 0;
}

/// Symmetric.
BirthLevel compare_births(Birth a, Birth b) noexcept;

/// Whether two numbers differ in one digit, or by two neighbouring digits that changed places.
bool differs_by_a_slip(unsigned a, unsigned b) noexcept;

}  // namespace hub::linkage
