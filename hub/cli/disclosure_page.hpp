// What went where about one person, and who looked: as a page of A4 that is handed to the person,
// and as CSV. Both hold the daemon's answer to `person.disclosures`, no value of anybody.
#pragma once

#include <iosfwd>

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// One HTML document that needs nothing but itself. The name is written on it by hand: the hub does
/// not tell it to an operator.
void write_disclosure_page(std::ostream& out, const Answer& answer);

/// UTF-8 with a byte order mark, for a spreadsheet finds no encoding by itself; every cell inert.
void write_disclosure_csv(std::ostream& out, const Answer& answer);

}  // namespace hub::cli
