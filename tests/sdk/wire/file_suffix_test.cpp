#include "sdk/wire/file_suffix.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tsunagu::wire {
namespace {

TEST(FileSuffix, stays_in_its_folder) {
  EXPECT_TRUE(is_file_suffix("_shien.csv"));
  EXPECT_TRUE(is_file_suffix(std::string(64, 'a')));
  for (const std::string bad : {"", "/etc/x", "a/../b", "..", "a b", "a\n", "日本"}) {
    EXPECT_FALSE(is_file_suffix(bad)) << bad;
  }
  EXPECT_FALSE(is_file_suffix(std::string(65, 'a')));
}

}  // namespace
}  // namespace tsunagu::wire
