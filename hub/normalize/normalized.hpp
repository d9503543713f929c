// What every normalization answers: a key to compare by, and how it was come by. A key is derived
// and stands beside the untouched original, never in its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hub::normalize {

/// Keys of different versions are not comparable: a change of rules or tables raises this, and
/// stored keys are made anew.
inline constexpr int rules_version = 1;

/// Steps and warnings are stable codes ("name.variant", "address.no_prefecture"); the views are of
/// string literals.
struct Normalized {
  std::string key{};
  /// Keys that may match where another attribute agrees; never a key by themselves.
  std::vector<std::string> weak{};
  std::vector<std::string_view> steps{};
  std::vector<std::string_view> warnings{};

  void step(std::string_view code);
  void warn(std::string_view code);
};

}  // namespace hub::normalize
