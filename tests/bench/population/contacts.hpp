// Which desks know whom, since when and why: from lives to consultations.
#pragma once

#include <cstdint>
#include <vector>

#include "tests/bench/population/people.hpp"

namespace bench::population {

/// One record about one person.
struct Contact {
  Index being = 0;
  Source source = Source::kaigo;
  std::uint32_t recorded = 0;  ///< 20260402
  std::uint32_t classes = 0;   ///< bits of classes_of(source)
  bool care_level = false;
  bool certificate = false;
  bool again = false;       ///< registered before, under another number
  Index caller = nobody;    ///< kaigo: who came
  Index focus = nobody;     ///< kodomo: the child (or the pregnant woman) it is about
  std::uint32_t group = 0;  ///< kodomo: 1, 2 … for each consultation of the unit
};

/// Everybody's last contact tells where they live now.
std::vector<Contact> contacts_of(const Unit& unit, Dice& dice);

}  // namespace bench::population
