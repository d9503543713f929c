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

/// Symmetric. A name that nobody parted is parted as the other one is.
NameLevels compare_names(const Packed& a, const Packed& b) noexcept;

}  // namespace hub::linkage
