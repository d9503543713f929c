#include "tests/bench/linkage/run.hpp"

#include "hub/linkage/hash.hpp"
#include "tests/bench/linkage/keys.hpp"

namespace bench::linkage {

namespace linkage = hub::linkage;

linkage::Population pack(const population::Town& town, const hub::normalize::Tables& tables,
                         const linkage::Model& model) {
  linkage::Population population;
  population.reserve(town.rows.size());
  const linkage::Preparer preparer{model};
  linkage::RecordId id = 0;
  for (const auto& row : town.rows) {
    const Keys keys(row, linkage::mix(++id), town.lgcode5, tables);
    population.add(keys.facts(), preparer);
  }
  return population;
}

linkage::Homes settle_homes(const population::Town& town, const linkage::Population& rows,
                            const linkage::Links& links) {
  std::vector<linkage::RegisterBearer> registers;
  for (linkage::Place place = 0; place < town.rows.size(); ++place) {
    const auto& row = town.rows[place];
    if (row.household_number.empty()) continue;
    const auto source = static_cast<std::uint64_t>(row.source);
    registers.push_back({linkage::mix(source, linkage::text_hash(row.household_number)), place});
  }
  return linkage::settle_homes({rows, links.person, registers, {}});
}

linkage::Model estimate(const population::Town& town, const hub::normalize::Tables& tables) {
  auto model = linkage::standard_model();
  const linkage::EstimateSettings settings;
  linkage::count_frequencies(pack(town, tables, model), settings, model);
  linkage::estimate_shares(pack(town, tables, model), settings, model);
  return model;
}

}  // namespace bench::linkage
