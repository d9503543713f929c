// Who shares a block with a row, kept up to date row by row.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "hub/linkage/block_key.hpp"

namespace hub::linkage {

/// Chains by key; about 8 bytes a row and kind of block. Rows are places in the caller's list,
/// which only grows.
class BlockIndex {
 public:
  void add(std::span<const Packed> rows, std::uint32_t row);
  void remove(std::span<const Packed> rows, std::uint32_t row);

  /// All rows with the row's key of that kind, itself too where it is in; at most `most`.
  void find(std::span<const Packed> rows, Blocking blocking, const Packed& row, std::size_t most,
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
  void grow(std::span<const Packed> rows);
  static void link(Chains& chains, Blocking blocking, const Packed& packed, std::uint32_t row);

  std::array<Chains, blocking_count> chains_{};
  std::vector<bool> in_;
};

}  // namespace hub::linkage
