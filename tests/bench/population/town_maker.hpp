// Everything that makes rows, wired together: one unit after the other.
#pragma once

#include <filesystem>
#include <vector>

#include "tests/bench/population/registrar.hpp"
#include "tests/bench/population/scribe.hpp"
#include "tests/bench/population/unit_maker.hpp"

namespace bench::population {

/// Reads the tables; makes units, and what the desks wrote about them.
class TownMaker {
 public:
  TownMaker(const Settings& settings, const std::filesystem::path& config);
  TownMaker(const TownMaker&) = delete;
  TownMaker& operator=(const TownMaker&) = delete;

  [[nodiscard]] const Municipality& municipality() const noexcept { return municipality_; }
  Dice& dice() noexcept { return dice_; }
  Unit unit();
  Unit unit(Shape shape) { return units_.make(shape); }
  /// The rows of these contacts with a unit, in their order, without the truth.
  std::vector<Row> rows(const Unit& unit, const std::vector<Contact>& contacts);

 private:
  Municipality municipality_;
  NameBook names_;
  Foreigners foreigners_;
  Rates rates_;
  Homes homes_;
  Dice dice_;  ///< of lives
  Dice ink_;   ///< of what is written: the same people at any factor of dirt
  UnitMaker units_;
  Scribe scribe_;
  Registrar registrar_;
};

}  // namespace bench::population
