// Which records hang together, pair by pair, before anybody asks what follows from it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hub/linkage/candidates.hpp"
#include "hub/linkage/population.hpp"
#include "hub/linkage/settings.hpp"

namespace hub::linkage {

/// Why two records may be one person; the stronger first.
enum class Bond : std::uint8_t { officer, number, likeness };

struct Edge {
  Place a = 0;
  Place b = 0;  ///< with the larger id
  Score score = 0;
  Bond bond = Bond::likeness;
  bool fits = false;   ///< known not to clash; else it has to be looked at
  bool again = false;  ///< may come from several rows of its records
};

/// Whether it binds, rather than asks.
constexpr bool is_bond(const Edge& edge, const Settings& settings) noexcept {
  return edge.bond != Bond::likeness || edge.score >= settings.same;
}

/// All pairs that share a block and score at least "perhaps", each once, in no order. One sweep a
/// kind of block; memory: 16 bytes a row beside the edges.
std::vector<Edge> edges_by_likeness(const Population& population, const Scorer& scorer,
                                    const Settings& settings, GiantBlocks& giants);

struct NumberEdges {
  std::vector<Edge> edges{};
  /// Numbers that more records bear than a person may have: stand-ins like 9999999999.
  std::size_t stand_ins = 0;
};

/// All pairs of records with the same (system, number).
NumberEdges edges_by_number(const Population& population, const Scorer& scorer,
                            const Settings& settings);

/// The edge of two rows' records, in their order, where these score at least "perhaps". What the
/// numbers of the records say comes in last (it only speaks against, and lies elsewhere in memory).
/// What contradicts, and names alone, stay below "same".
std::optional<Edge> likeness(const Population& population, const Scorer& scorer,
                             const Settings& settings, std::uint32_t a, std::uint32_t b) noexcept;

/// Of several edges between the same two the strongest; sorts.
void keep_best(std::vector<Edge>& edges);

/// The best of what any of their names give, and their numbers.
Score best_score(const Population& population, const Scorer& scorer, Place a, Place b) noexcept;

/// Puts the smaller id of each edge first; many at once, since ids lie elsewhere in memory.
void put_smaller_first(const Population& population, std::span<Edge> edges) noexcept;

}  // namespace hub::linkage
