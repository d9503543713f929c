#include "hub/crypto/key_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace hub::crypto {
namespace {

namespace fs = std::filesystem;

class KeyFile : public testing::Test {
 protected:
  KeyFile() {
    std::string pattern = (fs::temp_directory_path() / "tsunagu-key-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    file = folder / "master";
  }
  ~KeyFile() override { fs::remove_all(folder); }

  void write(const std::string& text, mode_t mode) const {
    std::ofstream(file) << text;
    ::chmod(file.c_str(), mode);
  }

  base::SeededRandom random{1};
  fs::path folder;
  fs::path file;
};

TEST_F(KeyFile, reads_the_master_secret_it_created_and_never_replaces_it) {
  ASSERT_TRUE(create_master_secret(file, random).has_value());
  EXPECT_EQ(read_master_secrets(file).value().size(), 1u);
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(create_master_secret(file, random).has_error());
}

TEST_F(KeyFile, reads_one_version_a_line) {
  write(std::string(64, 'a') + "\n" + std::string(64, 'b') + "\n", 0600);
  EXPECT_EQ(read_master_secrets(file).value().size(), 2u);
}

TEST_F(KeyFile, refuses_a_broken_line_and_does_not_repeat_it) {
  write(std::string(64, 'a') + "\n" + std::string(63, 'b') + "\n", 0600);
  const auto result = read_master_secrets(file);
  ASSERT_TRUE(result.has_error());
  EXPECT_NE(result.error().text().find("line 2"), std::string::npos);
  EXPECT_EQ(result.error().text().find("bbb"), std::string::npos);
}

TEST_F(KeyFile, refuses_a_file_that_others_may_read) {
  write(std::string(64, 'a'), 0644);
  EXPECT_TRUE(read_secret(file).has_error());
}

TEST_F(KeyFile, refuses_a_link_an_empty_file_and_an_absent_one) {
  write("", 0600);
  EXPECT_TRUE(read_secret(file).has_error());
  fs::create_symlink(file, folder / "link");
  EXPECT_TRUE(read_secret(folder / "link").has_error());
  EXPECT_TRUE(read_secret(folder / "absent").has_error());
}

}  // namespace
}  // namespace hub::crypto
