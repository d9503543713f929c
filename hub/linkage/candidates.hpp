// Pairs of rows that share a block, one after another; they are never kept.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/block_key.hpp"
#include "hub/linkage/radix.hpp"
#include "hub/linkage/runs.hpp"

namespace hub::linkage {

/// Blocks with more rows than the setting allows. Nothing is compared in them, so they are
/// reported: who looks for a person there, must know.
class GiantBlocks {
 public:
  void add(Blocking blocking, std::uint32_t block, std::size_t rows);
  /// Blocks that were added in ascending order.
  [[nodiscard]] bool has(Blocking blocking, std::uint32_t block) const noexcept;
  [[nodiscard]] std::size_t count(Blocking blocking) const noexcept;
  [[nodiscard]] std::size_t rows(Blocking blocking) const noexcept;

 private:
  struct Of {
    std::vector<std::uint32_t> blocks{};
    std::size_t rows = 0;
  };
  [[nodiscard]] const Of& of(Blocking blocking) const noexcept;
  std::array<Of, blocking_count> of_{};
};

/// Entries of all rows whose key isn't 0, sorted.
void sort_blocks(std::span<const std::uint32_t> keys, std::vector<Entry>& entries,
                 std::vector<Entry>& spare);

/// Leaves those that share their block with another. Without branches: half of all are alone, in no
/// order that a processor could foresee.
void drop_lone(std::vector<Entry>& sorted);

/// Whether that kind of block is the first that brings the two together.
bool meet_first_in(Blocking blocking, const Packed& a, const Packed& b,
                   const GiantBlocks& giants) noexcept;

/// Where the block that begins at `begin` ends.
inline std::size_t block_end(std::span<const Entry> sorted, std::size_t begin) noexcept {
  return run_end(sorted, begin, [](Entry entry) { return block_of(key_of(entry)); });
}

void note_giants(std::span<const Entry> sorted, Blocking blocking, std::size_t most,
                 GiantBlocks& giants);

/// Of a passive row: only rows before it are compared with it.
constexpr bool is_waiting(Entry entry) noexcept {
  return (key_of(entry) & 1U) != 0;
}

/// Fetches a row ahead into the cache: what costs is the way to memory.
/// Inlined by force: g++ 12 takes a function that only fetches for one without effect, and drops
/// it.
[[gnu::always_inline]] inline void fetch_ahead(std::span<const Entry> sorted, std::size_t place,
                                               std::span<const Packed> rows) noexcept {
  constexpr std::size_t ahead = 32;
  if (place + ahead < sorted.size()) __builtin_prefetch(&rows[row_of(sorted[place + ahead])]);
}

/// Calls `pair(row, row)` for each pair of rows that meets here first. `sorted` begins and ends
/// with whole blocks.
template <class Pair>
void for_each_pair(std::span<const Entry> sorted, std::span<const Packed> rows, Blocking blocking,
                   std::size_t most, const GiantBlocks& giants, Pair pair) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = block_end(sorted, begin);
    for (auto i = begin; i < end; ++i)
      fetch_ahead(sorted, i, rows);
    if (end - begin > most) {
      begin = end;
      continue;
    }
    for (auto first = begin; first < end && !is_waiting(sorted[first]); ++first) {
      const auto a = row_of(sorted[first]);
      for (auto i = first + 1; i < end; ++i) {
        const auto b = row_of(sorted[i]);
        if (meet_first_in(blocking, rows[a], rows[b], giants)) pair(a, b);
      }
    }
    begin = end;
  }
}

}  // namespace hub::linkage
