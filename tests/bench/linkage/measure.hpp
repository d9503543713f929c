// How good links are, held against the truth.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hub/linkage/homes.hpp"
#include "hub/linkage/link.hpp"
#include "tests/bench/population/population.hpp"

namespace bench::linkage {

/// Pairs of rows: of one person by the truth, joined, and both.
struct Pairs {
  std::uint64_t true_pairs = 0;
  std::uint64_t joined = 0;
  std::uint64_t right = 0;

  [[nodiscard]] double precision() const noexcept;
  [[nodiscard]] double recall() const noexcept;
  Pairs& operator+=(const Pairs& more) noexcept;
};

struct Quality {
  Pairs all{};
  Pairs across_fields{};
  std::uint64_t questions = 0;  ///< pairs of persons on the review list
  std::uint64_t asked = 0;      ///< true pairs that are not joined, and on the review list
  std::uint64_t persons = 0;
  std::array<Pairs, population::dirts> by_dirt{};  ///< pairs with that dirt in either row

  [[nodiscard]] double asked_share() const noexcept;  ///< of the true pairs that are not joined
  [[nodiscard]] double list_share() const noexcept;   ///< questions per person
  Quality& operator+=(const Quality& more) noexcept;
};

/// Pairs of persons who live together now. Each person is in the household in which most of the
/// person's rows are.
Pairs measure_homes(const population::Town& town, const hub::linkage::Homes& homes);

/// `links.person` by row of the town.
Quality measure(const population::Town& town, const hub::linkage::Links& links);

}  // namespace bench::linkage
