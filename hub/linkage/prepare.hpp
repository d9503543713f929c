// From a record's keys to its packed rows.
#pragma once

#include <vector>

#include "hub/linkage/facts.hpp"
#include "hub/linkage/model.hpp"
#include "hub/linkage/packed.hpp"

namespace hub::linkage {

/// The model says where to part names that the source left whole, and how rare values are.
struct Preparer {
  const Model& model;

  /// One row for each of the record's names (none: one row without a name), appended to `rows`.
  /// About 1 µs a row.
  void pack(const PersonFacts& facts, std::vector<Packed>& rows) const;
};

/// "2771-1" → three numbers of 16 bits.
HouseNumber pack_house_number(std::string_view number) noexcept;

}  // namespace hub::linkage
