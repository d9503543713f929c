// Chance that is the same everywhere: integers only, and no distribution of the standard library,
// which differs between libraries.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench::population {

/// splitmix64: spreads a seed, and numbers things without an order that tells something.
constexpr std::uint64_t scatter(std::uint64_t x) noexcept {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

/// How often, of a million.
using PerMillion = std::uint32_t;

/// xoshiro256**
class Dice {
 public:
  explicit Dice(std::uint64_t seed) noexcept {
    for (std::uint64_t& word : state_)
      word = seed = scatter(seed);
  }

  std::uint64_t roll() noexcept {
    const std::uint64_t result = turned(state_[1] * 5, 7) * 9;
    const std::uint64_t kept = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= kept;
    state_[3] = turned(state_[3], 45);
    return result;
  }

  /// 0 … n-1; n at least 1.
  std::uint32_t below(std::uint32_t n) noexcept {
    return static_cast<std::uint32_t>(((roll() >> 32U) * n) >> 32U);
  }
  std::uint32_t between(std::uint32_t least, std::uint32_t most) noexcept {
    return least + below(most - least + 1);
  }
  bool chance(PerMillion often) noexcept { return below(1'000'000) < often; }
  bool percent(std::uint32_t often) noexcept { return below(100) < often; }

  template <class Items>
  const auto& one_of(const Items& items) noexcept {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  static std::uint64_t turned(std::uint64_t x, unsigned by) noexcept {
    return (x << by) | (x >> (64U - by));
  }
  std::array<std::uint64_t, 4> state_{};
};

/// Indices by weight.
class Weights {
 public:
  void add(std::uint32_t weight) { sums_.push_back(total() + weight); }
  [[nodiscard]] std::uint32_t total() const noexcept { return sums_.empty() ? 0 : sums_.back(); }
  [[nodiscard]] std::uint32_t pick(Dice& dice) const noexcept {
    const std::uint32_t rolled = dice.below(total());
    std::size_t low = 0;
    std::size_t high = sums_.size() - 1;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (sums_[middle] > rolled) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return static_cast<std::uint32_t>(low);
  }

 private:
  std::vector<std::uint32_t> sums_;
};

}  // namespace bench::population
