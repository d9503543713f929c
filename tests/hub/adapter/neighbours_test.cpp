// One adapter in trouble beside one at work, both at the same time. What is asserted is order: the
// good one finishes while the bad one is provably still at it.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::Source;

bool is_working(const Source& source) {
  return name_of(source.supervisor.status().state) == "working";
}

void wait_until_working(const Source& source) {
  while (!is_working(source))
    std::this_thread::yield();
}

/// Several whole deliveries, each with all its records, while `other` is still at work.
void works_beside(Source& good, const Source& other) {
  for (int time = 0; time < 5; ++time) {
    const auto summary = good.decode("a\nb\nc\n", "k" + std::to_string(time));
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->records, 3U);
    EXPECT_EQ(good.collected.lines, (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_TRUE(is_working(other)) << "the other one ended before the control was worth anything";
  }
  EXPECT_EQ(good.supervisor.status().starts, 1U);
}

TEST(Neighbours, of_a_hanging_adapter_finish_while_it_hangs) {
  Source hanging("sleeps");
  Source good("none");
  base::Result<DecodeSummary> ended = DecodeSummary{};
  std::thread intake([&] { ended = hanging.decode(); });
  wait_until_working(hanging);
  works_beside(good, hanging);
  hanging.supervisor.stop();
  intake.join();
  EXPECT_FALSE(ended);
}

TEST(Neighbours, of_a_spinning_adapter_finish_while_it_spins) {
  Source spinning("spins");
  Source good("none");
  std::thread intake([&] { (void)spinning.decode(); });
  wait_until_working(spinning);
  works_beside(good, spinning);
  spinning.supervisor.stop();
  intake.join();
}

/// Holds back at its first record until it is let go on.
struct Held final : RecordHandler {
  base::Result<> record(std::string_view, std::uint64_t) override {
    std::unique_lock lock(mutex);
    begun = true;
    changed.notify_all();
    changed.wait(lock, [this] { return released; });
    ++records;
    return {};
  }
  base::Result<> reject(const Problem&) override { return {}; }
  base::Result<> warning(const Problem&) override { return {}; }

  void wait_until_begun() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return begun; });
  }
  void release() {
    const std::lock_guard lock(mutex);
    released = true;
    changed.notify_all();
  }

  std::mutex mutex;
  std::condition_variable changed;
  bool begun = false;
  bool released = false;
  std::uint64_t records = 0;
};

TEST(Neighbours, of_a_flooding_adapter_finish_in_the_middle_of_its_flood) {
  Source flooding("floods");
  Source good("none");
  Held held;
  base::Result<DecodeSummary> ended = DecodeSummary{};
  std::thread intake([&] {
    bench::Bytes input("a\n");
    ended = flooding.supervisor.decode({"k", "lines", "", 0, -1}, input, held);
  });
  held.wait_until_begun();
  works_beside(good, flooding);
  held.release();
  intake.join();
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().kind(), Kind::unavailable);
  EXPECT_EQ(name_of(flooding.fault().cause), "flooded");
  EXPECT_GT(held.records, 1U);
}

TEST(Neighbours, of_a_crashing_adapter_keep_their_process_and_their_records) {
  Source good("none");
  for (int time = 0; time < 3; ++time) {
    Source crashing("crashes");
    Held held;
    std::thread intake([&] {
      bench::Bytes input("a\nb\n");
      (void)good.supervisor.decode({"k", "lines", "", 0, -1}, input, held);
    });
    held.wait_until_begun();
    EXPECT_FALSE(crashing.decode());
    held.release();
    intake.join();
    EXPECT_EQ(held.records, 2U);
  }
  EXPECT_EQ(good.supervisor.status().starts, 1U);
  EXPECT_EQ(good.supervisor.status().deaths, 0U);
}

}  // namespace
}  // namespace hub::adapter
