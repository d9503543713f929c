#include "hub/delivery/schedule.hpp"

#include <gtest/gtest.h>

namespace {

using hub::base::SeededRandom;
using hub::base::utc_from_millis;
using hub::delivery::Fate;
using hub::delivery::next_attempt;
using hub::delivery::standard_schedule;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const auto now = utc_from_millis(1'775'000'000'000);

hub::delivery::Verdict verdict(int attempt, int status, std::string_view retry_after = "") {
  SeededRandom random(static_cast<std::uint64_t>(attempt));
  return next_attempt(standard_schedule(), attempt, {status, retry_after}, now, random);
}

/// Whether the next try is at `wait` or up to a fifth later.
bool waits(const hub::delivery::Verdict& got, seconds wait) {
  return got.fate == Fate::retry && got.next_at && *got.next_at >= now + wait &&
         *got.next_at <= now + wait + wait / 5;
}

TEST(Schedule, is_that_of_standard_webhooks) {
  const seconds expected[] = {seconds(5), minutes(5), minutes(30), hours(2), hours(5),
                              hours(10),  hours(14),  hours(20),   hours(24)};
  int attempt = 0;
  for (const auto wait : expected)
    EXPECT_TRUE(waits(verdict(++attempt, 500), wait)) << attempt;
  EXPECT_EQ(verdict(++attempt, 500).fate, Fate::given_up);
}

TEST(Schedule, lasts_about_three_days) {
  seconds sum(0);
  for (const auto wait : standard_schedule())
    sum += wait;
  EXPECT_GE(sum, hours(72));
  EXPECT_LE(sum, hours(24 * 4));
}

struct Row {
  int status;
  Fate fate;
};

TEST(Schedule, reads_every_answer) {
  for (const auto& [status, fate] :
       {Row{200, Fate::delivered}, Row{202, Fate::delivered}, Row{204, Fate::delivered},
        Row{0, Fate::retry}, Row{301, Fate::retry}, Row{302, Fate::retry}, Row{304, Fate::retry},
        Row{400, Fate::retry}, Row{401, Fate::retry}, Row{404, Fate::retry},
        Row{410, Fate::partner_gone}, Row{429, Fate::retry}, Row{500, Fate::retry},
        Row{503, Fate::retry}}) {
    EXPECT_EQ(verdict(1, status).fate, fate) << status;
  }
}

TEST(Schedule, waits_as_long_as_the_receiver_asks) {
  EXPECT_TRUE(waits(verdict(1, 503, "120"), seconds(120)));
  EXPECT_TRUE(waits(verdict(2, 429, "1"), minutes(5)));
  EXPECT_TRUE(waits(verdict(1, 503, "999999999"), hours(24)));
  for (const auto* odd : {"", "soon", "-5", "5 ", "Wed, 21 Oct 2026 07:28:00 GMT"}) {
    EXPECT_TRUE(waits(verdict(1, 503, odd), seconds(5))) << odd;
  }
}

TEST(Schedule, spreads_the_tries) {
  SeededRandom random(7);
  const auto first = next_attempt(standard_schedule(), 3, {500, ""}, now, random);
  const auto second = next_attempt(standard_schedule(), 3, {500, ""}, now, random);
  EXPECT_NE(first.next_at, second.next_at);
}

}  // namespace
