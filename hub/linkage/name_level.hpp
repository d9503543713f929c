// How two names agree, written and read.
#pragma once

#include "hub/linkage/levels.hpp"
#include "hub/linkage/packed.hpp"

namespace hub::linkage {

struct NameLevels {
  NameLevel family = NameLevel::missing;
  NameLevel given = NameLevel::missing;
};

/// A slip of the pen from here on, in thousandths of Jaro–Winkler.
inline constexpr int close_reading = 850;
inline constexpr int similar_reading = 700;

/// Whether the given names are surely two, at a glance: written and read differently, and none in
/// the family name's place. Their level is then `both_close`, `similar` or `far`.
bool given_names_differ(const Packed& a, const Packed& b) noexcept;

/// Symmetric. A name that nobody parted is parted as the other one is.
NameLevels compare_names(const Packed& a, const Packed& b) noexcept;

}  // namespace hub::linkage
