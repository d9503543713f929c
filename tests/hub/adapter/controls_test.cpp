// The controls of what hostile_test.cpp holds where no wall of the kernel stands: the same adapter
// with that one part switched off does its harm.
#include <gtest/gtest.h>

#include <csignal>
#include <future>

#include "tests/hub/adapter/bench.hpp"
#include "tests/hub/adapter/in_process.hpp"

namespace hub::adapter {
namespace {

using bench::end_of_loader;
using bench::Source;
using std::chrono::hours;

constexpr milliseconds a_while{1'500};

TEST(OwnProcess, keeps_a_crash_an_exit_and_an_exception_from_the_hub) {
  if (bench::sanitized) GTEST_SKIP() << "a sanitizer reports a crash in its own way";
  const int control = end_of_loader("none");
  ASSERT_TRUE(WIFEXITED(control)) << control;
  EXPECT_EQ(WEXITSTATUS(control), bench::survived);
  EXPECT_EQ(WTERMSIG(end_of_loader("crashes")), SIGSEGV);
  EXPECT_EQ(WTERMSIG(end_of_loader("aborts")), SIGABRT);
  EXPECT_EQ(end_of_loader("exits"), 0) << "in mid-file, and it looks like success";
  EXPECT_EQ(WTERMSIG(end_of_loader({}, "adapter_throws_across")), SIGABRT);
}

/// Whether a delivery is over after a while, when silence ends it after `idle`.
bool ends_with_idle(const std::string& fault, milliseconds idle) {
  Launch launch = bench::launch(fault);
  launch.budget.idle = idle;
  launch.budget.exchange = hours(1);
  Source source(launch);
  auto ended = std::async(std::launch::async, [&] { return source.decode().has_value(); });
  const bool over = ended.wait_for(a_while) == std::future_status::ready;
  source.supervisor.stop();
  EXPECT_FALSE(ended.get());
  return over;
}

class Silence : public testing::TestWithParam<const char*> {};

TEST_P(Silence, is_ended_by_its_budget_alone) {
  EXPECT_TRUE(ends_with_idle(GetParam(), milliseconds(100)));
  EXPECT_FALSE(ends_with_idle(GetParam(), hours(1)));
}

INSTANTIATE_TEST_SUITE_P(Each, Silence, testing::Values("spins", "sleeps", "half_frame"),
                         [](const auto& one) { return std::string(one.param); });

/// Says when it got more than the budget of output pays for.
class Taker final : public RecordHandler {
 public:
  base::Result<> record(std::string_view json, std::uint64_t) override { return take(json.size()); }
  base::Result<> reject(const Problem& problem) override { return take(problem.reason.size()); }
  base::Result<> warning(const Problem&) override { return {}; }
  std::promise<void> full;

 private:
  base::Result<> take(std::size_t size) {
    const bool before = bytes_ > base::limits::adapter_output_least;
    bytes_ += size;
    if (!before && bytes_ > base::limits::adapter_output_least) full.set_value();
    return {};
  }
  std::size_t bytes_ = 0;
};

/// How a delivery of one line ended: `flooded`, or `full` when the hub took more than its budget.
std::string end_of_flood(const std::string& fault, std::size_t output_least) {
  Launch launch = bench::launch(fault);
  launch.budget.output_least = output_least;
  Source source(launch);
  bench::Bytes input("a\n");
  Taker taker;
  auto full = taker.full.get_future();
  auto ended = std::async(std::launch::async, [&] {
    return source.supervisor.decode({"k", "lines", "a", 0, -1}, input, taker).has_value();
  });
  const auto is_over = [](const auto& future) {
    return future.wait_for(milliseconds(5)) == std::future_status::ready;
  };
  while (!is_over(full) && !is_over(ended)) {
  }
  const bool overran = is_over(full);
  source.supervisor.stop();
  ended.get();
  return overran ? "full" : std::string(name_of(source.fault().cause));
}

TEST(Flood, without_its_budget_fills_what_takes_it) {
  for (const std::string fault : {"floods", "million_rejects"}) {
    EXPECT_EQ(end_of_flood(fault, base::limits::adapter_output_least), "flooded") << fault;
    EXPECT_EQ(end_of_flood(fault, std::size_t{1} << 40U), "full") << fault;
  }
}

}  // namespace
}  // namespace hub::adapter
