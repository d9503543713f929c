#include "hub/intake/drop_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace hub::intake {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class DropFolderTest : public testing::Test {
 protected:
  DropFolderTest() {
    std::string name = (fs::temp_directory_path() / "tsunagu-drop-XXXXXX").string();
    root_ = ::mkdtemp(name.data());
    settings_.folder = root_ / "in";
    settings_.quiet = 2s;
    settings_.largest = 100;
  }
  ~DropFolderTest() override { fs::remove_all(root_); }

  DropFolder open() { return DropFolder::open(settings_, clock_, random_).value(); }
  void put(const std::string& name, const std::string& text) {
    fs::create_directories(settings_.folder);
    std::ofstream(settings_.folder / name, std::ios::app) << text;
  }
  Look look(DropFolder& folder) { return folder.look().value(); }
  Look look_when_quiet(DropFolder& folder) {
    (void)look(folder);
    clock_.advance(settings_.quiet);
    return look(folder);
  }
  static std::string bytes_of(const ClaimedFile& file) {
    std::string bytes;
    const auto done = DropFolder::read(file, [&bytes](std::span<const std::uint8_t> block) {
      bytes.append(block.begin(), block.end());
      return base::Result<>();
    });
    EXPECT_TRUE(done.has_value());
    return bytes;
  }

  fs::path root_;
  DropSettings settings_;
  base::ManualClock clock_{base::utc_from_millis(1'775'779'200'000)};
  base::SeededRandom random_{1};
};

TEST_F(DropFolderTest, leaves_a_growing_file_alone_until_it_is_quiet) {
  auto folder = open();
  put("a.csv", "half");
  EXPECT_TRUE(look(folder).waiting);
  clock_.advance(1999ms);
  put("a.csv", " and more");
  EXPECT_TRUE(look(folder).claimed.empty());
  clock_.advance(1999ms);
  EXPECT_TRUE(look(folder).claimed.empty());
  clock_.advance(1ms);
  const auto ready = look(folder);
  ASSERT_EQ(ready.claimed.size(), 1u);
  EXPECT_EQ(bytes_of(ready.claimed[0]), "half and more");
}

TEST_F(DropFolderTest, takes_a_file_from_its_name_and_removes_it_only_when_told) {
  auto folder = open();
  put("a.csv", "x");
  const auto ready = look_when_quiet(folder);
  ASSERT_EQ(ready.claimed.size(), 1u);
  EXPECT_EQ(ready.claimed[0].name, "a.csv");
  EXPECT_FALSE(fs::exists(settings_.folder / "a.csv"));
  EXPECT_FALSE(fs::is_empty(settings_.folder / ".claimed"));
  EXPECT_TRUE(folder.finish(ready.claimed[0]).has_value());
  EXPECT_TRUE(fs::is_empty(settings_.folder / ".claimed"));
}

TEST_F(DropFolderTest, gives_what_an_earlier_run_claimed_again_at_the_first_look) {
  put("a.csv", "x");
  std::string claim;
  {
    auto folder = open();
    const auto ready = look_when_quiet(folder);
    ASSERT_EQ(ready.claimed.size(), 1u);
    claim = ready.claimed[0].claim;
  }
  auto again = open();
  const auto ready = look(again);
  ASSERT_EQ(ready.claimed.size(), 1u);
  EXPECT_EQ(ready.claimed[0].claim, claim);
  EXPECT_EQ(ready.claimed[0].name, "a.csv");
}

