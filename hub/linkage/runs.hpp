// Runs in something sorted: neighbours that have their key in common.
#pragma once

#include <cstddef>

namespace hub::linkage {

/// Where the run that begins at `begin` ends. `key(element)` is compared by ==.
template <class Sorted, class Key>
constexpr std::size_t run_end(const Sorted& sorted, std::size_t begin, Key key) {
  const auto of_run = key(sorted[begin]);
  auto end = begin + 1;
  while (end < sorted.size() && key(sorted[end]) == of_run)
    ++end;
  return end;
}

}  // namespace hub::linkage
