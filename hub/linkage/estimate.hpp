// Weights from a municipality's own records, without anybody telling which pairs are true:
// expectation and maximization (Dempster, Laird & Rubin 1977; Winkler 1988).
#pragma once

#include "hub/linkage/model.hpp"
#include "hub/linkage/population.hpp"

namespace hub::linkage {

struct EstimateSettings {
  std::size_t pairs_of_a_sample = 300'000;
  std::size_t most_in_block = 200;
  unsigned rounds = 30;
  /// How many pairs of each origin the standard model counts for.
  double trust_in_standard = 60;
  /// Fewer records than this share a value: its own frequency is not kept, and tells of nobody.
  std::uint32_t least_bearers = 5;
};

/// How often names, houses and telephones are borne, into `model`. Names that nobody parted are
/// left out. Pack anew afterwards: rarities and parted names come from the model.
void count_frequencies(const Population& population, const EstimateSettings& settings,
                       Model& model);

/// Shares of levels and priors, into `model`. Samples of pairs that share a birthday, a reading, a
/// house or a telephone, and pairs at random; of each sample, the field that brought its pairs
/// together says nothing. Which pairs are in a sample depends on ids alone. Records that bear the
/// same number of one system are known to be the same, two different ones to be two. About 2 s for
/// 300,000 records.
void estimate_shares(const Population& population, const EstimateSettings& settings, Model& model);

}  // namespace hub::linkage
