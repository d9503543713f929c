// A file as it is shipped, and a folder of its own for a copy of it that a test changes.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace hub::profile {

class ChangedFile : public testing::Test {
 protected:
  explicit ChangedFile(const std::filesystem::path& shipped) : copy_(shipped.filename()) {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "tsunagu-profile-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    std::ostringstream read;
    read << std::ifstream(shipped).rdbuf();
    text_ = read.str();
  }
  ~ChangedFile() override { std::filesystem::remove_all(folder); }

  /// The copy, with `to` in the place of the first `from`.
  std::filesystem::path changed(const std::string& from, const std::string& to) {
    std::string changed = text_;
    const auto at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    changed.replace(at, from.size(), to);
    std::ofstream(folder / copy_) << changed;
    return folder / copy_;
  }

  std::filesystem::path folder;

 private:
  std::filesystem::path copy_;
  std::string text_;
};

}  // namespace hub::profile
