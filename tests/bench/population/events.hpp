// What happens to a unit: moves, marriages, divorces, deaths.
#pragma once

#include "tests/bench/population/people.hpp"

namespace bench::population {

/// May add homes and change names; who lives with whom stays.
void live(Unit& unit, const NameBook& names, Homes& homes, Dice& dice);

}  // namespace bench::population
