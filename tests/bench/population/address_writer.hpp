// An address as a desk writes it.
#pragma once

#include <string>

#include "tests/bench/population/rates.hpp"
#include "tests/bench/population/towns.hpp"

namespace bench::population {

class AddressWriter {
 public:
  AddressWriter(const Municipality& municipality, const Rates& rates)
      : municipality_(&municipality), rates_(&rates) {}

  /// Fills postal_code, address and building of the row, and says what befell them.
  void write(Dice& dice, const Home& home, Row& row) const;

 private:
  std::string area(Dice& dice, Row& row, const TownName& town) const;
  std::string number(Dice& dice, const Home& home, const TownName& town, Row& row) const;
  std::string with_chome(Dice& dice, const Home& home, const TownName& town, Row& row) const;
  std::string with_banchi(Dice& dice, const Home& home, Row& row) const;
  Home as_known(Dice& dice, const Home& home, Row& row) const;
  void put_building(Dice& dice, const Home& home, Row& row) const;

  const Municipality* municipality_;
  const Rates* rates_;
};

}  // namespace bench::population
