#include "hub/linkage/birth.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

/// Years between the same year number of two eras: 明治 1868, 大正 1912, 昭和 1926, 平成 1989,
/// 令和 2019.
constexpr bool is_era_apart(unsigned years) noexcept {
  return years == 44 || years == 14 || years == 58 || years == 63 || years == 77 || years == 30 ||
         years == 93;
}

BirthLevel compare_years(unsigned a, unsigned b) noexcept {
  const auto apart = a > b ? a - b : b - a;
  if (apart <= 9) return BirthLevel::slip;
  const bool explained = apart % 10 == 0 || is_era_apart(apart) || differs_by_a_slip(a, b);
  return explained ? BirthLevel::era : BirthLevel::month_day;
}

BirthLevel compare_in_year(Birth a, Birth b) noexcept {
  if (month_of(a) == day_of(b) && day_of(a) == month_of(b)) return BirthLevel::swapped;
  const bool same_month = month_of(a) == month_of(b);
  const bool same_day = day_of(a) == day_of(b);
  if (!same_month && !same_day) return BirthLevel::same_year;
  const bool slip = same_month ? differs_by_a_slip(day_of(a), day_of(b))
                               : differs_by_a_slip(month_of(a), month_of(b));
  return slip ? BirthLevel::slip : BirthLevel::two_of_three;
}

/// One of the two is not known to the day.
BirthLevel compare_parts(Birth a, Birth b) noexcept {
  if (year_of(a) != year_of(b)) return BirthLevel::different;
  if (month_of(a) == 0 || month_of(b) == 0) return BirthLevel::year;
  return month_of(a) == month_of(b) ? BirthLevel::month : BirthLevel::same_year;
}

}  // namespace

Birth pack_birth(const BirthFacts& facts) noexcept {
  if (facts.year == 0) return 0;
  const auto month = facts.month <= 12 ? facts.month : 0;
  const auto day = month != 0 && facts.day <= 31 ? facts.day : 0;
  return (facts.year & 0xFFFFU) << 16U | month << 8U | day;
}

bool differs_by_a_slip(unsigned a, unsigned b) noexcept {
  unsigned differing = 0;
  unsigned sum_a = 0;
  unsigned sum_b = 0;
  bool neighbours = true;
  for (unsigned place = 0, last = 0; a != 0 || b != 0; a /= 10, b /= 10, ++place) {
    if (a % 10 == b % 10) continue;
    if (differing != 0 && place != last + 1) neighbours = false;
    last = place;
    ++differing;
    sum_a = sum_a * 10 + a % 10;
    sum_b = sum_b + (differing == 1 ? b % 10 : 10 * (b % 10));
  }
  return differing == 1 || (differing == 2 && neighbours && sum_a == sum_b);
}

BirthLevel compare_births(Birth a, Birth b) noexcept {
  if (a == 0 || b == 0) return BirthLevel::missing;
  if (!is_whole(a) || !is_whole(b)) return compare_parts(a, b);
  if (a == b) return BirthLevel::same;
  if (year_of(a) == year_of(b)) return compare_in_year(a, b);
  if ((a & 0xFFFFU) == (b & 0xFFFFU)) return compare_years(year_of(a), year_of(b));
  return BirthLevel::different;
}

}  // namespace hub::linkage
