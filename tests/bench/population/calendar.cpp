#include "tests/bench/population/calendar.hpp"

#include <array>

namespace bench::population {

namespace {

constexpr std::uint32_t first_year = 1600;

struct EraStart {
  std::uint32_t first;
  Era era;
};
/// 昭和64年 ends on 7 January 1989.
constexpr std::array<EraStart, 5> eras = {{{20190501, {'R', 5, 2019}},
                                           {19890108, {'H', 4, 1989}},
                                           {19261225, {'S', 3, 1926}},
                                           {19120730, {'T', 2, 1912}},
                                           {18730101, {'M', 1, 1868}}}};

}  // namespace

std::uint32_t number_of(const Day& day) noexcept {
  const std::uint32_t year = day.month > 2 ? day.year - first_year : day.year - first_year - 1;
  const std::uint32_t month = (day.month + 9) % 12;
  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day.day - 1;
}

Day day_of(std::uint32_t number) noexcept {
  const std::uint32_t era = number / 146'097;
  const std::uint32_t rest = number % 146'097;
  const std::uint32_t year = (rest - rest / 1460 + rest / 36'524 - rest / 146'096) / 365;
  const std::uint32_t in_year = rest - (365 * year + year / 4 - year / 100);
  const std::uint32_t month = (5 * in_year + 2) / 153;
  const std::uint32_t civil_month = month < 10 ? month + 3 : month - 9;
  const std::uint32_t civil_year = first_year + era * 400 + year + (civil_month <= 2 ? 1 : 0);
  return {civil_year, civil_month, in_year - (153 * month + 2) / 5 + 1};
}

Day day_of_digits(std::uint32_t digits) noexcept {
  return {digits / 10'000, digits / 100 % 100, digits % 100};
}

std::uint32_t days_in(std::uint32_t year, std::uint32_t month) noexcept {
  const Day next = month == 12 ? Day{year + 1, 1, 1} : Day{year, month + 1, 1};
  return number_of(next) - number_of({year, month, 1});
}

std::uint32_t age_on(const Day& born, const Day& day) noexcept {
  if (day.digits() < born.digits()) return 0;
  return (day.digits() - born.digits()) / 10'000;
}

Era era_of(const Day& day) noexcept {
  for (const EraStart& start : eras) {
    if (day.digits() < start.first) continue;
    return {start.era.letter, start.era.digit, day.year - start.era.year + 1};
  }
  return {'M', 1, 6};
}

const char* name_of_era(char letter) noexcept {
  switch (letter) {
    case 'M':
      return "明治";
    case 'T':
      return "大正";
    case 'S':
      return "昭和";
    case 'H':
      return "平成";
    default:
      return "令和";
  }
}

}  // namespace bench::population
