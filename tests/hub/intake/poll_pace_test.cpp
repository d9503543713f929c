#include "hub/intake/poll_pace.hpp"

#include <gtest/gtest.h>

namespace hub::intake {
namespace {

using namespace std::chrono_literals;

const base::Monotonic start{};

/// How long it waits, to the millisecond.
std::chrono::milliseconds wait_of(const PollPace& pace, base::Monotonic from) {
  std::chrono::milliseconds low = 0ms;
  std::chrono::milliseconds high = 200h;
  while (low < high) {
    const auto middle = (low + high) / 2;
    if (pace.due(from + middle)) {
      high = middle;
    } else {
      low = middle + 1ms;
    }
  }
  return low;
}

TEST(PollPace, asks_at_once_and_then_at_its_regular_time) {
  PollPace pace(1h);
  EXPECT_TRUE(pace.due(start));
  pace.answered(start);
  EXPECT_EQ(wait_of(pace, start), 1h);
}

TEST(PollPace, asks_again_sooner_after_a_failure_and_later_with_each_in_a_row) {
  PollPace pace(1h);
  for (const auto expected : {1min, 2min, 4min, 8min, 16min, 32min, 60min, 60min}) {
    pace.failed(start, "");
    EXPECT_EQ(wait_of(pace, start), expected);
  }
  pace.answered(start);
  pace.failed(start, "");
  EXPECT_EQ(wait_of(pace, start), 1min);
}

TEST(PollPace, never_waits_longer_than_its_regular_time_by_itself) {
  PollPace pace(10s);
  for (int i = 0; i < 100; ++i)
    pace.failed(start, "");
  EXPECT_EQ(wait_of(pace, start), 10s);
}

TEST(PollPace, does_not_ask_before_the_moment_the_server_named) {
  PollPace pace(1h);
  pace.failed(start, "7200");
  EXPECT_EQ(wait_of(pace, start), 2h);
  pace.failed(start, "1");
  EXPECT_EQ(wait_of(pace, start), 2min);
}

TEST(PollPace, is_not_sent_away_for_longer_than_a_day) {
  for (const auto& [asked, expected] :
       {std::pair("86399", 86399s), std::pair("86400", 86400s), std::pair("86401", 86400s),
        std::pair("99999999999999", 86400s)}) {
    PollPace pace(1h);
    pace.failed(start, asked);
    EXPECT_EQ(wait_of(pace, start), expected) << asked;
  }
}

TEST(PollPace, ignores_what_is_no_number_of_seconds) {
  for (const auto* asked :
       {"Wed, 21 Oct 2026 07:28:00 GMT", "-5", "1.5", "12x", "99999999999999999999999"}) {
    PollPace pace(1h);
    pace.failed(start, asked);
    EXPECT_EQ(wait_of(pace, start), 1min) << asked;
  }
}

}  // namespace
}  // namespace hub::intake
