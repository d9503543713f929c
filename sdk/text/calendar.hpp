// Eras on the Gregorian calendar, which Japan keeps since 1873-01-01 (明治6年).
#pragma once

#include "tsunagu/text/date.hpp"

namespace tsunagu::text {

inline constexpr int first_gregorian_year = 1873;
inline constexpr int last_year = 2199;

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct EraSpan {
  Era era = Era::none;
  int year_before = 0;  ///< year 1 is this + 1
  Day first{};
  Day last{};
};

const EraSpan& span_of(Era era) noexcept;

/// -1 before the era, 0 within, 1 after it, as far as the date is known.
int side_of(const Date& date, Era era) noexcept;

}  // namespace tsunagu::text
