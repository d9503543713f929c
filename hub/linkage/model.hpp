// What linkage knows of a municipality: how often each level comes about, and which names, houses
// and telephones many share. Estimated from its own data, kept as a file, and frozen between two
// estimates: with one model the same records give the same links.
//
// Three origins of a pair, not two: Fellegi and Sunter weigh "the same person" against "two persons
// by chance"; here also against "two of one household", who share family name, address and
// telephone without being one. So what a household shares counts for nothing inside it.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>

#include "hub/linkage/levels.hpp"
#include "hub/linkage/packed.hpp"

namespace hub::linkage {

/// What a pair of records may be.
enum class Origin : std::uint8_t { same, housemates, strangers };
inline constexpr std::size_t origin_count = 3;

constexpr std::size_t slot(Origin origin) noexcept {
  return static_cast<std::size_t>(origin);
}

/// Share of a level among the pairs of one origin; a field's levels sum to 1, without `missing`,
/// whose share is not used: what is not known says nothing.
using LevelShares = std::array<double, most_levels>;
using FieldShares = std::array<LevelShares, field_count>;

/// Rarities of values that more than a few records bear; all others have the table's `rarest`.
struct Frequencies {
  std::unordered_map<std::uint64_t, Rarity> common{};
  Rarity rarest = 160;  ///< a share of one in a million

  [[nodiscard]] Rarity of(std::uint64_t value) const noexcept {
    const auto found = common.find(value);
    return found == common.end() ? rarest : found->second;
  }
};

struct NameFrequencies {
  Frequencies reading{};
  Frequencies spelling{};
};

struct Model {
  /// Levels, packing and hashes of one version belong together; a file of another is refused.
  static constexpr int version = 1;

  std::array<FieldShares, origin_count> shares{};
  /// How often two records that both bear a number of one system, in which a person may have two,
  /// bear different ones.
  std::array<double, origin_count> other_number{0.5, 1, 1};
  /// log2 of the share of all pairs of records.
  double prior_same = -16;
  double prior_housemates = -16;
  std::uint64_t records = 0;  ///< that it was estimated from; 0 for the standard one

  /// log2 of the share of records whose names have no kanji: so much less does a foreign given name
  /// say, once the family name is a foreign one.
  double foreign = -7;

  NameFrequencies family{};
  NameFrequencies given{};
  Frequencies house{};  ///< by town and number
  Frequencies phone{};
};

/// To begin with, and where a municipality has too few records to estimate from.
Model standard_model();

/// -log2(share) in eighths of a bit.
Rarity rarity_of(double share) noexcept;
constexpr double bits_of(Rarity rarity) noexcept {
  return rarity / 8.0;
}

/// What `Frequencies` of houses go by; 0 without a number.
std::uint64_t house_of(const Packed& row) noexcept;

}  // namespace hub::linkage
