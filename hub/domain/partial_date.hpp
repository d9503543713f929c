// A day as far as a source knows it (GIF DS-441; LIFE sends the 15th for everybody).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace hub::domain {

enum class Precision : std::uint8_t { day, month, year };

struct PartialDate {
  std::chrono::year_month_day date{};
  Precision precision = Precision::day;
  bool artificial = false;  ///< put there by a rule: never a ground for a match
  std::string time;         ///< HH:MM in Japan, or empty

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

}  // namespace hub::domain
