// What an adapter can't do even when it tries. The control of each is the same try without walls.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/hub/adapter/attempt.hpp"
#include "tests/hub/adapter/own_folder.hpp"
#include "tests/hub/adapter/sibling.hpp"

namespace hub::adapter {
namespace {

using bench::attempt;
using bench::ended;
using bench::OwnFolder;
using bench::refused;
using bench::Sibling;
using bench::Source;
using bench::worked;

bool has_walls() {
  Source source("none");
  if (!source.supervisor.start()) return false;
  const std::uint32_t wanted = tsunagu::wire::guard_calls | tsunagu::wire::guard_files;
  return (source.supervisor.status().guards & wanted) == wanted;
}

class Walls : public testing::Test {
 protected:
  void SetUp() override {
    if (!has_walls()) GTEST_SKIP() << "this kernel has no seccomp";
  }
};

TEST_F(Walls, keep_an_adapter_from_reading_a_file) {
  const OwnFolder folder;
  const std::string file = folder.path() / "secret";
  std::ofstream(file) << "x";
  EXPECT_EQ(attempt("opens_file", true, file), refused);
  EXPECT_EQ(attempt("opens_file", false, file), worked);
}

TEST_F(Walls, keep_an_adapter_from_writing_a_file) {
  const OwnFolder folder;
  EXPECT_EQ(attempt("writes_file", true, folder.path() / "a"), refused);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a"));
  EXPECT_EQ(attempt("writes_file", false, folder.path() / "b"), worked);
}

TEST_F(Walls, keep_an_adapter_from_the_network) {
  EXPECT_EQ(attempt("opens_socket", true), ended);
  EXPECT_EQ(attempt("opens_socket", false), worked);
}

TEST_F(Walls, keep_an_adapter_from_having_children) {
  EXPECT_EQ(attempt("has_child", true), ended);
  EXPECT_EQ(attempt("has_child", false), worked);
}

TEST_F(Walls, keep_an_adapter_from_making_code) {
  EXPECT_EQ(attempt("makes_code", true), refused);
  EXPECT_EQ(attempt("makes_code", false), worked);
}

TEST_F(Walls, keep_an_adapter_from_signalling_the_hub) {
  EXPECT_EQ(attempt("kills_parent", true), ended);
  EXPECT_EQ(attempt("kills_parent", false), worked);
}

TEST_F(Walls, keep_an_adapter_from_letting_a_descriptor_signal_another) {
  const Sibling sibling;
  EXPECT_EQ(attempt("signals_by_fcntl", true, sibling.pid()), ended);
  EXPECT_EQ(attempt("signals_by_fcntl", false, sibling.pid()), worked);
}

TEST_F(Walls, keep_an_adapter_at_work_from_asking_which_files_there_are) {
  EXPECT_EQ(attempt("looks_for_file", true, "/etc/passwd"), refused);
  EXPECT_EQ(attempt("looks_for_file", false, "/etc/passwd"), worked);
}

TEST_F(Walls, let_a_library_try_what_it_can_do_without) {
  EXPECT_EQ(attempt("asks_name_service", true), refused);
  EXPECT_EQ(attempt("asks_name_service", false), worked);
  EXPECT_EQ(attempt("starts_thread", true), refused);
  EXPECT_EQ(attempt("starts_thread", false), worked);
}

/// Whether the adapter could read, in its constructor, a file of the folder: as its data, or as
/// any other file.
bool reads_at_start(const OwnFolder& folder, bool as_data, bool guarded) {
  const std::filesystem::path table = folder.path() / "table";
  std::ofstream(table) << "x";
  Launch launch = bench::launch(as_data ? "reads_data_at_start" : "reads_at_start");
  launch.guarded = guarded;
  launch.settings.emplace_back("path", table);
  if (as_data) launch.data_dir = folder.path();
  return static_cast<bool>(Source(launch).supervisor.start());
}

TEST(Landlock, lets_an_adapter_read_the_tables_that_come_with_us_and_no_other_file) {
  Source source("none");
  ASSERT_TRUE(source.supervisor.start());
  if ((source.supervisor.status().guards & tsunagu::wire::guard_landlock) == 0) {
    GTEST_SKIP() << "this kernel has no Landlock";
  }
  const OwnFolder folder;
  EXPECT_TRUE(reads_at_start(folder, true, true));
  EXPECT_FALSE(reads_at_start(folder, false, true));
  EXPECT_TRUE(reads_at_start(folder, false, false));
}

TEST(Descriptors, of_the_hub_do_not_reach_the_adapter) {
  const int leaking = ::open("/dev/null", O_RDONLY);  // no O_CLOEXEC, as Boost and libcurl do
  ASSERT_GE(leaking, 0);
  EXPECT_EQ(attempt("lists_descriptors", true), "[0,1,2,3]");
  EXPECT_EQ(attempt("lists_descriptors", false), "[0,1,2,3]");
  ::close(leaking);
}

}  // namespace
}  // namespace hub::adapter
