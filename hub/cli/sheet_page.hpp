// A filled sheet as HTML for A4, as plain text, as an Excel file. Every value is escaped here.
#pragma once

#include <iosfwd>
#include <string>

#include "hub/cli/sheet_fill.hpp"

namespace hub::cli {

inline constexpr std::string_view ours_mark = "※";

/// One document that needs nothing but itself.
void write_sheet_page(std::ostream& out, const FilledSheet& sheet);
/// `label：value` lines; what is blank stays out. At most `limit` characters, 0: all; where it was
/// cut, it says so.
std::string sheet_text(const FilledSheet& sheet, int limit);
/// False: it could not be written, and the console says so.
bool write_sheet_xlsx(Console& console, const std::string& file, const FilledSheet& sheet);

}  // namespace hub::cli
