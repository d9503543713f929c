// Hashes of normalized keys. Not keyed: they live in memory while linkage runs, and never leave it
// for values that few persons bear.
#pragma once

#include <cstdint>
#include <string_view>

namespace hub::linkage {

/// Spreads every bit of `x` over all 64 (the finalizer of SplitMix64).
constexpr std::uint64_t mix(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  return mix(a * 0x9e3779b97f4a7c15U + b);
}

/// FNV-1a, then spread; never 0 for a text that isn't empty, 0 for the empty one.
constexpr std::uint64_t text_hash(std::string_view text) noexcept {
  if (text.empty()) return 0;
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text)
    hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3U;
  return mix(hash) | 1U;
}

template <class Small>
constexpr Small short_hash(std::string_view text) noexcept {
  return static_cast<Small>(text_hash(text) >> (64U - 8U * sizeof(Small)) |
                            (text.empty() ? 0U : 1U));
}

}  // namespace hub::linkage
