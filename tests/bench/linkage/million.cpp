#include "tests/bench/linkage/million.hpp"

#include <algorithm>
#include <utility>

#include "hub/linkage/hash.hpp"
#include "tests/bench/linkage/keys.hpp"
#include "tests/bench/linkage/run.hpp"

namespace bench::linkage {
namespace {

namespace linkage = hub::linkage;

std::uint64_t household_of(const population::Row& row, std::uint64_t seed) {
  if (row.household_number.empty()) return 0;
  const auto source = linkage::mix(static_cast<std::uint64_t>(row.source), seed);
  return linkage::mix(source, linkage::text_hash(row.household_number));
}

}  // namespace

Million::Million(MillionOptions options, const hub::normalize::Tables& tables)
    : options_(std::move(options)), tables_(tables), model_(estimate(town(1), tables)) {}

population::Town Million::town(std::uint64_t seed) const {
  population::Settings settings;
  settings.seed = seed;
  settings.persons = static_cast<std::uint32_t>(std::min<std::size_t>(100'000, options_.records));
  settings.crowded = options_.crowded;
  return population::make(settings, options_.config);
}

void Million::each(const See& see) const {
  std::size_t made = 0;
  for (std::uint64_t seed = 1; made < options_.records; ++seed) {
    const auto one = town(seed);
    for (const auto& row : one.rows) {
      if (made == options_.records) return;
      const Keys keys(row, linkage::mix(++made), one.lgcode5, tables_);
      auto facts = keys.facts();
      const auto place = std::string(facts.address.town) + "#" + std::to_string(seed);
      if (!facts.address.town.empty()) facts.address.town = place;
      facts.numbers = {};
      see(facts, household_of(row, seed));
    }
  }
}

Prepared prepare(const Million& million, std::size_t records) {
  Prepared prepared;
  prepared.rows.reserve(records + records / 64);
  prepared.registers.reserve(records);
  const linkage::Preparer preparer{million.model()};
  million.each([&](const linkage::PersonFacts& facts, std::uint64_t household) {
    const auto record = prepared.rows.add(facts, preparer);
    if (household != 0) prepared.registers.push_back({household, record});
  });
  return prepared;
}

}  // namespace bench::linkage
