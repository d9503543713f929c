// The weight of a pair in integers: what Fellegi and Sunter's logarithms come to, from tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "hub/linkage/compare.hpp"
#include "hub/linkage/model.hpp"

namespace hub::linkage {

/// A logarithm to the base 2 in sixteenths: 16 is "twice as likely".
using Score = std::int32_t;
inline constexpr Score one_bit = 16;

/// Read-only once built; any thread.
class Scorer {
 public:
  explicit Scorer(const Model& model);

  /// log2 of "the same person" against all else, the share of such pairs among all pairs counted
  /// in. Symmetric.
  [[nodiscard]] Score score(const Comparison& found) const noexcept;

  /// No score is higher, whatever the family names are, where the given names differ
  /// (given_names_differ); of a comparison without names. `family` is what the family names' rarity
  /// would be, were they the same.
  [[nodiscard]] Score at_most(const Comparison& but_names, Rarity family) const noexcept;

  /// What two different numbers of one system weigh, where a person may have two.
  [[nodiscard]] Score other_number() const noexcept { return other_number_; }

  /// One field's part in it, against the stronger of the other two origins.
  [[nodiscard]] Score weight(const Comparison& found, Field field) const noexcept;

  /// What given name, birthday and sex say alone: all that a household's members don't share.
  [[nodiscard]] Score personal(const Comparison& found) const noexcept;

  /// Whether "two of one household" is the stronger of the other two.
  [[nodiscard]] bool against_housemates(const Comparison& found) const noexcept;

 private:
  /// What the three origins say.
  struct Weights {
    Score same = 0;
    Score housemates = 0;
    Score strangers = 0;
    Weights& operator+=(const Weights& more) noexcept {
      same += more.same;
      housemates += more.housemates;
      strangers += more.strangers;
      return *this;
    }
  };
  /// The most that levels of a field say against the one and against the other.
  struct Most {
    Score housemates = -(1 << 20);
    Score strangers = -(1 << 20);
    void add(const Weights& level) noexcept;
  };
  void find_most();
  [[nodiscard]] Weights of(const Comparison& found, Field field) const noexcept;
  [[nodiscard]] Weights sums(const Comparison& found) const noexcept;

  std::array<std::array<Weights, most_levels>, field_count> tables_{};
  /// What a field's levels of "borne by both" weigh on average; a value's own rarity replaces it.
  std::array<Score, field_count> average_{};
  Most two_given_;     ///< given names that differ
  Most same_family_;   ///< family names borne by both
  Most other_family_;  ///< all others
  Score prior_same_ = 0;
  Score prior_housemates_ = 0;
  Score other_number_ = 0;
};

/// log2(2^a + 2^b) in sixteenths; exact to one of them.
Score log_sum(Score a, Score b) noexcept;

/// As people read it: "+3.2", as a power of 2.
std::string in_bits(Score score);

}  // namespace hub::linkage
