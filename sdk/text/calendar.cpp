#include "sdk/text/calendar.hpp"

#include <array>

namespace tsunagu::text {
namespace {

/// 明治 and 大正 end, and their followers begin, on the same day; 平成 and 令和 began the day
/// after.
constexpr std::array<EraSpan, 6> spans = {{
    {Era::none, 0, {0, 0, 0}, {9999, 12, 31}},
    {Era::meiji, 1867, {1868, 10, 23}, {1912, 7, 30}},
    {Era::taisho, 1911, {1912, 7, 30}, {1926, 12, 25}},
    {Era::showa, 1925, {1926, 12, 25}, {1989, 1, 7}},
    {Era::heisei, 1988, {1989, 1, 8}, {2019, 4, 30}},
    {Era::reiwa, 2018, {2019, 5, 1}, {9999, 12, 31}},
}};

/// Comparable as far as the date's precision goes.
int rank(int year, int month, int day, Precision precision) {
  if (precision == Precision::year) return year;
  if (precision == Precision::month) return year * 12 + month;
  return (year * 12 + month) * 31 + day;
}

}  // namespace

const EraSpan& span_of(Era era) noexcept {
  return spans[static_cast<std::size_t>(era)];
}

int side_of(const Date& date, Era era) noexcept {
  const auto rank_of_day = [&date](const Day& day) {
    return rank(day.year, day.month, day.day, date.precision);
  };
  const int here = rank(date.year, date.month, date.day, date.precision);
  const auto& span = span_of(era);
  if (here < rank_of_day(span.first)) return -1;
  return here > rank_of_day(span.last) ? 1 : 0;
}

Era era_of(const Date& date) noexcept {
  for (std::size_t i = spans.size() - 1; i > 1; --i) {
    if (side_of(date, spans[i].era) == 0) return spans[i].era;
  }
  return Era::meiji;
}

bool is_leap_year(int year) noexcept {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) noexcept {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace tsunagu::text
