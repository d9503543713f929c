#include <gtest/gtest.h>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

using bench::Source;

TEST(Push, gives_files_and_warnings) {
  Source source("none");
  const auto pushed = source.supervisor.push("referral", R"({"status":"accepted"})");
  ASSERT_TRUE(pushed) << pushed.error().text();
  EXPECT_TRUE(pushed->supported);
  EXPECT_FALSE(pushed->refusal);
  ASSERT_EQ(pushed->files.size(), 2U);
  EXPECT_EQ(pushed->files[0].suffix, "_a.csv");
  EXPECT_EQ(pushed->files[0].bytes, R"({"status":"accepted"})");
  EXPECT_EQ(pushed->files[1].bytes.size(), 600U * 1024);
  ASSERT_EQ(pushed->warnings.size(), 1U);
  EXPECT_EQ(pushed->warnings[0].code, "substituted");
}

TEST(Push, gives_no_file_when_it_refuses) {
  Source source("refuses");
  const auto pushed = source.supervisor.push("referral", "{}");
  ASSERT_TRUE(pushed) << pushed.error().text();
  ASSERT_TRUE(pushed->refusal);
  EXPECT_EQ(pushed->refusal->code, "no_such_case");
  EXPECT_TRUE(pushed->files.empty());
}

TEST(Push, of_a_kind_not_in_the_manifest_is_not_supported) {
  Source source("none");
  const auto pushed = source.supervisor.push("weather", "{}");
  ASSERT_TRUE(pushed) << pushed.error().text();
  EXPECT_FALSE(pushed->supported);
}

TEST(Push, that_the_operator_has_not_granted_starts_nothing) {
  Launch launch = bench::launch("none");
  launch.may_push = {"weather"};
  Source source(launch);
  const auto pushed = source.supervisor.push("referral", "{}");
  ASSERT_FALSE(pushed);
  EXPECT_EQ(pushed.error().kind(), base::Kind::forbidden);
  EXPECT_NE(pushed.error().text().find("may_push"), std::string::npos) << pushed.error().text();
  EXPECT_EQ(source.supervisor.status().starts, 0U);
}

TEST(Push, ends_a_process_that_leaves_its_folder) {
  Source source("climbs");
  ASSERT_FALSE(source.supervisor.push("referral", "{}"));
  EXPECT_EQ(name_of(source.fault().cause), "nonsense");
}

TEST(Push, ends_a_process_whose_files_have_no_end) {
  Source source("floods");
  ASSERT_FALSE(source.supervisor.push("referral", "{}"));
  EXPECT_EQ(name_of(source.fault().cause), "nonsense");
}

TEST(Push, ends_a_process_whose_warnings_have_no_end) {
  Source source("warns");
  ASSERT_FALSE(source.supervisor.push("referral", "{}"));
  EXPECT_EQ(source.fault().text, "broke the protocol: too many warnings");
}

TEST(Health, is_told_in_lines) {
  Source source("none");
  ASSERT_TRUE(source.supervisor.start());
  const auto lines = source.supervisor.status().health;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].good);
  EXPECT_EQ(lines[0].code, "ready");
  EXPECT_FALSE(lines[1].good);
  EXPECT_EQ(lines[1].code, "unnamed");
  EXPECT_EQ(lines[1].text, "制御文字");
}

TEST(Health, is_asked_again_after_a_delivery) {
  Source source("tires");
  ASSERT_TRUE(source.supervisor.start());
  EXPECT_TRUE(source.supervisor.status().health.at(0).good);
  ASSERT_TRUE(source.decode());
  EXPECT_FALSE(source.supervisor.status().health.at(0).good);
}

TEST(Health, that_ends_the_process_is_a_death_that_the_next_delivery_finds) {
  Source source("crashes_of_health");
  ASSERT_TRUE(source.supervisor.start());
  EXPECT_TRUE(source.supervisor.status().health.empty());
  EXPECT_FALSE(source.decode());
  EXPECT_EQ(source.supervisor.status().deaths, 1U);
  EXPECT_EQ(name_of(source.fault().cause), "signalled");
}

TEST(Health, of_an_adapter_that_throws_is_bad) {
  Source source("throws");
  ASSERT_TRUE(source.supervisor.start());
  const auto lines = source.supervisor.status().health;
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_FALSE(lines[0].good);
}

}  // namespace
}  // namespace hub::adapter
