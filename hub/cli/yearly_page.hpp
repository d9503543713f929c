// 年度の報告 of the published counts as HTML A4: the figures with their definitions, and one page
// for the assembly with what the figures do not show. Always in Japanese.
#pragma once

#include <iosfwd>

#include "hub/cli/answer.hpp"

namespace hub::cli {

struct Console;

/// Documents that need nothing but themselves, of the daemon's answer to `count.show` with
/// `publish`.
void write_yearly_page(std::ostream& out, const Console& console, const Answer& answer, int year);
void write_assembly_page(std::ostream& out, const Console& console, const Answer& answer, int year);

}  // namespace hub::cli
