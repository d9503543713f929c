// 50 honest logs, of which none is accused: some were written by a hub that was killed, some had
// jobs undone, some had contents erased, some were restored from a backup.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <random>

#include "hub/store/settings.hpp"
#include "tests/hub/verify/log_fixture.hpp"

namespace hub::verify {
namespace {

constexpr int logs = 50;

class Honest : public LogFixture {
 protected:
  /// One log's life: a few turns of whatever may happen to an honest hub.
  std::string live(std::mt19937& dice) {
    std::string kept;
    write_rows(1);
    for (int turn = 0; turn < 6; ++turn) {
      clock.advance(std::chrono::minutes(dice() % 300));
      switch (dice() % 6) {
        case 0:
          write_rows(static_cast<std::int64_t>(dice() % 200));
          break;
        case 1:
          kept += "\n" + sign();
          break;
        case 2:
          erase_before_now();
          break;
        case 3:
          fail_a_job();
          break;
        case 4:
          be_killed(dice() % 40);
          break;
        case 5:
          reopen();
          break;
      }
    }
    write_rows(3);
    kept += "\n" + sign();
    return kept;
  }

  void fail_a_job() {
    const auto undone = database->write([](store::Transaction& tx) -> base::Result<> {
      tx.audit(disclosed(1));
      return base::fail(base::Kind::conflict, "not this one");
    });
    EXPECT_TRUE(undone.has_error());
  }
  /// A hub of its own writes until it has said `rows` rows, and is killed while it writes more.
  void be_killed(unsigned rows) {
    database.reset();
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      open();
      for (;;) {
        write_rows(1);
        if (::write(ends[1], "a", 1) != 1) ::_exit(1);
      }
    }
    ::close(ends[1]);
    char byte = 0;
    for (unsigned said = 0; said <= rows && ::read(ends[0], &byte, 1) == 1; ++said) {
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    open();
  }
  void start_anew() {
    database.reset();
    std::filesystem::remove_all(folder);
    open();
  }
};

TEST_F(Honest, no_log_is_accused) {
  std::mt19937 dice(7);
  for (int i = 0; i < logs; ++i) {
    start_anew();
    const std::string kept = live(dice);
    const auto report = verdict(backup(), kept);
    ASSERT_FALSE(report.fault) << "log " << i << ": row " << report.fault->row;
    EXPECT_EQ(report.proved, report.rows) << "log " << i;
    EXPECT_FALSE(look([](store::Reader& reader) { return store::verify_audit(reader); }).broken);
  }
}

}  // namespace
}  // namespace hub::verify
