// How often each kind of dirt befalls a row that it can befall.
#pragma once

#include <array>

#include "tests/bench/population/dice.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::population {

/// Whether its files are CP932, so that its system holds nothing else.
constexpr bool is_cp932(Source source) noexcept {
  return source == Source::kaigo || source == Source::life || source == Source::shogai;
}

class Rates {
 public:
  /// `factor` times the usual rates, but never in more than 9 of 10 rows.
  explicit Rates(double factor);

  PerMillion operator[](Dirt dirt) const noexcept { return rates_[static_cast<std::size_t>(dirt)]; }
  /// Throws the dice for one row, and notes in the row that it befell it.
  bool befalls(Dice& dice, Row& row, Dirt dirt) const {
    if (!dice.chance((*this)[dirt])) return false;
    row.dirt.add(dirt);
    return true;
  }

 private:
  std::array<PerMillion, dirts> rates_{};
};

}  // namespace bench::population
