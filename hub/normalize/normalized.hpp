// What every normalization answers: a key to compare by, and how it was come by. A key is derived
// and stands beside the untouched original, never in its place.
#pragma once

#include <string>
#include <vector>

#include "hub/normalize/note.hpp"

namespace hub::normalize {

struct Normalized {
  std::string key{};
  /// Keys that may match where another attribute agrees; never a key by themselves.
  std::vector<std::string> weak{};
  Notes notes{};

  void note(Note met) noexcept { notes.add(met); }
};

}  // namespace hub::normalize
