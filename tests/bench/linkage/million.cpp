#include "tests/bench/linkage/million.hpp"

#include <algorithm>
#include <utility>

#include "hub/linkage/hash.hpp"
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
    : options_(std::move(options)), tables_(tables), model_(estimate(told(town(1)))) {}

population::Town Million::town(std::uint64_t seed) const {
  population::Settings settings;
  settings.seed = seed;
  settings.persons = static_cast<std::uint32_t>(std::min<std::size_t>(100'000, options_.records));
  settings.crowded = options_.crowded;
  return population::make(settings, options_.config);
}

Told Million::told(const population::Town& town) const {
  return {town, {tables_, options_.config}};
}

void Million::each(const See& see) const {
  std::size_t made = 0;
  for (std::uint64_t seed = 1; made < options_.records; ++seed) {
    const auto one = town(seed);
    auto row = one.rows.begin();
    told(one).each([&](linkage::PersonFacts facts) {
      const auto& written = *row++;
      if (made == options_.records) return;
      facts.id = linkage::mix(++made);
      const auto place = std::string(facts.address.town) + "#" + std::to_string(seed);
      if (!facts.address.town.empty()) facts.address.town = place;
      facts.numbers = {};
      see(facts, household_of(written, seed));
    });
  }
}

Prepared prepare(const Million& million, std::size_t records) {
  Prepared prepared;
  prepared.rows.reserve(records + records / 64);
  prepared.registers.reserve(records);
  const linkage::Preparer preparer{million.model()};
  million.each([&](const linkage::PersonFacts& facts, std::uint64_t household) {
    const auto record = prepared.rows.add(facts, preparer);
    if (household != 0)
      prepared.registers.push_back(
          {household, record, prepared.rows.rows_of(record).front().recorded});
  });
  return prepared;
}

}  // namespace bench::linkage
