#include "hub/base/clock.hpp"

#include <gtest/gtest.h>

namespace hub::base {
namespace {

TEST(Clock, writes_utc_and_the_day_in_japan) {
  const auto before_midnight_utc = utc_from_millis(1'775'746'800'123);  // 2026-04-09T15:00:00.123Z
  EXPECT_EQ(rfc3339(before_midnight_utc), "2026-04-09T15:00:00.123Z");
  EXPECT_EQ(jst_date(before_midnight_utc), "2026-04-10");
}

TEST(Clock, a_day_in_japan_begins_nine_hours_before_utc) {
  using namespace std::chrono_literals;
  EXPECT_EQ(rfc3339(from_jst_day(2024y / 4 / 1)), "2024-03-31T15:00:00.000Z");
  EXPECT_EQ(jst_day(from_jst_day(2024y / 4 / 1)), 2024y / 4 / 1);
}

}  // namespace
}  // namespace hub::base
