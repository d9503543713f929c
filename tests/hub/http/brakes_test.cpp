#include <gtest/gtest.h>

#include "hub/http/log_brake.hpp"
#include "hub/http/partner_slots.hpp"

namespace hub::http {
namespace {

using std::chrono::milliseconds;

TEST(LogBrake, lets_one_line_a_second_through_and_counts_the_rest) {
  LogBrake brake;
  const LogBrake::Time begin{};
  EXPECT_EQ(brake.release(begin), 0);
  EXPECT_EQ(brake.release(begin), std::nullopt);
  EXPECT_EQ(brake.release(begin + milliseconds(999)), std::nullopt);
  EXPECT_EQ(brake.release(begin + milliseconds(1000)), 2);
  EXPECT_EQ(brake.release(begin + milliseconds(1999)), std::nullopt);
  EXPECT_EQ(brake.release(begin + milliseconds(9000)), 1);
  EXPECT_EQ(brake.release(begin + milliseconds(10000)), 0);
}

TEST(PartnerSlots, hold_the_limit_for_each_partner_alone) {
  PartnerSlots slots(3);
  for (int at = 0; at < 3; ++at)
    EXPECT_TRUE(slots.take("mirai"));
  EXPECT_FALSE(slots.take("mirai"));
  EXPECT_TRUE(slots.take("sakutomo"));
  slots.give_back("mirai");
  EXPECT_TRUE(slots.take("mirai"));
  EXPECT_FALSE(slots.take("mirai"));
}

}  // namespace
}  // namespace hub::http
