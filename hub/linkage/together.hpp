// Things with the same 64-bit key, brought together by a radix sort of half its hash.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/candidates.hpp"
#include "hub/linkage/hash.hpp"

namespace hub::linkage {

/// A thing by its place in the caller's list.
struct Keyed {
  std::uint64_t key = 0;
  std::uint32_t place = 0;
};

constexpr Entry entry_of(std::uint64_t key, std::uint32_t place) noexcept {
  return mix(key) >> 32U << 32U | place;
}

/// Calls `group` for all in `near` that have the same key, where they are two or more.
template <class Group>
void for_each_same(std::span<Keyed> near, Group group) {
  const auto key = [](const Keyed& one) { return one.key; };
  if (run_end(near, 0, key) == near.size()) return group(std::span<const Keyed>(near));
  std::sort(near.begin(), near.end(), [](const Keyed& x, const Keyed& y) { return x.key < y.key; });
  for (std::size_t begin = 0; begin < near.size();) {
    const auto end = run_end(near, begin, key);
    if (end - begin > 1) group(std::span<const Keyed>(near.subspan(begin, end - begin)));
    begin = end;
  }
}

/// The same for things that `entry_of` made entries of; `things.key(place)` is the key again, so
/// that keys need not be kept, and `things.fetch(place)` says that it will be asked for. Leaves
/// `entries` sorted, without those alone.
template <class Things, class Group>
void for_each_group(std::vector<Entry>& entries, const Things& things, Group group) {
  constexpr std::size_t ahead = 16;
  std::vector<Entry> spare;
  radix_sort(entries, spare);
  spare = {};
  drop_lone(entries);
  std::vector<Keyed> near;
  for (std::size_t begin = 0; begin < entries.size();) {
    const auto end = block_end(entries, begin);
    near.clear();
    for (auto i = begin; i < end; ++i) {
      if (i + ahead < entries.size()) things.fetch(row_of(entries[i + ahead]));
      near.push_back({things.key(row_of(entries[i])), row_of(entries[i])});
    }
    for_each_same(std::span(near), group);
    begin = end;
  }
}

}  // namespace hub::linkage
