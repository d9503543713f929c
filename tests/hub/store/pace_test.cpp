#include "hub/store/pace.hpp"

#include <gtest/gtest.h>

#include "hub/base/limits.hpp"

namespace hub::store {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds quick(base::limits::apply_chunk_ms);

class PaceTest : public ::testing::Test {
 protected:
  base::ManualClock clock{base::utc_from_millis(0)};
  std::atomic<bool> request_waits{false};
};

TEST_F(PaceTest, a_piece_between_requests_has_its_rows) {
  const Pace pace = Pace::between_requests(clock, request_waits, 20);
  for (int row = 0; row < 20; ++row)
    ASSERT_FALSE(pace.over()) << row;
  EXPECT_TRUE(pace.over());
}

TEST_F(PaceTest, a_piece_makes_way_for_a_request_but_not_in_its_first_rows) {
  request_waits = true;
  for (const Pace& pace : {Pace::between_requests(clock, request_waits, 1'000),
                           Pace::in_quiet(clock, request_waits)}) {
    for (int row = 0; row < 16; ++row)
      ASSERT_FALSE(pace.over()) << row;
    EXPECT_TRUE(pace.over());
  }
}

TEST_F(PaceTest, a_piece_in_quiet_takes_its_whole_time) {
  const Pace pace = Pace::in_quiet(clock, request_waits);
  for (int row = 0; row < 10'000; ++row)
    ASSERT_FALSE(pace.over()) << row;
  clock.advance(milliseconds(base::limits::apply_quiet_chunk_ms));
  EXPECT_TRUE(pace.over());
}

TEST_F(PaceTest, a_slow_machine_does_not_cut_a_piece_in_quiet_short) {
  const Pace pace = Pace::in_quiet(clock, request_waits);
  clock.advance(milliseconds(base::limits::apply_quiet_chunk_ms));
  EXPECT_FALSE(pace.over());
}

TEST(Tempo, takes_as_many_rows_as_were_quick_enough) {
  Tempo tempo;
  EXPECT_EQ(tempo.rows(), 16);
  tempo.piece_took(quick);
  EXPECT_EQ(tempo.rows(), 18);
  tempo.piece_took(quick + milliseconds(1));
  EXPECT_EQ(tempo.rows(), 16);
}

TEST(Tempo, lets_a_piece_take_as_long_as_two_commits_where_those_are_slow) {
  Tempo tempo;
  for (int i = 0; i < 64; ++i)
    tempo.requests_took(8 * quick);
  tempo.piece_took(8 * quick);
  EXPECT_EQ(tempo.rows(), 18);
  tempo.piece_took(17 * quick);
  EXPECT_EQ(tempo.rows(), 16);
}

}  // namespace
}  // namespace hub::store
