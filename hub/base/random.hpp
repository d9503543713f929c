// Randomness is passed in, like time.
#pragma once

#include <cstdint>
#include <span>

namespace hub::base {

class Random {
 public:
  virtual ~Random() = default;
  /// Fills `out` with random bytes. Any thread.
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// getrandom(2). Aborts where the kernel has none: nothing of ours is safe then.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

/// A reproducible sequence for tests (splitmix64). Never for keys.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  std::uint64_t state_;
};

}  // namespace hub::base
