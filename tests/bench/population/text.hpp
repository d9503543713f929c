// Small work on UTF-8 text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench::population {

/// Cells of each line below the header of a table; tab separated, comma where the name ends in
/// .csv.
std::vector<std::vector<std::string>> read_table(const std::string& path);

std::vector<std::string> split(std::string_view text, char separator);
std::string padded(std::uint64_t number, std::size_t digits);  ///< 000042
std::string replaced(std::string_view text, std::string_view from, std::string_view to);
std::string full_width_digits(std::string_view text);

}  // namespace bench::population
