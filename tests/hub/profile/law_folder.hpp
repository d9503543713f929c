// The files of the law as they are shipped, and a copy of them that a test changes.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include "hub/base/clock.hpp"
#include "hub/profile/law.hpp"
#include "tests/places.hpp"

namespace hub::profile {

inline const std::filesystem::path shipped_law = std::filesystem::path(tests::in_source("/config"));
inline const base::UtcMillis april_10 =
    base::from_jst_day(std::chrono::year(2026) / std::chrono::April / 10);

class LawFolder : public testing::Test {
 protected:
  /// The law of a copy in which `change` had each file's text once.
  base::Result<Law> changed(
      const std::function<void(std::string_view file, std::string& text)>& change) {
    std::filesystem::create_directories(folder);
    for (const char* name : {"legal_bases.yaml", "purposes.yaml", "consent_forms.yaml"}) {
      std::ostringstream read;
      read << std::ifstream(shipped_law / name).rdbuf();
      std::string text = read.str();
      change(name, text);
      std::ofstream(folder / name) << text;
    }
    return load_law(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
                                 testing::UnitTest::GetInstance()->current_test_info()->name();
};

}  // namespace hub::profile
