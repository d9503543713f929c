// config/holidays.yaml against 国民の祝日に関する法律, day by day: each day of article 2, the
// equinoxes by the approximation that holds until 2099 (海上保安庁水路部「暦計算研究会」), the
// Monday after a holiday that falls on a Sunday (3条2項), and the day between two holidays
// (3条3項). What the government announces each February stands above the approximation: where they
// differ, this test says so.
#include <gtest/gtest.h>

#include <filesystem>

#include "hub/profile/law.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

using Days = std::set<std::chrono::sys_days>;
using std::chrono::sys_days;

sys_days on(int year, unsigned month, unsigned day) {
  return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month),
                                     std::chrono::day(day)};
}

/// 「1月の第2月曜日」.
sys_days monday(int year, unsigned month, unsigned which) {
  return std::chrono::year_month_weekday{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::Monday[which]};
}

/// Of years from 1980 on; `base`: where the sun stood in 1980.
sys_days equinox(int year, unsigned month, double base) {
  const int since = year - 1980;
  return on(year, month,
            static_cast<unsigned>(base + 0.242194 * since) - static_cast<unsigned>(since / 4));
}

/// 2条.
Days named_days(int year) {
  return {on(year, 1, 1),
          monday(year, 1, 2),
          on(year, 2, 11),
          on(year, 2, 23),
          equinox(year, 3, 20.8431),
          on(year, 4, 29),
          on(year, 5, 3),
          on(year, 5, 4),
          on(year, 5, 5),
          monday(year, 7, 3),
          on(year, 8, 11),
          monday(year, 9, 3),
          equinox(year, 9, 23.2488),
          monday(year, 10, 2),
          on(year, 11, 3),
          on(year, 11, 23)};
}

Days holidays_of(int year) {
  const auto named = named_days(year);
  Days all = named;
  for (auto day : named) {
    if (std::chrono::weekday(day) != std::chrono::Sunday) continue;
    while (named.contains(day))
      day += std::chrono::days(1);
    all.insert(day);
  }
  for (const auto day : named) {
    const auto between = day + std::chrono::days(1);
    if (named.contains(between + std::chrono::days(1))) all.insert(between);
  }
  return all;
}

bool is_closed_by_law(sys_days day, const Days& holidays) {
  const std::chrono::year_month_day date(day);
  const std::chrono::weekday of(day);
  const bool turn = (date.month() == std::chrono::December && date.day() >= std::chrono::day(29)) ||
                    (date.month() == std::chrono::January && date.day() <= std::chrono::day(3));
  return turn || of == std::chrono::Saturday || of == std::chrono::Sunday || holidays.contains(day);
}

TEST(Holidays, of_each_year_are_the_laws) {
  Problems problems;
  const auto calendar = read_calendar(std::filesystem::path(tests::in_source("/config")), problems);
  ASSERT_TRUE(problems.empty());
  for (int year = 2025; year <= 2027; ++year) {
    const auto holidays = holidays_of(year);
    for (auto day = on(year, 1, 1); day < on(year + 1, 1, 1); day += std::chrono::days(1))
      EXPECT_EQ(calendar.is_closed(day), is_closed_by_law(day, holidays))
          << year << ", day " << (day - on(year, 1, 1)).count() + 1;
  }
}

/// What the Cabinet Office lists of 2026: the rules of this test find it, the two rare ones too.
TEST(Holidays, the_rules_find_a_day_between_two_and_a_day_after_a_sunday) {
  EXPECT_TRUE(holidays_of(2026).contains(on(2026, 9, 22)));
  EXPECT_TRUE(holidays_of(2026).contains(on(2026, 5, 6)));
  EXPECT_EQ(holidays_of(2025).size(), 19U);
  EXPECT_EQ(holidays_of(2026).size(), 18U);
  EXPECT_EQ(holidays_of(2027).size(), 17U);
}

}  // namespace
}  // namespace hub::profile
