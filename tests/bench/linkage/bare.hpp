// The bare limit of linking: what nobody can leave out who finds pairs by sorted block keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "hub/linkage/population.hpp"
#include "hub/linkage/radix.hpp"

namespace bench::linkage {

/// A radix sort of the block keys of all rows and all eleven kinds, made ready in the order of the
/// rows; then both rows of each candidate pair read once, in the order in which the blocks lie in
/// memory. Left out: telling blocks apart, pairs that meet in several of them, comparing, edges,
/// clusters, households.
class BareLimit {
 public:
  explicit BareLimit(const hub::linkage::Population& rows);

  [[nodiscard]] std::size_t pairs() const noexcept { return pairs_.size(); }
  [[nodiscard]] std::size_t keys() const noexcept;
  /// Returns how many pairs share their birthday, so that nothing is optimized away.
  [[nodiscard]] std::size_t run();
  /// Keys out of order again.
  void reset();

 private:
  const hub::linkage::Population& rows_;
  std::vector<std::vector<hub::linkage::Entry>> unsorted_;
  std::vector<std::vector<hub::linkage::Entry>> keys_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace bench::linkage
