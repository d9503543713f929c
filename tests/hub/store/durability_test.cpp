// What was acknowledged survives: a killed process, a power cut, a full disk, a disk that fails.
// Each has a control that the same check must catch.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>
#include <future>

#include <SQLiteCpp/SQLiteCpp.h>

#include "hub/store/opening.hpp"
#include "hub/store/settings.hpp"
#include "tests/hub/store/fault_vfs.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using base::Kind;
using base::Result;

class Durability : public StoreFixture {
 protected:
  Result<> keep(const std::string& name) {
    return database->write([&](Transaction& transaction) -> Result<> {
      keep_setting(transaction, name, "1");
      transaction.audit(entry("setting.kept"));
      return {};
    });
  }
  std::int64_t kept() {
    return look([](Reader& reader) {
             return reader.integer("SELECT count(*) FROM meta WHERE name LIKE 'n%'");
           })
        .value_or(0);
  }

  // A child that writes and reports each acknowledgement through a pipe, until it is killed.
  // Returns how many it had reported.
  template <class Write>
  int acknowledged_until_killed(Write&& write_one) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      open();
      for (int i = 0;; ++i) {
        write_one(i);
        if (::write(ends[1], "a", 1) != 1) ::_exit(1);
      }
    }
    ::close(ends[1]);
    int acknowledged = 0;
    char byte = 0;
    while (acknowledged < 200 && ::read(ends[0], &byte, 1) == 1)
      ++acknowledged;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &byte, 1) == 1)
      ++acknowledged;
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    return acknowledged;
  }

  // What a machine finds after a power cut: the files as they are, the log as far as it was synced.
  void cut_power(const FaultVfs& vfs) {
    const auto copy = scratch / "after";
    std::filesystem::create_directories(copy);
    std::filesystem::permissions(copy, std::filesystem::perms::owner_all);
    const std::string log = std::string(database_name) + "-wal";
    std::filesystem::copy_file(folder / database_name, copy / database_name);
    std::filesystem::copy_file(folder / log, copy / log);
    std::filesystem::resize_file(copy / log, static_cast<std::uintmax_t>(vfs.synced_log_bytes()));
    database.reset();
    folder = copy;
    open();
  }
};

TEST_F(Durability, a_killed_process_loses_nothing_that_it_acknowledged) {
  const int acknowledged =
      acknowledged_until_killed([this](int i) { (void)keep("n" + std::to_string(i)); });
  open();
  EXPECT_GE(kept(), acknowledged);
}

TEST_F(Durability, control_acknowledging_before_the_commit_is_caught) {
  const int acknowledged = acknowledged_until_killed([this](int i) {
    static std::promise<void> never;
    static std::shared_future<void> wait = never.get_future().share();
    (void)database->writer().submit(
        [i](Transaction& transaction) -> Result<> {
          keep_setting(transaction, "n" + std::to_string(i), "1");
          transaction.audit(entry("setting.kept"));
          if (i == 100) wait.wait();
          return {};
        },
        [](const Result<>&) {});
  });
  open();
  EXPECT_LT(kept(), acknowledged);
}

TEST_F(Durability, a_power_cut_loses_nothing_that_was_acknowledged) {
  const FaultVfs vfs;
  open();
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(keep("n" + std::to_string(i)).has_value());
  cut_power(vfs);
  EXPECT_EQ(kept(), 20);
}

TEST_F(Durability, control_a_store_that_does_not_sync_is_caught) {
  FaultVfs vfs;
  open();
  // From an empty log: one that is long is put into the file between two requests, and what stands
  // there counts as kept.
  ASSERT_TRUE(database->writer().forget_log().has_value());
  ASSERT_TRUE(keep("n0").has_value());
  vfs.ignore_syncs(true);
  for (int i = 1; i < 20; ++i)
    ASSERT_TRUE(keep("n" + std::to_string(i)).has_value());
  vfs.ignore_syncs(false);
  cut_power(vfs);
  EXPECT_LT(kept(), 20);
}

TEST_F(Durability, a_full_disk_is_said_and_recovers_by_itself) {
  FaultVfs vfs;
  open();
  ASSERT_TRUE(keep("n0").has_value());
  vfs.disk_is_full(true);
  EXPECT_EQ(keep("n1").error().kind(), Kind::storage_full);
  EXPECT_EQ(kept(), 1);  // reading goes on
  EXPECT_EQ(keep("n1").error().kind(), Kind::storage_full);
  vfs.disk_is_full(false);
  EXPECT_TRUE(keep("n1").has_value());
  EXPECT_EQ(kept(), 2);
  EXPECT_FALSE(broke_down);
}

TEST_F(Durability, a_failed_sync_stops_all_writing_and_is_never_tried_again) {
  FaultVfs vfs;
  open();
  ASSERT_TRUE(keep("n0").has_value());
  vfs.sync_fails(true);
  EXPECT_TRUE(keep("n1").has_error());
  for (int i = 0; i < 1000 && !broke_down; ++i)  // told right after the answer
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(broke_down);
  vfs.sync_fails(false);
  const int syncs = vfs.syncs();
  EXPECT_EQ(keep("n2").error().kind(), Kind::unavailable);
  EXPECT_EQ(vfs.syncs(), syncs);
  EXPECT_EQ(kept(), 1);
}

TEST_F(Durability, a_damaged_file_is_found_at_the_start_after_a_crash) {
  open();
  database.reset();  // everything is in the file itself now
  acknowledged_until_killed([this](int i) { (void)keep("n" + std::to_string(i)); });
  const auto size = static_cast<std::size_t>(std::filesystem::file_size(folder / database_name));
  std::fstream file(folder / database_name, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(4096);
  file << std::string(size - 4096, '\xff');
  file.close();
  EXPECT_EQ(try_open().error().kind(), Kind::corrupt);
}

}  // namespace
}  // namespace hub::store
