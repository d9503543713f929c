// One thread's work done by another between two of its steps. The other one is played here, step by
// step, so that nothing depends on time.
#include "hub/intake/between.hpp"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace hub::intake {
namespace {

using base::Kind;
using base::Result;
using std::chrono::hours;
using std::chrono::milliseconds;

const auto stays = [] { return true; };

/// `ask` on a thread of its own, begun when it returns.
std::future<Result<>> asked(Between& between, Between::Work work,
                            std::function<bool()> waits = stays, milliseconds patience = hours(1)) {
  std::promise<void> begun;
  auto waiting = begun.get_future();
  auto answer =
      std::async(std::launch::async, [&between, work = std::move(work), waits = std::move(waits),
                                      patience, begun = std::move(begun)]() mutable {
        return between.ask(std::move(work), waits, patience, [&begun] { begun.set_value(); });
      });
  waiting.wait();
  return answer;
}

TEST(Between, does_on_the_other_thread_what_is_asked_and_answers) {
  Between between;
  EXPECT_FALSE(between.asked());
  std::thread::id done_by;
  auto answer = asked(between, [&]() -> Result<> {
    done_by = std::this_thread::get_id();
    return base::fail(Kind::conflict, "as it came out");
  });
  EXPECT_TRUE(between.asked());
  between.serve();
  EXPECT_EQ(done_by, std::this_thread::get_id());
  EXPECT_EQ(answer.get().error().text(), "as it came out");
  EXPECT_FALSE(between.asked());
}

TEST(Between, does_nothing_unasked_and_nothing_twice) {
  Between between;
  between.serve();
  int done = 0;
  auto answer = asked(between, [&]() -> Result<> {
    ++done;
    return {};
  });
  between.serve();
  between.serve();
  EXPECT_TRUE(answer.get());
  EXPECT_EQ(done, 1);
}

TEST(Between, comes_again_after_the_next_step_when_it_is_too_early) {
  Between between;
  int tries = 0;
  auto answer = asked(between, [&]() -> Result<> {
    if (++tries < 3) return base::fail(Kind::busy, "at work");
    return {};
  });
  for (int step = 0; step < 3; ++step) {
    EXPECT_TRUE(between.asked()) << step;
    between.serve();
  }
  EXPECT_TRUE(answer.get());
  EXPECT_EQ(tries, 3);
}

TEST(Between, takes_one_at_a_time) {
  Between between;
  auto first = asked(between, [] { return Result<>(); });
  const auto second = between.ask([] { return Result<>(); }, stays, hours(1), [] {});
  EXPECT_EQ(second.error().kind(), Kind::busy);
  between.serve();
  EXPECT_TRUE(first.get());
}

TEST(Between, is_given_up_when_nobody_waits_any_more_or_too_long) {
  for (const bool leaves : {true, false}) {
    Between between;
    bool done = false;
    auto answer = asked(
        between,
        [&]() -> Result<> {
          done = true;
          return {};
        },
        [leaves] { return !leaves; }, leaves ? milliseconds(hours(1)) : milliseconds(0));
    EXPECT_EQ(answer.get().error().kind(), Kind::unavailable);
    between.serve();
    EXPECT_FALSE(done) << "what was given up is not done later";
  }
}

TEST(Between, does_nothing_more_once_it_is_closed) {
  Between between;
  bool done = false;
  auto answer = asked(between, [&]() -> Result<> {
    done = true;
    return {};
  });
  between.close();
  between.serve();
  EXPECT_EQ(answer.get().error().kind(), Kind::unavailable);
  EXPECT_FALSE(done);
  EXPECT_EQ(between.ask([] { return Result<>(); }, stays, hours(1), [] {}).error().kind(),
            Kind::unavailable);
}

}  // namespace
}  // namespace hub::intake
