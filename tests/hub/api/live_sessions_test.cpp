#include "hub/api/live_sessions.hpp"

#include <gtest/gtest.h>

namespace hub::api {
namespace {

class LiveSessionsTest : public testing::Test {
 protected:
  base::ManualClock clock{base::utc_from_millis(1'775'781'000'000)};
  base::SeededRandom random{7};
  LiveSessions sessions{clock, random};
  base::UtcMillis later = clock.now() + std::chrono::days(300);
};

TEST_F(LiveSessionsTest, end_when_nobody_uses_them) {
  const auto one = sessions.open("sato", later);
  clock.advance(idle_end - std::chrono::minutes(1));
  ASSERT_TRUE(sessions.find(one.cookie));
  clock.advance(idle_end - std::chrono::minutes(1));
  ASSERT_TRUE(sessions.find(one.cookie)) << "it was used in between";
  clock.advance(idle_end);
  EXPECT_FALSE(sessions.find(one.cookie));
}

TEST_F(LiveSessionsTest, end_for_good_and_with_the_account) {
  const auto day = sessions.open("sato", later);
  for (auto left = absolute_end; left > std::chrono::hours(0); left -= std::chrono::hours(1)) {
    for (int twice = 0; twice < 3; ++twice) {
      EXPECT_TRUE(sessions.find(day.cookie));
      clock.advance(std::chrono::minutes(20));
    }
  }
  EXPECT_FALSE(sessions.find(day.cookie));
  const auto last = sessions.open("sato", clock.now() + std::chrono::minutes(5));
  clock.advance(std::chrono::minutes(5));
  EXPECT_FALSE(sessions.find(last.cookie));
}

TEST_F(LiveSessionsTest, of_one_user_are_a_few_and_end_together) {
  const auto first = sessions.open("sato", later);
  const auto other = sessions.open("suzuki", later);
  for (std::size_t at = 0; at < sessions_of_one; ++at) {
    clock.advance(std::chrono::seconds(1));
    sessions.open("sato", later);
  }
  EXPECT_FALSE(sessions.find(first.cookie)) << "the oldest gave way";
  EXPECT_EQ(sessions.count(), sessions_of_one + 1);
  sessions.end_all("sato");
  EXPECT_EQ(sessions.count(), 1U);
  EXPECT_EQ(sessions.find(other.cookie)->user, "suzuki");
}

TEST_F(LiveSessionsTest, are_found_by_their_cookie_alone) {
  const auto one = sessions.open("sato", later);
  const auto two = sessions.open("sato", later);
  EXPECT_NE(one.cookie, two.cookie);
  EXPECT_NE(one.change_token, one.cookie);
  EXPECT_EQ(sessions.find(one.cookie)->change_token, one.change_token);
  EXPECT_FALSE(sessions.find(one.change_token));
  sessions.end(one.cookie);
  EXPECT_FALSE(sessions.find(one.cookie));
}

}  // namespace
}  // namespace hub::api
