// The documents that both the decoder and the JSON Schema judge.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/places.hpp"

namespace hub::codec {

inline std::filesystem::path source_dir() {
  return tests::in_source();
}

inline std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Sorted; fails the test where the folder is empty.
inline std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  EXPECT_FALSE(files.empty()) << folder;
  return files;
}

/// A body of a webhook, not a record.
inline bool is_event(const std::filesystem::path& path) {
  const std::string name = path.stem().string();
  return name.starts_with("referral_request") || name.starts_with("referral_answer");
}

inline std::string example(const std::string& kind) {
  return text_of_file(source_dir() / "sdk/schema/examples" / (kind + ".json"));
}

}  // namespace hub::codec
