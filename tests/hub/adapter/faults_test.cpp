// Every fault ends the one process and nothing else. The control is Decode, where the same adapter
// behaves.
#include <gtest/gtest.h>

#include <csignal>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::Source;

/// An adapter that is told to die, and how its end is named.
struct Case {
  const char* fault;
  Cause cause;
  int code;
};

class Faults : public testing::TestWithParam<Case> {};

TEST_P(Faults, end_in_a_failure_that_says_try_again) {
  Launch launch = bench::launch(GetParam().fault);
  launch.budget.idle = milliseconds(500);
  Source source(launch);
  const auto summary = source.decode();
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().kind(), Kind::unavailable);
  EXPECT_EQ(name_of(source.fault().cause), name_of(GetParam().cause)) << source.fault().text;
  EXPECT_EQ(source.fault().code, GetParam().code);
  const Status status = source.supervisor.status();
  EXPECT_EQ(name_of(status.state), "backing_off");
  EXPECT_EQ(status.deaths, 1U);
  EXPECT_EQ(status.pid, 0);
}

INSTANTIATE_TEST_SUITE_P(
    All, Faults,
    testing::Values(Case{"crashes", Cause::signalled, SIGSEGV},
                    Case{"aborts", Cause::signalled, SIGABRT}, Case{"exits", Cause::exited, 0},
                    Case{"sleeps", Cause::hung, 0}, Case{"spins", Cause::hung, 0},
                    Case{"floods", Cause::flooded, 0}, Case{"huge_frame", Cause::nonsense, 0},
                    Case{"unknown_type", Cause::nonsense, 0},
                    Case{"short_body", Cause::nonsense, 0}),
    [](const auto& one) { return std::string(one.param.fault); });

TEST(Fault, of_cpu_time_ends_an_adapter_that_never_pauses) {
  Launch launch = bench::launch("spins");
  launch.budget.cpu_seconds = 1;
  Source source(launch);
  ASSERT_FALSE(source.decode());
  EXPECT_EQ(name_of(source.fault().cause), "signalled");
  EXPECT_EQ(source.fault().code, SIGXCPU);
}

TEST(Fault, by_exception_refuses_the_delivery_and_the_adapter_lives) {
  for (const char* fault : {"throws", "throws_anything"}) {
    Source source(fault);
    const auto summary = source.decode();
    ASSERT_TRUE(summary) << summary.error().text();
    ASSERT_TRUE(summary->refusal);
    EXPECT_EQ(summary->refusal->code, "exception");
    EXPECT_TRUE(source.decode());
    EXPECT_EQ(source.supervisor.status().starts, 1U);
  }
}

TEST(Fault, of_memory_is_an_exception_inside_the_limit) {
  if (bench::sanitized) GTEST_SKIP() << "sanitizers can't start under a limit of address space";
  Source source("hogs");
  const auto summary = source.decode();
  ASSERT_TRUE(summary) << summary.error().text();
  ASSERT_TRUE(summary->refusal);
  EXPECT_EQ(summary->refusal->code, "exception");
  EXPECT_LT(source.supervisor.status().memory_bytes, base::limits::adapter_memory_bytes);
}

TEST(Fault, at_start_is_a_death) {
  Launch launch = bench::launch("crashes_at_start");
  Source crashing(launch);
  EXPECT_EQ(crashing.supervisor.start().error().kind(), Kind::unavailable);
  EXPECT_EQ(crashing.supervisor.status().deaths, 1U);

  launch = bench::launch("hangs_at_start");
  launch.budget.start = milliseconds(300);
  Source hanging(launch);
  EXPECT_EQ(hanging.supervisor.start().error().kind(), Kind::unavailable);
}

TEST(Fault, between_two_deliveries_is_noticed_and_waited_for) {
  Source source("none");
  ASSERT_TRUE(source.decode());
  ::kill(source.supervisor.status().pid, SIGKILL);
  base::Result<DecodeSummary> next = source.decode();
  while (next)
    next = source.decode();  // the kernel may need a moment to deliver the signal
  EXPECT_EQ(next.error().kind(), Kind::unavailable);
  source.clock.advance(std::chrono::seconds(2));
  EXPECT_TRUE(source.decode());
  EXPECT_EQ(source.supervisor.status().starts, 2U);
}

}  // namespace
}  // namespace hub::adapter