TEST_F(DropFolderTest, refuses_links_pipes_and_what_is_too_large_and_says_so_once) {
  fs::create_directories(settings_.folder);
  put("target", "secret");
  fs::create_symlink("/etc/passwd", settings_.folder / "outside.csv");
  fs::create_hard_link(settings_.folder / "target", settings_.folder / "second");
  ASSERT_EQ(::mkfifo((settings_.folder / "pipe").c_str(), 0600), 0);
  put("big", std::string(101, 'x'));
  put("fits", std::string(100, 'x'));
  auto folder = open();
  const auto first = look(folder);
  ASSERT_EQ(first.problems.size(), 5u);  // big, outside.csv, pipe, second, target
  EXPECT_EQ(first.problems[0].refusal, DropRefusal::too_large);
  EXPECT_EQ(first.problems[1].refusal, DropRefusal::symlink);
  EXPECT_EQ(first.problems[2].refusal, DropRefusal::not_regular);
  EXPECT_EQ(first.problems[3].refusal, DropRefusal::several_links);
  clock_.advance(settings_.quiet);
  const auto second = look(folder);
  EXPECT_TRUE(second.problems.empty());
  ASSERT_EQ(second.claimed.size(), 1u);
  EXPECT_EQ(second.claimed[0].name, "fits");
}

TEST_F(DropFolderTest, leaves_names_of_another_feed_alone) {
  settings_.pattern = "KAIGO_*.csv";
  auto folder = open();
  put("kaigo_1.CSV", "x");
  put("shogai_1.csv", "x");
  const auto ready = look_when_quiet(folder);
  ASSERT_EQ(ready.claimed.size(), 1u);
  EXPECT_EQ(ready.claimed[0].name, "kaigo_1.CSV");
  EXPECT_TRUE(fs::exists(settings_.folder / "shogai_1.csv"));
}

TEST_F(DropFolderTest, notices_a_writer_that_goes_on_after_the_claim) {
  auto folder = open();
  put("a.csv", "x");
  std::ofstream late(settings_.folder / "a.csv", std::ios::app);
  const auto ready = look_when_quiet(folder);
  ASSERT_EQ(ready.claimed.size(), 1u);
  late << "more" << std::flush;
  const auto done = DropFolder::read(ready.claimed[0], [](auto) { return base::Result<>(); });
  ASSERT_TRUE(done.has_error());
  EXPECT_EQ(done.error().kind(), base::Kind::invalid);
  EXPECT_TRUE(folder.give_back(ready.claimed[0]).has_value());
  EXPECT_TRUE(fs::exists(settings_.folder / "a.csv"));
}

TEST_F(DropFolderTest, does_not_overwrite_a_newer_file_when_giving_back) {
  settings_.pattern = "a*.csv";
  auto folder = open();
  for (const std::string content : {"1", "2", "3"}) {
    put("a.csv", content);
    const auto ready = look_when_quiet(folder);
    ASSERT_FALSE(ready.claimed.empty());
    put("a.csv", "new");
    for (const auto& file : ready.claimed)
      EXPECT_TRUE(folder.give_back(file).has_value());
    fs::remove(settings_.folder / "a.csv");
  }
  EXPECT_TRUE(fs::exists(settings_.folder / "a.again.csv"));
  const auto all = look_when_quiet(folder);
  std::set<std::string> contents;
  for (const auto& file : all.claimed)
    contents.insert(bytes_of(file));
  EXPECT_EQ(contents, (std::set<std::string>{"1", "2", "3"}));
}

TEST_F(DropFolderTest, offers_again_at_the_next_look_what_could_not_be_given_back) {
  settings_.pattern = "a.csv";
  auto folder = open();
  put("a.csv", "old");
  const auto ready = look_when_quiet(folder);
  put("a.csv", "new");
  EXPECT_FALSE(folder.give_back(ready.claimed.at(0)).has_value());
  EXPECT_FALSE(fs::is_empty(settings_.folder / ".claimed"));
  const auto again = look(folder);
  ASSERT_EQ(again.claimed.size(), 1u);
  EXPECT_EQ(bytes_of(again.claimed[0]), "old");
  EXPECT_EQ(again.claimed[0].claim, ready.claimed[0].claim);
}

TEST_F(DropFolderTest, leaves_a_name_too_long_to_claim_alone_and_takes_the_others) {
  auto folder = open();
  put(std::string(214, 'n') + ".csv", "fits");
  put(std::string(215, 'n') + ".csv", "too long");
  const auto ready = look_when_quiet(folder);
  ASSERT_EQ(ready.claimed.size(), 1u);
  EXPECT_EQ(bytes_of(ready.claimed[0]), "fits");
}

}  // namespace
}  // namespace hub::intake
