#include <algorithm>
#include <cmath>

#include "hub/linkage/estimate.hpp"

namespace hub::linkage {
namespace {

/// Counts values and keeps those that enough records bear.
class Counter {
 public:
  void add(std::uint64_t value) {
    if (value == 0) return;
    ++counts_[value];
    ++all_;
  }
  [[nodiscard]] Frequencies frequencies(std::uint32_t least) const {
    Frequencies found;
    const double all = std::max(all_, 1.0);
    for (const auto& [value, count] : counts_) {
      if (count >= least) found.common.emplace(value, rarity_of(count / all));
    }
    found.rarest = rarity_of(std::min(least / (2 * all), 0.001));
    return found;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  double all_ = 0;
};

struct Counters {
  Counter family_reading;
  Counter family_spelling;
  Counter given_reading;
  Counter given_spelling;
  Counter house;
  Counter phone;
  double rows = 0;
  double without_kanji = 0;

  void add(const Packed& row) {
    if (!row.whole_reading && row.family != 0) {
      family_reading.add(row.family);
      given_reading.add(row.given);
    }
    if (!row.whole_spelling && row.spelled_family != 0) {
      family_spelling.add(row.spelled_family);
      given_spelling.add(row.spelled_given);
    }
    ++rows;
    without_kanji += row.without_kanji ? 1 : 0;
    house.add(house_of(row));
    for (const auto one : row.phones)
      phone.add(one);
  }
};

}  // namespace

void count_frequencies(const Population& population, const EstimateSettings& settings,
                       Model& model) {
  Counters counters;
  for (const auto& row : population.rows()) {
    if (!row.hidden) counters.add(row);
  }
  model.foreign =
      std::log2(std::clamp(counters.without_kanji / std::max(counters.rows, 1.0), 1.0 / 1024, 1.0));
  const auto least = settings.least_bearers;
  model.family = {counters.family_reading.frequencies(least),
                  counters.family_spelling.frequencies(least)};
  model.given = {counters.given_reading.frequencies(least),
                 counters.given_spelling.frequencies(least)};
  model.house = counters.house.frequencies(4 * least);
  model.phone = counters.phone.frequencies(4 * least);
}

}  // namespace hub::linkage
