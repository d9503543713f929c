// From what the hub is told of a town to packed records, estimated weights and links.
#pragma once

#include <cstdint>

#include "hub/linkage/estimate.hpp"
#include "hub/linkage/homes.hpp"
#include "hub/linkage/link.hpp"
#include "tests/bench/linkage/told.hpp"

namespace bench::linkage {

/// All rows, in their order.
hub::linkage::Population pack(const Told& told, const hub::linkage::Model& model);

/// By the register and receipt numbers of its rows.
hub::linkage::Homes settle_homes(const population::Town& town, const hub::linkage::Population& rows,
                                 const hub::linkage::Links& links);

/// Frequencies and weights from the rows themselves; the truth is not looked at.
hub::linkage::Model estimate(const Told& told);

}  // namespace bench::linkage
