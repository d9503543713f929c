// Samples of pairs to estimate from, as counts of equal patterns.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hub/linkage/estimate.hpp"

namespace hub::linkage {

/// What brought the pairs of a sample together.
enum class Sampling : std::uint8_t { chance, birth, reading, house, phone };
inline constexpr std::size_t sampling_count = 5;

/// Whether the field says nothing in that sample, since all its pairs were chosen by it.
bool is_chosen_by(Sampling sampling, Field field) noexcept;

struct Pattern {
  Levels levels{};
  Told told = Told::nothing;
  double pairs = 0;
};

struct Sample {
  std::vector<Pattern> patterns{};
  double pairs = 0;      ///< taken
  double all_pairs = 0;  ///< that there are
  double eligible = 0;   ///< share of rows that have the field
};
using Samples = std::array<Sample, sampling_count>;

Samples take_samples(const Population& population, const EstimateSettings& settings);

}  // namespace hub::linkage
