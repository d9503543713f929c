// What the tests of the generator share.
#pragma once

#include "tests/bench/population/population.hpp"
#include "tests/places.hpp"

namespace tests {

namespace population = bench::population;

inline const std::string config = tests::in_source("/config");

inline population::Settings small(std::uint32_t persons = 4'000) {
  population::Settings settings;
  settings.persons = persons;
  return settings;
}

/// Made once for all tests that only look.
inline const population::Town& town() {
  static const population::Town made = population::make(small(12'000), config);
  return made;
}

/// How many of a hundred of `rows` have it.
template <class Rows, class Applies>
double percent(const Rows& rows, population::Dirt dirt, Applies applies) {
  std::size_t all = 0;
  std::size_t hit = 0;
  for (const population::Row& row : rows) {
    if (!applies(row)) continue;
    ++all;
    hit += row.dirt.has(dirt) ? 1U : 0U;
  }
  return all == 0 ? -1 : 100.0 * static_cast<double>(hit) / static_cast<double>(all);
}

}  // namespace tests
