// 休日: the days on which offices are closed. Saturdays, Sundays, 国民の祝日に関する法律's days
// (data: config/holidays.yaml), and 29 December to 3 January (行政機関の休日に関する法律1条1項; the
// ordinances under 地方自治法4条の2 say the same in our municipalities).
//
// Who reports *to* a national office in a period that the law counts in days may do so on the next
// open day (行政機関の休日に関する法律2条). 地方自治法4条の2第4項 gives the same to who files
// *with* a municipality. Neither prolongs what the municipality itself owes: its answer to a
// person's request is due on the day, and so best given on the open day before.
#pragma once

#include <chrono>
#include <set>
#include <utility>

namespace hub::domain {

/// Immutable; any thread. A year that the data do not know has no holidays: nothing is prolonged by
/// a guess.
class Calendar {
 public:
  using Days = std::set<std::chrono::sys_days>;

  Calendar() = default;
  explicit Calendar(Days holidays) : holidays_(std::move(holidays)) {}

  [[nodiscard]] bool is_closed(std::chrono::sys_days day) const {
    const std::chrono::weekday of(day);
    return of == std::chrono::Saturday || of == std::chrono::Sunday || is_turn_of_year(day) ||
           holidays_.contains(day);
  }
  /// The day itself, or the first open one after it.
  [[nodiscard]] std::chrono::sys_days open_from(std::chrono::sys_days day) const {
    while (is_closed(day))
      day += std::chrono::days(1);
    return day;
  }
  /// The day itself, or the last open one before it.
  [[nodiscard]] std::chrono::sys_days open_until(std::chrono::sys_days day) const {
    while (is_closed(day))
      day -= std::chrono::days(1);
    return day;
  }

 private:
  static bool is_turn_of_year(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const auto number = static_cast<unsigned>(date.day());
    return (date.month() == std::chrono::December && number >= 29) ||
           (date.month() == std::chrono::January && number <= 3);
  }

  Days holidays_;
};

}  // namespace hub::domain
