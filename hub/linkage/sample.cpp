#include "hub/linkage/sample.hpp"

#include <algorithm>
#include <unordered_map>

#include "hub/linkage/candidates.hpp"
#include "hub/linkage/compare.hpp"
#include "hub/linkage/hash.hpp"

namespace hub::linkage {
namespace {

std::uint64_t value_of(Sampling sampling, const Packed& row) noexcept {
  switch (sampling) {
    case Sampling::birth:
      return is_whole(row.birth) ? row.birth : 0;
    case Sampling::reading:
      return row.town == 0 ? 0 : sound_of(row);
    case Sampling::house:
      return house_of(row);
    case Sampling::phone:
      return row.phones[0];
    case Sampling::chance:
      return 0;
  }
  return 0;
}

/// Counts patterns; four bits a field.
class Tally {
 public:
  explicit Tally(const Population& population) : population_(population) {}

  void add(std::uint32_t a, std::uint32_t b) {
    const auto x = population_.record_of(a);
    const auto y = population_.record_of(b);
    if (x == y) return;
    const auto found = compare(population_.rows()[a], population_.rows()[b]);
    auto key =
        static_cast<std::uint32_t>(told_by(population_.numbers_of(x), population_.numbers_of(y)));
    for (const auto level : found.levels)
      key = key << 4U | level;
    ++counts_[key];
    ++pairs_;
  }

  void write(Sample& sample) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> counted(counts_.begin(), counts_.end());
    std::sort(counted.begin(), counted.end());
    for (auto [key, pairs] : counted) {
      Pattern pattern;
      pattern.pairs = pairs;
      for (auto level = pattern.levels.rbegin(); level != pattern.levels.rend(); ++level) {
        *level = key & 0xFU;
        key >>= 4U;
      }
      pattern.told = static_cast<Told>(key);
      sample.patterns.push_back(pattern);
    }
    sample.pairs = pairs_;
  }

 private:
  const Population& population_;
  std::unordered_map<std::uint32_t, std::uint32_t> counts_;
  double pairs_ = 0;
};

/// Of several names only the first: the others are further chances to agree.
bool is_first_name(const Population& population, std::size_t row) noexcept {
  return row == 0 || population.record_of(row) != population.record_of(row - 1);
}

std::vector<Entry> sorted_by(Sampling sampling, const Population& population) {
  std::vector<Entry> entries;
  std::vector<Entry> spare;
  const auto rows = population.rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool counts = !rows[row].hidden && is_first_name(population, row);
    const auto value = counts ? value_of(sampling, rows[row]) : 0;
    if (value != 0) entries.push_back(mix(value) >> 32U << 32U | row);
  }
  radix_sort(entries, spare);
  return entries;
}

/// Calls `pair` for all pairs of each block that isn't too large.
template <class Pair>
void for_all(std::span<const Entry> sorted, std::size_t most, Pair pair) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = block_end(sorted, begin);
    for (auto i = begin; end - begin <= most && i < end; ++i) {
      for (auto k = i + 1; k < end; ++k)
        pair(row_of(sorted[i]), row_of(sorted[k]));
    }
    begin = end;
  }
}

double count_pairs(std::span<const Entry> sorted, std::size_t most) noexcept {
  double pairs = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = block_end(sorted, begin);
    const auto size = static_cast<double>(end - begin);
    if (end - begin <= most) pairs += size * (size - 1) / 2;
    begin = end;
  }
  return pairs;
}

Sample sample_of(Sampling sampling, const Population& population,
                 const EstimateSettings& settings) {
  const auto sorted = sorted_by(sampling, population);
  Sample sample;
  sample.all_pairs = count_pairs(sorted, settings.most_in_block);
  sample.eligible = static_cast<double>(sorted.size()) /
                    std::max(1.0, static_cast<double>(population.rows().size()));
  const double share = static_cast<double>(settings.pairs_of_a_sample) / (sample.all_pairs + 1);
  const auto below = share >= 1 ? ~0U : static_cast<std::uint32_t>(share * 4294967295.0);
  Tally tally(population);
  for_all(sorted, settings.most_in_block, [&](std::uint32_t a, std::uint32_t b) {
    const auto x = population.id(population.record_of(a));
    const auto y = population.id(population.record_of(b));
    if (mix(std::min(x, y), std::max(x, y)) >> 32U <= below) tally.add(a, b);
  });
  tally.write(sample);
  return sample;
}

/// Each record with some others, chosen by their ids.
Sample sample_by_chance(const Population& population, const EstimateSettings& settings) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> shuffled;
  const auto rows = population.rows();
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    if (!rows[row].hidden && is_first_name(population, row))
      shuffled.emplace_back(mix(population.id(population.record_of(row))), row);
  }
  std::sort(shuffled.begin(), shuffled.end());
  Sample sample;
  sample.all_pairs = static_cast<double>(rows.size()) * (static_cast<double>(rows.size()) - 1) / 2;
  sample.eligible = 1;
  Tally tally(population);
  const auto size = shuffled.size();
  for (std::size_t step = 1; step < size && (step - 1) * size < settings.pairs_of_a_sample;
       ++step) {
    for (std::size_t i = 0; i + step < size; ++i)
      tally.add(shuffled[i].second, shuffled[i + step].second);
  }
  tally.write(sample);
  return sample;
}

}  // namespace

bool is_chosen_by(Sampling sampling, Field field) noexcept {
  switch (sampling) {
    case Sampling::birth:
      return field == Field::birth;
    case Sampling::reading:
      return field == Field::family || field == Field::given;
    case Sampling::house:
      return field == Field::address;
    case Sampling::phone:
      return field == Field::phone;
    case Sampling::chance:
      return false;
  }
  return false;
}

Samples take_samples(const Population& population, const EstimateSettings& settings) {
  Samples samples;
  samples[0] = sample_by_chance(population, settings);
  for (std::size_t i = 1; i < sampling_count; ++i)
    samples[i] = sample_of(static_cast<Sampling>(i), population, settings);
  return samples;
}

}  // namespace hub::linkage
