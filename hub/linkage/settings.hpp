// What a municipality may set of how it links.
#pragma once

#include <cstddef>

#include "hub/linkage/score.hpp"

namespace hub::linkage {

struct Settings {
  /// From here on "the same"; log2 of the odds, in sixteenths.
  Score same = 6 * one_bit;
  /// From here on "perhaps": a named officer looks.
  Score perhaps = -10 * one_bit;
  /// Given name, birthday and sex alone say so strongly "two persons" that nobody between the two
  /// records may join them, nor a number that both bear.
  Score clash = -8 * one_bit;
  /// A block of more rows is passed over and reported.
  std::size_t most_in_block = 100;
  /// Records of one person.
  std::size_t most_in_person = 40;
  unsigned threads = 1;
};

/// As hub.yaml writes them: the odds as powers of 2.
constexpr Settings settings_in_bits(int same, int perhaps, int most_in_block, int most_in_person) {
  Settings settings;
  settings.same = same * one_bit;
  settings.perhaps = perhaps * one_bit;
  settings.most_in_block = static_cast<std::size_t>(most_in_block);
  settings.most_in_person = static_cast<std::size_t>(most_in_person);
  return settings;
}

}  // namespace hub::linkage
