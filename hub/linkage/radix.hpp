// Sorting block keys.
#pragma once

#include <cstdint>
#include <vector>

namespace hub::linkage {

/// A block key in the upper 32 bits, a row in the lower.
using Entry = std::uint64_t;

constexpr std::uint32_t key_of(Entry entry) noexcept {
  return static_cast<std::uint32_t>(entry >> 32U);
}
constexpr std::uint32_t row_of(Entry entry) noexcept {
  return static_cast<std::uint32_t>(entry);
}

/// By key, stable: rows that come in ascending stay so. Three sweeps of eleven bits; `spare` is
/// made as large as `entries`.
void radix_sort(std::vector<Entry>& entries, std::vector<Entry>& spare);

}  // namespace hub::linkage
