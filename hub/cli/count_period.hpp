// The period of a count as somebody types it: a fiscal year, or its first and last day.
#pragma once

#include <string>

#include "hub/cli/answer.hpp"

namespace hub::cli {

class Sub;

struct CountPeriodTyped {
  std::string year;   ///< 令和8年度, 2026
  std::string from;   ///< 2026-04-01
  std::string until;  ///< inside
};

void add_period(Sub& sub, CountPeriodTyped& typed);
/// Fills both days from the year; false: it is none, and the console says so.
bool resolve(Console& console, CountPeriodTyped& typed);
/// What is published before its end may be subtracted from what is published after it.
void warn_of_open_year(Console& console);
/// The same, where the answer was for publication and its period is not over.
void warn_of_open_period(Console& console, const Answer& answer);

}  // namespace hub::cli
