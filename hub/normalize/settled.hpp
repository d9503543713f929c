// A key that has itself as its key.
#pragma once

#include <string>
#include <utility>

namespace hub::normalize {

/// Folds the key until that changes nothing more: what was dropped may have kept a letter and its
/// mark apart, or put a mark of repetition behind what it repeats.
template <class Fold>
std::string settled(std::string key, Fold fold) {
  for (std::string before; before != key;) {
    before = std::move(key);
    key = fold(before);
  }
  return key;
}

}  // namespace hub::normalize
