// From a contact to the row that a desk wrote.
#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/population/address_writer.hpp"
#include "tests/bench/population/contacts.hpp"
#include "tests/bench/population/name_writer.hpp"

namespace bench::population {

class Scribe {
 public:
  Scribe(const Municipality& municipality, const NameBook& names, const Rates& rates);

  /// What the desk wrote of the person; key, numbers and truth are the registrar's.
  Row write(Dice& dice, const Unit& unit, const Contact& contact) const;

 private:
  void birthday(Dice& dice, const Being& being, Row& row) const;
  void sex(Dice& dice, const Being& being, Row& row) const;
  void phone(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const;
  void place(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const;
  void family(Dice& dice, const Unit& unit, const Contact& contact, Row& row) const;
  std::string spelled(Dice& dice, const Day& day, Row& row) const;

  const Municipality* municipality_;
  const Rates* rates_;
  NameWriter names_;
  AddressWriter addresses_;
};

/// Where somebody lived on that day.
const Stay& stay_on(const Being& being, std::uint32_t day) noexcept;

}  // namespace bench::population
