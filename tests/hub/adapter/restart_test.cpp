#include <gtest/gtest.h>

#include <thread>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::Source;
using std::chrono::seconds;

TEST(Restart, waits_a_second_and_then_twice_as_long) {
  Source source("crashes_on_empty");
  ASSERT_FALSE(source.decode("", "k1"));
  EXPECT_EQ(source.decode().error().kind(), Kind::unavailable) << "it pauses";
  EXPECT_EQ(source.supervisor.status().starts, 1U);
  source.clock.advance(seconds(2));
  ASSERT_FALSE(source.decode("", "k2"));
  EXPECT_EQ(source.supervisor.status().starts, 2U);
  const auto pause = source.supervisor.status().next_start - source.clock.steady();
  EXPECT_GE(pause, seconds(2));
  EXPECT_LE(pause, milliseconds(2'500));
}

TEST(Restart, forgets_deaths_once_something_worked) {
  Source source("crashes_on_empty");
  for (int time = 0; time < 5; ++time) {
    ASSERT_FALSE(source.decode("", "k" + std::to_string(time)));
    source.clock.advance(seconds(10));
    ASSERT_TRUE(source.decode());
  }
  EXPECT_EQ(source.supervisor.status().deaths_in_a_row, 0);
  EXPECT_EQ(source.supervisor.status().deaths, 5U);
}

TEST(Restart, sets_a_delivery_aside_that_kills_again_and_again) {
  Source source("crashes_on_empty");
  for (int time = 0; time < 3; ++time) {
    EXPECT_EQ(source.decode("", "poison").error().kind(), Kind::unavailable);
    source.clock.advance(seconds(60));
  }
  EXPECT_EQ(source.decode("", "poison").error().kind(), Kind::invalid);
  EXPECT_TRUE(source.decode("a\n", "another")) << "the others go on";
  EXPECT_EQ(source.decode("", "poison").error().kind(), Kind::unavailable) << "brought again";
}

TEST(Restart, quarantines_an_adapter_that_dies_of_anything) {
  Source source("crashes");
  for (int time = 0; time < 3; ++time) {
    ASSERT_FALSE(source.decode("a\n", "k" + std::to_string(time)));
    source.clock.advance(seconds(600));
  }
  EXPECT_EQ(name_of(source.supervisor.status().state), "quarantined");
  ASSERT_FALSE(source.decode());
  EXPECT_EQ(source.supervisor.status().starts, 3U);
  ASSERT_TRUE(source.supervisor.release());
  ASSERT_FALSE(source.decode());
  EXPECT_EQ(source.supervisor.status().starts, 4U) << "released, it is tried again";
}

TEST(Restart, tells_who_keeps_it_when_it_is_quarantined_and_holds_what_was_kept) {
  Source source("crashes");
  std::vector<Quarantine> kept;
  source.supervisor.on_quarantine([&](const Quarantine& one) { kept.push_back(one); });
  for (int time = 0; time < 3; ++time) {
    EXPECT_TRUE(kept.empty()) << time;
    ASSERT_FALSE(source.decode("a\n", "k" + std::to_string(time)));
    source.clock.advance(seconds(600));
  }
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(name_of(kept[0].fault.cause), "signalled");

  Source again("none");
  again.supervisor.quarantine(kept[0]);
  EXPECT_FALSE(again.decode());
  const Status status = again.supervisor.status();
  EXPECT_EQ(name_of(status.state), "quarantined");
  EXPECT_EQ(status.quarantined_since, kept[0].since);
  EXPECT_EQ(status.last_fault->text, kept[0].fault.text);
  EXPECT_EQ(status.starts, 0U);
  ASSERT_TRUE(again.supervisor.release());
  EXPECT_TRUE(again.decode());
}

/// Asks for a push from another thread while the decode is going on.
struct Impatient final : RecordHandler {
  explicit Impatient(Supervisor& supervisor) : watched(supervisor) {}
  base::Result<> record(std::string_view, std::uint64_t) override {
    std::thread([this] { seen = watched.push("referral", "{}").error().kind(); }).join();
    return {};
  }
  base::Result<> reject(const Problem&) override { return {}; }
  base::Result<> warning(const Problem&) override { return {}; }
  Supervisor& watched;
  Kind seen = Kind::internal;
};

TEST(Restart, answers_busy_while_it_works_for_another) {
  Source source("none");
  bench::Bytes input("a\n");
  Impatient impatient(source.supervisor);
  ASSERT_TRUE(source.supervisor.decode({"k", "lines", "", 0, -1}, input, impatient));
  EXPECT_EQ(impatient.seen, Kind::busy);
}

TEST(Restart, does_not_wait_for_an_adapter_that_hangs_when_told_to_stop) {
  Source source("sleeps");
  ASSERT_TRUE(source.supervisor.start());
  base::Kind ended = Kind::internal;
  std::thread intake([&] { ended = source.decode().error().kind(); });
  while (name_of(source.supervisor.status().state) != "working")
    std::this_thread::yield();
  source.supervisor.stop();
  intake.join();
  EXPECT_EQ(ended, Kind::unavailable);
  EXPECT_EQ(source.supervisor.status().deaths, 0U) << "stopped is not dead";
  EXPECT_FALSE(source.decode());
}

TEST(Restart, of_one_adapter_does_not_hinder_another) {
  Source bad("crashes");
  Source good("none");
  ASSERT_FALSE(bad.decode());
  EXPECT_TRUE(good.decode());
}

}  // namespace
}  // namespace hub::adapter
