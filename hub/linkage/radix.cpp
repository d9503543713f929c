#include "hub/linkage/radix.hpp"

#include <array>
#include <cstddef>

namespace hub::linkage {
namespace {

constexpr unsigned digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;
constexpr unsigned sweeps = 3;
using Counts = std::array<std::array<std::uint32_t, digits>, sweeps>;

constexpr std::size_t digit(Entry entry, unsigned sweep) noexcept {
  return entry >> (32U + digit_bits * sweep) & (digits - 1);
}

Counts places_of_digits(const std::vector<Entry>& entries) noexcept {
  Counts counts{};
  for (const auto entry : entries) {
    for (unsigned sweep = 0; sweep < sweeps; ++sweep)
      ++counts[sweep][digit(entry, sweep)];
  }
  for (auto& of_sweep : counts) {
    std::uint32_t before = 0;
    for (auto& count : of_sweep) {
      const auto here = count;
      count = before;
      before += here;
    }
  }
  return counts;
}

}  // namespace

void radix_sort(std::vector<Entry>& entries, std::vector<Entry>& spare) {
  spare.resize(entries.size());
  auto places = places_of_digits(entries);
  for (unsigned sweep = 0; sweep < sweeps; ++sweep) {
    for (const auto entry : entries)
      spare[places[sweep][digit(entry, sweep)]++] = entry;
    entries.swap(spare);
  }
}

}  // namespace hub::linkage
