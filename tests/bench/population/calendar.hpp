// Days as numbers, and as people count them.
#pragma once

#include <cstdint>

namespace bench::population {

struct Day {
  std::uint32_t year = 0;
  std::uint32_t month = 0;
  std::uint32_t day = 0;

  [[nodiscard]] std::uint32_t digits() const noexcept { return (year * 100 + month) * 100 + day; }
  friend bool operator==(const Day&, const Day&) = default;
};

/// Days since 1600-03-01.
std::uint32_t number_of(const Day& day) noexcept;
Day day_of(std::uint32_t number) noexcept;

Day day_of_digits(std::uint32_t digits) noexcept;  ///< 20261031

std::uint32_t days_in(std::uint32_t year, std::uint32_t month) noexcept;

/// The day on which everything is told.
inline constexpr Day today{2026, 10, 31};
std::uint32_t age_on(const Day& born, const Day& day) noexcept;

/// Era letter M, T, S, H or R, its digit (1 … 5), and the year in it.
struct Era {
  char letter = 'R';
  std::uint32_t digit = 5;
  std::uint32_t year = 1;
};
Era era_of(const Day& day) noexcept;
const char* name_of_era(char letter) noexcept;  ///< 昭和

}  // namespace bench::population
