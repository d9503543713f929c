#include "tests/bench/linkage/run.hpp"

#include "hub/linkage/hash.hpp"

namespace bench::linkage {

namespace linkage = hub::linkage;

linkage::Population pack(const Told& told, const linkage::Model& model) {
  linkage::Population population;
  population.reserve(told.size());
  const linkage::Preparer preparer{model};
  told.each([&](const linkage::PersonFacts& facts) { population.add(facts, preparer); });
  return population;
}

linkage::Homes settle_homes(const population::Town& town, const linkage::Population& rows,
                            const linkage::Links& links) {
  std::vector<linkage::RegisterBearer> registers;
  for (linkage::Place place = 0; place < town.rows.size(); ++place) {
    const auto& row = town.rows[place];
    if (row.household_number.empty()) continue;
    const auto source = static_cast<std::uint64_t>(row.source);
    registers.push_back({linkage::mix(source, linkage::text_hash(row.household_number)), place,
                         rows.rows_of(place).front().recorded});
  }
  return linkage::settle_homes({rows, links.person, registers});
}

linkage::Model estimate(const Told& told) {
  auto model = linkage::standard_model();
  const linkage::EstimateSettings settings;
  linkage::count_frequencies(pack(told, model), settings, model);
  linkage::estimate_shares(pack(told, model), settings, model);
  return model;
}

}  // namespace bench::linkage
