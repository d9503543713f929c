#include "hub/domain/review_cycle.hpp"

#include <gtest/gtest.h>

namespace hub::domain {
namespace {

using std::chrono::sys_days;

constexpr sys_days day(int year, unsigned month, unsigned number) {
  return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month),
                                     std::chrono::day(number)};
}

TEST(ReviewCycle, goes_on_by_days_weeks_months_and_years) {
  EXPECT_EQ(one_cycle_after(day(2026, 4, 10), "P14D"), day(2026, 4, 24));
  EXPECT_EQ(one_cycle_after(day(2026, 4, 10), "P2W"), day(2026, 4, 24));
  EXPECT_EQ(one_cycle_after(day(2026, 11, 30), "P3M"), day(2027, 2, 28)) << "the month's last";
  EXPECT_EQ(one_cycle_after(day(2028, 2, 29), "P1Y"), day(2029, 2, 28));
}

TEST(ReviewCycle, is_nothing_else) {
  for (const auto* none : {"", "P", "P3", "3M", "P0M", "P-1M", "P3H", "P3MX", "P1Y6M", "P999999M"})
    EXPECT_FALSE(one_cycle_after(day(2026, 4, 10), none)) << none;
}

}  // namespace
}  // namespace hub::domain
