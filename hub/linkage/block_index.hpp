// Who shares a block with a row, kept up to date row by row.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hub/linkage/population.hpp"

namespace hub::linkage {

/// Chains by key; about 8 bytes a row and kind of block. Rows are those of a population that only
/// grows.
class BlockIndex {
 public:
  void add(const Population& population, std::uint32_t row);
  void remove(const Population& population, std::uint32_t row);

  /// All rows with the row's key of that kind, itself too where it is in; at most `most`.
  void find(const Population& population, Blocking blocking, std::uint32_t row, std::size_t most,
            std::vector<std::uint32_t>& found) const;

 private:
  static constexpr std::uint32_t nobody = ~0U;
  struct Chains {
    std::vector<std::uint32_t> heads{};
    std::vector<std::uint32_t> next{};
    [[nodiscard]] std::size_t head_of(std::uint32_t key) const noexcept {
      return block_of(key) & (heads.size() - 1);
    }
  };
  void grow(const Population& population);
  static void link(Chains& chains, std::uint32_t key, std::uint32_t row);

  std::array<Chains, blocking_count> chains_{};
  std::vector<bool> in_;
};

}  // namespace hub::linkage
