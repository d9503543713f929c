// The daemon's counts as rows, for the terminal, CSV and Excel alike.
#pragma once

#include <string>
#include <vector>

#include "hub/cli/answer.hpp"

namespace hub::cli {

inline constexpr std::string_view hidden_count = "x";

struct CountRow {
  enum class Of { whole, part, desk } of = Of::whole;
  std::string figure;
  std::string title;
  std::string requirement;
  std::string name;   ///< of the part or desk
  std::string count;  ///< `x` where it is hidden; days where it is a median
  bool number = true;
  std::string definition;
};

/// In the answer's order, in the language of the console.
std::vector<CountRow> count_rows(const Console& console, const Answer& answer);
/// 計, 内訳, 窓口
std::string_view word_of(const Console& console, CountRow::Of of);

/// One table with its definitions, UTF-8 with a byte order mark; no cell is a formula.
void write_count_csv(std::ostream& out, const Console& console, const Answer& answer);
/// The same as an Excel file: the counts, the definitions, what is not counted. False: it could
/// not be written, and the console says so.
bool write_count_xlsx(Console& console, const std::string& file, const Answer& answer);

}  // namespace hub::cli
