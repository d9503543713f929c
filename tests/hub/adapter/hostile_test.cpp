// Each hostile adapter beside a source at work: the other's files finish, whole and before a
// deadline; the operator gets one line that says what happened; what dies again and again is
// quarantined; and the hub's memory stays bounded. What a wall stops is tried without that wall
// too: then it works; the controls of the rest stand in controls_test.cpp.
#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "hub/keeper/process.hpp"
#include "tests/hub/adapter/attempt.hpp"
#include "tests/hub/adapter/own_folder.hpp"
#include "tests/hub/adapter/sibling.hpp"

namespace hub::adapter {
namespace {

using bench::attempt;
using bench::ended;
using bench::last_record;
using bench::OwnFolder;
using bench::refused;
using bench::Sibling;
using bench::Source;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr seconds generous{60};
constexpr std::uint64_t bounded = std::uint64_t{64} << 20U;

enum class End { dies, refuses, goes_on };

struct Hostile {
  const char* fault;
  End end;
};

Launch hostile(const std::string& fault) {
  if (fault == "throws_across") return bench::launch({}, "adapter_throws_across");
  Launch launch = bench::launch(fault);
  const bool silent = fault == "spins" || fault == "sleeps" || fault == "half_frame";
  if (silent) launch.budget.idle = milliseconds(300);
  if (fault == "kills_parent") launch.settings.emplace_back("path", std::to_string(SIGKILL));
  return launch;
}

/// Whole deliveries until `over`, at least five.
void keep_working(Source& good, const std::atomic<bool>& over, int& worked) {
  for (worked = 0; worked < 5 || !over; ++worked) {
    const auto summary = good.decode("a\nb\nc\n", "k" + std::to_string(worked));
    ASSERT_TRUE(summary) << summary.error().text();
    ASSERT_EQ(good.collected.lines, (std::vector<std::uint64_t>{1, 2, 3}));
  }
}

class Hostiles : public testing::TestWithParam<Hostile> {};

TEST_P(Hostiles, harm_nobody_else_and_are_quarantined) {
  if (bench::sanitized) GTEST_SKIP() << "a sanitizer is no limit of address space";
  const auto begin = steady_clock::now();
  const std::uint64_t before = keeper::resident_bytes(::getpid());
  Source bad(hostile(GetParam().fault));
  Source good("none");
  std::atomic<bool> over = false;
  int worked = 0;
  std::thread neighbour([&] { keep_working(good, over, worked); });
  for (int time = 0; time < base::limits::adapter_deaths_to_quarantine; ++time) {
    const auto summary = bad.decode("a\n", "poison " + std::to_string(time));
    EXPECT_EQ(!summary, GetParam().end == End::dies);
    EXPECT_EQ(summary && summary->refusal, GetParam().end == End::refuses);
    bad.clock.advance(std::chrono::hours(1));
  }
  over = true;
  neighbour.join();
  EXPECT_GE(worked, 5);
  EXPECT_EQ(good.supervisor.status().deaths, 0U);
  EXPECT_LT(steady_clock::now() - begin, generous);
  EXPECT_LT(keeper::resident_bytes(::getpid()), before + bounded);
  if (GetParam().end != End::dies) return;
  EXPECT_EQ(name_of(bad.supervisor.status().state), "quarantined");
  EXPECT_FALSE(bad.fault().text.empty());
  EXPECT_EQ(bad.fault().text.find('\n'), std::string::npos) << "one line";
}

INSTANTIATE_TEST_SUITE_P(
    Each, Hostiles,
    testing::Values(Hostile{"crashes", End::dies}, Hostile{"aborts", End::dies},
                    Hostile{"spins", End::dies}, Hostile{"sleeps", End::dies},
                    Hostile{"exits", End::dies}, Hostile{"floods", End::dies},
                    Hostile{"huge_frame", End::dies}, Hostile{"half_frame", End::dies},
                    Hostile{"unknown_type", End::dies}, Hostile{"million_rejects", End::dies},
                    Hostile{"hogs", End::refuses}, Hostile{"throws", End::refuses},
                    Hostile{"throws_anything", End::refuses}, Hostile{"throws_across", End::dies},
                    Hostile{"million_concerns", End::goes_on}, Hostile{"fork_bomb", End::dies},
                    Hostile{"opens_socket", End::dies}, Hostile{"kills_parent", End::dies}),
    [](const auto& one) { return std::string(one.param.fault); });

TEST(HostileWall, against_a_fork_bomb) {
  EXPECT_EQ(attempt("fork_bomb", true), ended);
  EXPECT_EQ(attempt("fork_bomb", false), bench::worked);
}

TEST(HostileWall, against_tracing_a_sibling) {
  const Sibling sibling;
  EXPECT_EQ(attempt("traces", true, sibling.pid()), ended);
  EXPECT_EQ(attempt("traces", false, sibling.pid()), bench::worked);
}

TEST(HostileWall, against_reading_the_key_file) {
  const OwnFolder folder;
  const std::string key = folder.path() / "data.key";
  std::ofstream(key) << "x";
  EXPECT_EQ(attempt("opens_file", true, key), refused);
  EXPECT_EQ(attempt("opens_file", false, key), bench::worked);
}

TEST(HostileLimit, of_memory) {
  if (bench::sanitized) GTEST_SKIP() << "sanitizers can't start under a limit of address space";
  Launch launch = bench::launch("takes_space");
  EXPECT_EQ(last_record(launch, "10240"), refused);
  launch.budget.memory_bytes = 0;  // no limit
  EXPECT_EQ(last_record(launch, "10240"), bench::worked);
}

TEST(HostileLimit, of_one_record) {
  Source source("million_concerns");
  ASSERT_TRUE(source.decode("a\n"));
  ASSERT_EQ(source.collected.rejects.size(), 1U);
  EXPECT_EQ(source.collected.rejects[0].code, "record_too_large");
}

/// As many rejects as rows: that is a bad file and no attack.
TEST(HostileLimit, of_rejects_grows_with_the_file) {
  Source source("million_rejects");
  const auto summary = source.decode(std::string(std::size_t{1} << 20U, 'x'));
  ASSERT_TRUE(summary) << summary.error().text();
  EXPECT_EQ(summary->rejects, 1'000'000U);
}

}  // namespace
}  // namespace hub::adapter
