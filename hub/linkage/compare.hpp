// Two prepared records, field by field.
#pragma once

#include "hub/linkage/levels.hpp"
#include "hub/linkage/packed.hpp"

namespace hub::linkage {

struct Comparison {
  Levels levels{};
  /// Of the values that both bear: of names, house and telephone. 0 where they differ.
  std::array<Rarity, field_count> rarities{};
};

/// Symmetric; 50 to 150 ns. Names with family and given name in each other's place are compared
/// crosswise where that fits and the straight way doesn't.
Comparison compare(const Packed& a, const Packed& b) noexcept;

/// The same in two steps: what costs little, and the names. Not returned, since bytes that were
/// just written one by one are slow to read as one word.
void add_all_but_names(const Packed& a, const Packed& b, Comparison& found) noexcept;
void add_names(const Packed& a, const Packed& b, Comparison& found) noexcept;

AddressLevel compare_addresses(const Packed& a, const Packed& b) noexcept;

}  // namespace hub::linkage
