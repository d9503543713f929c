// Which things hang together at all.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace hub::linkage {

class UnionFind {
 public:
  explicit UnionFind(std::size_t things) : parent_(things) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t root(std::uint32_t thing) noexcept {
    while (parent_[thing] != thing)
      thing = parent_[thing] = parent_[parent_[thing]];
    return thing;
  }
  /// The smaller root stays one.
  void join(std::uint32_t a, std::uint32_t b) noexcept {
    const auto x = root(a);
    const auto y = root(b);
    parent_[x < y ? y : x] = x < y ? x : y;
  }
  bool together(std::uint32_t a, std::uint32_t b) noexcept { return root(a) == root(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace hub::linkage
