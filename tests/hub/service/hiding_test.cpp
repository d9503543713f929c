// Protection begins and ends by its dates, whether a register comes that day or not.
#include "hub/service/hiding.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// a1 and b1 are one by likeness; the register hides her from the 12th to the 20th.
class HidingByDay : public ServiceFixture {
 protected:
  HidingByDay() {
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "insured")});
    deliver(shogai, {person({.key = "b1"}, "")});
    deliver_register(",レイ ハナコ,1940-02-10,2026-04-12,2026-04-20,,名,レイ ベツ,1930-01-01,\r\n");
  }
  bool joined() { return link_of(kaigo, "a1")->person == link_of(shogai, "b1")->person; }
  void days_pass(int days) {
    clock.advance(std::chrono::hours(24 * days));
    ASSERT_TRUE(turn_protections(*context).has_value());
  }

  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");
};

TEST_F(HidingByDay, begins_and_ends_by_the_day) {
  ASSERT_TRUE(joined());
  days_pass(1);
  EXPECT_TRUE(joined()) << "the 11th";
  days_pass(1);
  EXPECT_FALSE(joined()) << "from the 12th on nobody is drawn to her";
  days_pass(8);
  EXPECT_FALSE(joined()) << "the 20th is the last day";
  days_pass(1);
  EXPECT_TRUE(joined());
}

TEST_F(HidingByDay, also_where_the_daemon_was_away_that_day) {
  days_pass(5);
  EXPECT_FALSE(joined());
  days_pass(30);
  EXPECT_TRUE(joined());
}

TEST_F(HidingByDay, turns_nothing_twice) {
  days_pass(2);
  EXPECT_THAT(audited("register.turned"), SizeIs(1));
  days_pass(0);
  days_pass(1);
  EXPECT_THAT(audited("register.turned"), SizeIs(1));
}

}  // namespace
}  // namespace hub::service
