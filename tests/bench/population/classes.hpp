// The classes by which each source's desks file a consultation, and what concern each stands for
// (config/data/concern_map.tsv says the same to the adapters).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tests/bench/population/population.hpp"

namespace bench::population {

struct Class {
  std::string_view word;
  std::uint32_t concerns;  ///< bits of Concern
};

/// In the order of the bits of Row::classes. LIFE has none.
std::span<const Class> classes_of(Source source) noexcept;

/// The bit of that word in its source.
std::uint32_t class_named(Source source, std::string_view word);

std::uint32_t concerns_of(Source source, std::uint32_t classes) noexcept;

}  // namespace bench::population
