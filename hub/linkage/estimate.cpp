#include "hub/linkage/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "hub/linkage/sample.hpp"

namespace hub::linkage {
namespace {

using Posterior = std::array<double, origin_count>;
using Priors = std::array<Posterior, sampling_count>;

/// How likely each origin makes the pattern, the sample's own field left out.
Posterior judge(const Model& model, const Posterior& priors, Sampling sampling,
                const Pattern& pattern) {
  auto likely = priors;
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto level = pattern.levels[i];
    if (level == 0 || is_chosen_by(sampling, static_cast<Field>(i))) continue;
    for (std::size_t origin = 0; origin < origin_count; ++origin)
      likely[origin] *= std::max(model.shares[origin][i][level], 1e-9);
  }
  if (pattern.told == Told::apart) likely[slot(Origin::same)] = 0;
  if (pattern.told == Told::doubtful) likely[slot(Origin::same)] *= model.other_number[0];
  if (pattern.told == Told::same) likely = {1, 0, 0};
  const double sum = likely[0] + likely[1] + likely[2];
  for (auto& one : likely)
    one /= sum > 0 ? sum : 1;
  return likely;
}

/// Expected pairs of each origin, field and level.
struct Expected {
  std::array<FieldShares, origin_count> pairs{};
  Priors of_samples{};
  double same_number = 0;
  double other_number = 0;  ///< of one person

  explicit Expected(const Model& standard, double trust) : pairs(standard.shares) {
    for (auto& fields : pairs) {
      for (auto& levels : fields) {
        for (auto& level : levels)
          level *= trust;
      }
    }
  }

  void add(Sampling sampling, const Pattern& pattern, const Posterior& judged) {
    const double one_person = judged[slot(Origin::same)] * pattern.pairs;
    if (pattern.told == Told::same) same_number += one_person;
    if (pattern.told == Told::doubtful) other_number += one_person;
    for (std::size_t origin = 0; origin < origin_count; ++origin) {
      const double share = judged[origin] * pattern.pairs;
      of_samples[static_cast<std::size_t>(sampling)][origin] += share;
      for (std::size_t i = 0; i < field_count; ++i) {
        if (pattern.levels[i] != 0 && !is_chosen_by(sampling, static_cast<Field>(i)))
          pairs[origin][i][pattern.levels[i]] += share;
      }
    }
  }
};

void normalize(LevelShares& shares) {
  double sum = 0;
  for (const double share : shares)
    sum += share;
  for (auto& share : shares)
    share /= sum > 0 ? sum : 1;
}

/// What contradicts is so rare in one person's records that an estimate would be of other people's
/// twins and in-laws: the standard's shares stay.
void hold_contradictions(const Model& standard, Model& model) {
  constexpr auto same = slot(Origin::same);
  for (std::size_t i = 0; i < field_count; ++i) {
    double held = 0;
    double others = 0;
    auto& shares = model.shares[same][i];
    for (std::size_t level = 1; level < most_levels; ++level) {
      const bool holds = contradicts(static_cast<Field>(i), level);
      if (holds) shares[level] = standard.shares[same][i][level];
      (holds ? held : others) += shares[level];
    }
    for (std::size_t level = 1; level < most_levels; ++level) {
      if (!contradicts(static_cast<Field>(i), level)) shares[level] *= (1 - held) / others;
    }
  }
}

/// One round: what the model makes of the samples becomes the model.
Priors improve(const Samples& samples, const Model& standard, double trust, const Priors& priors,
               Model& model) {
  Expected expected(standard, trust);
  for (std::size_t i = 0; i < sampling_count; ++i) {
    const auto sampling = static_cast<Sampling>(i);
    for (const auto& pattern : samples[i].patterns)
      expected.add(sampling, pattern, judge(model, priors[i], sampling, pattern));
  }
  model.shares = expected.pairs;
  for (auto& fields : model.shares) {
    for (auto& levels : fields)
      normalize(levels);
  }
  model.other_number[slot(Origin::same)] =
      (expected.other_number + 1) / (expected.other_number + expected.same_number + 2);
  hold_contradictions(standard, model);
  auto next = expected.of_samples;
  for (std::size_t i = 0; i < sampling_count; ++i) {
    for (auto& share : next[i])
      share = (share + 1e-3) / (samples[i].pairs + 3e-3);
  }
  return next;
}

/// log2 of an origin's share of all pairs, from a sample that finds nearly all of them.
double prior_from(const Sample& sample, double share_in_sample, double found_share,
                  double all_pairs) {
  const double pairs = share_in_sample * sample.all_pairs;
  const double all = pairs / std::max(found_share * sample.eligible * sample.eligible, 0.01);
  return std::log2(std::clamp(all / std::max(all_pairs, 1.0), 1e-12, 0.1));
}

double share_of_same_house(const LevelShares& shares) {
  double sum = 0;
  for (std::size_t level = 1; level < most_levels; ++level)
    sum += is_same_house(static_cast<AddressLevel>(level)) ? shares[level] : 0;
  return sum;
}

void set_priors(const Samples& samples, const Priors& priors, Model& model) {
  const double all = samples[0].all_pairs;
  constexpr auto birth = static_cast<std::size_t>(Sampling::birth);
  constexpr auto house = static_cast<std::size_t>(Sampling::house);
  const auto& same = model.shares[slot(Origin::same)];
  const auto& housemates = model.shares[slot(Origin::housemates)];
  model.prior_same =
      prior_from(samples[birth], priors[birth][slot(Origin::same)],
                 same[slot(Field::birth)][static_cast<std::size_t>(BirthLevel::same)], all);
  model.prior_housemates = prior_from(samples[house], priors[house][slot(Origin::housemates)],
                                      share_of_same_house(housemates[slot(Field::address)]), all);
}

}  // namespace

void estimate_shares(const Population& population, const EstimateSettings& settings, Model& model) {
  const auto standard = standard_model();
  const auto samples = take_samples(population, settings);
  Priors priors;
  priors.fill({0.3, 0.3, 0.4});
  priors[0] = {1e-5, 1e-5, 1 - 2e-5};
  model.shares = standard.shares;
  for (unsigned round = 0; round < settings.rounds; ++round)
    priors = improve(samples, standard, settings.trust_in_standard, priors, model);
  set_priors(samples, priors, model);
  model.records = population.records();
}

}  // namespace hub::linkage
