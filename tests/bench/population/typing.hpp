// What fingers, ears and eyes do to a text.
#pragma once

#include <string>

#include "tests/bench/population/calendar.hpp"
#include "tests/bench/population/dice.hpp"

namespace bench::population {

/// One slip in katakana: a lost or doubled letter, two swapped, a lost voice mark, a look-alike.
std::string kana_slip(Dice& dice, const std::string& katakana);

/// A kanji replaced by one that looks like it; the same text where none does.
std::string look_alike(Dice& dice, const std::string& kanji);

/// Digits swapped, or one of them wrong; never a leading zero where there was none.
std::string digit_slip(Dice& dice, const std::string& digits);

/// Another day that exists and is not after today.
Day day_slip(Dice& dice, const Day& day);

}  // namespace bench::population
