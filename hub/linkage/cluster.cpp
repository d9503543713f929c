#include "hub/linkage/cluster.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "hub/linkage/birth.hpp"

namespace hub::linkage {
namespace {

bool told_apart(const ClusterInput& input, Place mine, Place theirs) {
  return input.decisions.told_apart(input.population.id(mine), input.population.id(theirs));
}

bool numbers_differ(const ClusterInput& input, Place mine, Place theirs) {
  const auto& population = input.population;
  return told_by(population.numbers_of(mine), population.numbers_of(theirs)) == Told::apart;
}

/// The best of what any of their names give.
bool clashes(const ClusterInput& input, Place mine, Place theirs) {
  Score best = std::numeric_limits<Score>::min();
  for (const auto& x : input.population.rows_of(mine)) {
    for (const auto& y : input.population.rows_of(theirs))
      best = std::max(best, input.scorer.personal(compare(x, y)));
  }
  return best < input.settings.clash;
}

/// All rows of a record have its one birthday.
BirthLevel birth_level(const ClusterInput& input, Place mine, Place theirs) {
  const auto& population = input.population;
  return compare_births(population.rows_of(mine)[0].birth, population.rows_of(theirs)[0].birth);
}

bool births_agree(const ClusterInput& input, Place mine, Place theirs) {
  const auto level = birth_level(input, mine, theirs);
  return level != BirthLevel::missing &&
         !contradicts(Field::birth, static_cast<std::size_t>(level));
}

bool births_differ(const ClusterInput& input, Place mine, Place theirs) {
  return contradicts(Field::birth, static_cast<std::size_t>(birth_level(input, mine, theirs)));
}

/// Why the records of two sides may not be one person; `any(fits)` tells whether a record of one
/// and a record of the other fit.
template <class Any>
std::optional<Doubt> doubt_of(const ClusterInput& input, const Edge& edge, std::size_t together,
                              Any any) {
  if (edge.bond == Bond::officer) return std::nullopt;
  if (together > input.settings.most_in_person) return Doubt::size;
  if (any(numbers_differ)) return Doubt::numbers;
  if (together == 2 && edge.fits) return std::nullopt;
  if (any(clashes)) return Doubt::clash;
  if (edge.bond == Bond::likeness && any(births_differ) && !any(births_agree)) return Doubt::clash;
  return std::nullopt;
}

/// The clusters of one part while they grow; small, since a person has few records.
class Clusters {
 public:
  Clusters(const ClusterInput& input, std::span<const Edge> edges) : input_(input) {
    for (const auto& edge : edges) {
      place_of(edge.a);
      place_of(edge.b);
    }
  }

  void join(const Edge& edge, std::vector<Question>& questions) {
    const auto a = find(edge.a);
    const auto b = find(edge.b);
    if (a == b) return;
    const auto any = [&](auto fits) { return any_pair(a, b, fits); };
    if (any(told_apart)) return;
    const auto together = members_[a].size() + members_[b].size();
    if (const auto doubt = doubt_of(input_, edge, together, any)) {
      questions.push_back({edge.a, edge.b, edge.score, *doubt});
      return;
    }
    merge(a, b);
  }

  void write(std::vector<Place>& person) const {
    for (const auto& members : members_) {
      if (members.empty()) continue;
      const auto first = *std::min_element(members.begin(), members.end(), [&](Place x, Place y) {
        return input_.population.id(x) < input_.population.id(y);
      });
      for (const auto record : members)
        person[record] = first;
    }
  }

 private:
  void place_of(Place record) {
    const auto [found, fresh] = cluster_of_.try_emplace(record, members_.size());
    if (fresh) members_.push_back({record});
  }
  [[nodiscard]] std::size_t find(Place record) const { return cluster_of_.at(record); }

  void merge(std::size_t a, std::size_t b) {
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const auto record : members_[b])
      cluster_of_[record] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }

  template <class Fits>
  [[nodiscard]] bool any_pair(std::size_t a, std::size_t b, Fits fits) const {
    return std::any_of(members_[a].begin(), members_[a].end(), [&](Place mine) {
      return std::any_of(members_[b].begin(), members_[b].end(),
                         [&](Place theirs) { return fits(input_, mine, theirs); });
    });
  }

  const ClusterInput& input_;
  std::unordered_map<Place, std::size_t> cluster_of_;
  std::vector<std::vector<Place>> members_;
};

/// Most parts are one pair.
void settle_pair(const ClusterInput& input, const Edge& edge, std::vector<Place>& person,
                 std::vector<Question>& questions) {
  const auto any = [&](auto fits) { return fits(input, edge.a, edge.b); };
  if (any(told_apart)) return;
  if (const auto doubt = doubt_of(input, edge, 2, any)) {
    questions.push_back({edge.a, edge.b, edge.score, *doubt});
  } else {
    person[edge.b] = edge.a;
  }
}

auto rank_of(const Population& population, const Edge& edge) {
  return std::tuple(edge.bond, -edge.score, population.id(edge.a), population.id(edge.b));
}

}  // namespace

void settle_part(const ClusterInput& input, std::span<Edge> edges, std::vector<Place>& person,
                 std::vector<Question>& questions) {
  if (edges.size() == 1) return settle_pair(input, edges[0], person, questions);
  std::sort(edges.begin(), edges.end(), [&](const Edge& x, const Edge& y) {
    return rank_of(input.population, x) < rank_of(input.population, y);
  });
  Clusters clusters(input, edges);
  for (const auto& edge : edges)
    clusters.join(edge, questions);
  clusters.write(person);
}

}  // namespace hub::linkage
