#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "hub/adapter/safe_file.hpp"
#include "tests/hub/adapter/bench.hpp"
#include "tests/hub/adapter/own_folder.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::OwnFolder;
using bench::Source;
using std::filesystem::perms;

TEST(Start, gives_the_manifest_and_the_walls_in_force) {
  Source source("none");
  ASSERT_TRUE(source.supervisor.start());
  const auto manifest = source.supervisor.manifest();
  EXPECT_EQ(manifest->id, "bad");
  EXPECT_EQ(manifest->feeds[0].order, tsunagu::wire::Order::content);
  const Status status = source.supervisor.status();
  EXPECT_EQ(name_of(status.state), "ready");
  EXPECT_GT(status.pid, 0);
  EXPECT_TRUE(status.guards & tsunagu::wire::guard_descriptors);
  EXPECT_TRUE(status.guards & tsunagu::wire::guard_limits);
}

TEST(Start, refuses_an_unknown_setting_and_suggests_the_right_one) {
  Launch launch = bench::launch("");
  launch.settings = {{"falt", "none"}};
  Source source(launch);
  const auto started = source.supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::invalid);
  EXPECT_NE(started.error().text().find("did you mean fault?"), std::string::npos);
  EXPECT_EQ(name_of(source.supervisor.status().state), "refused");
  EXPECT_EQ(source.supervisor.status().deaths, 0U);
}

TEST(Start, passes_on_why_the_adapter_refuses_its_settings) {
  Source source("refuses_settings");
  const auto started = source.supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::invalid);
  EXPECT_NE(started.error().text().find("path: 使えない値です"), std::string::npos);
  EXPECT_EQ(source.decode().error().kind(), Kind::unavailable) << "never the delivery's fault";
}

TEST(Start, refuses_a_file_that_is_no_adapter) {
  const OwnFolder folder;
  std::ofstream(folder.path() / "text.so") << "no module";
  Launch launch = bench::launch("");
  launch.adapter = folder.path() / "text.so";
  EXPECT_EQ(Source(launch).supervisor.start().error().kind(), Kind::invalid);
  launch.adapter = folder.path() / "nothing.so";
  EXPECT_EQ(Source(launch).supervisor.start().error().kind(), Kind::not_found);
}

TEST(Start, goes_on_after_a_reload_with_right_settings) {
  Source source("refuses_settings");
  ASSERT_FALSE(source.supervisor.start());
  ASSERT_TRUE(source.supervisor.reload(bench::launch("none")));
  EXPECT_TRUE(source.decode());
}

TEST(Start, refuses_a_manifest_that_says_too_little) {
  Source source(bench::launch("", "adapter_no_manifest"));
  const auto started = source.supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::invalid);
  EXPECT_NE(started.error().text().find("/feeds"), std::string::npos) << started.error().text();
}

TEST(Start, refuses_an_adapter_of_another_major_version) {
  Source source(bench::launch("", "adapter_other_version"));
  const auto started = source.supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::invalid);
  EXPECT_NE(started.error().text().find("another major version"), std::string::npos);
}

TEST(Start, refuses_an_adapter_under_another_name) {
  Launch launch = bench::launch("none");
  launch.adapter_id = "kaigo";
  Source source(launch);
  EXPECT_EQ(source.supervisor.start().error().kind(), Kind::invalid);
  launch.adapter_id = "bad";
  EXPECT_TRUE(Source(launch).supervisor.start());
}

TEST(Start, refuses_a_file_that_others_can_write) {
  const OwnFolder folder;
  Launch launch = bench::launch("none");
  const auto copy = folder.path() / "adapter.so";
  std::filesystem::copy_file(launch.adapter, copy);
  launch.adapter = copy;
  std::filesystem::permissions(copy, perms::owner_all | perms::group_write);
  EXPECT_EQ(Source(launch).supervisor.start().error().kind(), Kind::forbidden);
  std::filesystem::permissions(copy, perms::owner_all);
  const auto started = Source(launch).supervisor.start();
  EXPECT_TRUE(started) << started.error().text();
}

TEST(SafeFile, looks_at_every_folder_above) {
  const OwnFolder folder;
  const auto inner = folder.path() / "outer" / "inner";
  std::filesystem::create_directories(inner);
  std::ofstream(inner / "file") << "x";
  EXPECT_TRUE(check_safe_file(inner / "file"));
  std::filesystem::permissions(inner.parent_path(), perms::all);
  const auto checked = check_safe_file(inner / "file");
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind(), Kind::forbidden);
  EXPECT_NE(checked.error().text().find("chmod go-w"), std::string::npos);
}

TEST(SafeFile, judges_a_link_where_it_leads) {
  const OwnFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  std::filesystem::create_symlink(folder.path() / "file", folder.path() / "link");
  std::filesystem::permissions(folder.path() / "file", perms::all);
  EXPECT_FALSE(check_safe_file(folder.path() / "link"));
  EXPECT_EQ(check_safe_file(folder.path() / "nothing").error().kind(), Kind::not_found);
  EXPECT_EQ(check_safe_file(folder.path()).error().kind(), Kind::invalid);
}

}  // namespace
}  // namespace hub::adapter
