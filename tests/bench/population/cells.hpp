// What the writers of files share: texts that no linkage reads, and small work on cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/population/calendar.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::population {

/// A number that belongs to the row: the same in every run.
std::uint64_t chance_of(const Row& row) noexcept;

std::string seven_digits(const Day& day);  ///< 5080402
std::string short_era(const Day& day);     ///< R8.4.2

/// The words of the row's classes.
std::vector<std::string_view> class_words(const Row& row);
std::string joined(const std::vector<std::string_view>& words, std::string_view separator);

/// What was said, with a line break, or （改行） where that befell the row.
std::string statement(const Row& row);

/// "0001200345" of "atena:0001200345"; empty of other keys.
std::string atena_of(const Row& row);

}  // namespace bench::population
