// All configured sources at work.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "hub/intake/source_runner.hpp"

namespace hub::intake {

class Intake {
 public:
  /// Sources of the profile that are in force now and do not come by webhook. Starts nothing yet.
  explicit Intake(const RunnerShare& share);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  void start();
  void stop();
  void wake();
  /// Null for an unknown code. Any thread.
  [[nodiscard]] SourceRunner* find(std::string_view source);
  [[nodiscard]] const std::vector<std::unique_ptr<SourceRunner>>& runners() const noexcept {
    return runners_;
  }

 private:
  std::vector<std::unique_ptr<SourceRunner>> runners_;
};

}  // namespace hub::intake
