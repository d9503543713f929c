// From a town's rows to packed records, estimated weights and links.
#pragma once

#include <cstdint>

#include "hub/linkage/estimate.hpp"
#include "hub/linkage/homes.hpp"
#include "hub/linkage/link.hpp"
#include "hub/normalize/tables.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::linkage {

/// All rows of the town, in their order; the ids tell nothing either.
hub::linkage::Population pack(const population::Town& town, const hub::normalize::Tables& tables,
                              const hub::linkage::Model& model);

/// By the register and receipt numbers of its rows.
hub::linkage::Homes settle_homes(const population::Town& town, const hub::linkage::Population& rows,
                                 const hub::linkage::Links& links);

/// Frequencies and weights from the rows themselves; the truth is not looked at.
hub::linkage::Model estimate(const population::Town& town, const hub::normalize::Tables& tables);

}  // namespace bench::linkage
