// What every normalization answers: a key to compare by, and how it was come by. A key is derived
// and stands beside the untouched original, never in its place.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "hub/normalize/note.hpp"

namespace hub::normalize {

struct Normalized {
  std::string key{};
  /// Keys that may match where another attribute agrees; never a key by themselves.
  std::vector<std::string> weak{};
  Notes notes{};

  void note(Note met) noexcept { notes.add(met); }
  /// Each once, and none that is the key.
  void add_weak(std::string one) {
    if (one != key && std::find(weak.begin(), weak.end(), one) == weak.end())
      weak.push_back(std::move(one));
  }
};

}  // namespace hub::normalize
