#include "hub/adapter/backoff.hpp"

#include <gtest/gtest.h>

#include "hub/adapter/vetted.hpp"

namespace hub::adapter {
namespace {

struct Bench {
  base::ManualClock clock{base::utc_from_millis(0)};
  base::SeededRandom random{7};
  Backoff backoff{Budget{}, clock, random};

  milliseconds pause() const {
    return std::chrono::duration_cast<milliseconds>(backoff.next_start() - clock.steady());
  }
};

TEST(Backoff, doubles_up_to_the_longest_pause) {
  Bench bench;
  milliseconds least = Budget{}.first_pause;
  for (int death = 0; death < 12; ++death) {
    bench.backoff.died({});
    EXPECT_GE(bench.pause(), least);
    EXPECT_LE(bench.pause(), least + least / 4);
    least = std::min(least * 2, Budget{}.longest_pause);
  }
}

TEST(Backoff, is_over_when_the_time_has_passed) {
  Bench bench;
  EXPECT_FALSE(bench.backoff.waiting());
  bench.backoff.died({});
  const milliseconds pause = bench.pause();
  bench.clock.advance(pause - milliseconds(1));
  EXPECT_TRUE(bench.backoff.waiting());
  bench.clock.advance(milliseconds(1));
  EXPECT_FALSE(bench.backoff.waiting());
}

TEST(Backoff, quarantines_at_the_limit_and_not_before) {
  Bench bench;
  const int limit = Budget{}.deaths_to_quarantine;
  for (int death = 1; death <= limit; ++death) {
    bench.backoff.died("delivery " + std::to_string(death));
    EXPECT_EQ(bench.backoff.quarantined(), death >= limit);
  }
  bench.backoff.forgive();
  EXPECT_FALSE(bench.backoff.quarantined());
}

TEST(Backoff, blames_a_delivery_that_kills_again_and_not_the_adapter) {
  Bench bench;
  for (int death = 0; death < 10; ++death)
    bench.backoff.died("poison");
  EXPECT_FALSE(bench.backoff.quarantined());
  EXPECT_TRUE(bench.backoff.sets_aside("poison"));
  EXPECT_FALSE(bench.backoff.sets_aside("another"));
}

TEST(Backoff, remembers_a_deadly_delivery_while_others_work) {
  Bench bench;
  for (int death = 0; death < 3; ++death) {
    bench.backoff.died("poison");
    bench.backoff.worked("another");
  }
  EXPECT_TRUE(bench.backoff.sets_aside("poison"));
}

TEST(Vetted, codes_are_words) {
  EXPECT_EQ(vetted_code("encoding.cut"), "encoding.cut");
  for (const char* bad : {"", "Bad", "_x", "a b", "日本"})
    EXPECT_EQ(vetted_code(bad), "unnamed");
}

TEST(Vetted, texts_are_cut_between_characters) {
  EXPECT_EQ(vetted_text("相談", 5), "相");
  EXPECT_EQ(vetted_text("a\x1B[31mb\x7F", 100), "a[31mb");
}

}  // namespace
}  // namespace hub::adapter
