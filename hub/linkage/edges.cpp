#include "hub/linkage/edges.hpp"

#include <algorithm>
#include <limits>
#include <thread>
#include <tuple>

#include "hub/linkage/name_level.hpp"

namespace hub::linkage {
namespace {

/// Whole blocks for each thread.
std::vector<std::span<const Entry>> shared_out(std::span<const Entry> sorted, unsigned threads) {
  std::vector<std::span<const Entry>> parts;
  for (std::size_t begin = 0; begin < sorted.size();) {
    auto last = begin + sorted.size() / threads;
    if (parts.size() + 1 == threads || last >= sorted.size()) last = sorted.size() - 1;
    const auto end = block_end(sorted, last);
    parts.push_back(sorted.subspan(begin, end - begin));
    begin = end;
  }
  return parts;
}

/// Two who may not be one for their numbers are no candidates at all.
Score number_weight(const Population& population, const Scorer& scorer, Place a, Place b) noexcept {
  constexpr Score never = -(1 << 20);
  switch (told_by(population.numbers_of(a), population.numbers_of(b))) {
    case Told::doubtful:
      return scorer.other_number();
    case Told::apart:
      return never;
    case Told::nothing:
    case Told::same:
      return 0;
  }
  return 0;
}

struct Search {
  const Population& population;
  const Scorer& scorer;
  const Settings& settings;
  const GiantBlocks& giants;

  void in(std::span<const Entry> sorted, Blocking blocking, std::vector<Edge>& edges) const {
    const auto rows = population.rows();
    for_each_pair(sorted, rows, blocking, settings.most_in_block, giants,
                  [&](std::uint32_t a, std::uint32_t b) {
                    if (const auto edge = likeness(population, scorer, settings, a, b))
                      edges.push_back(*edge);
                  });
  }
};

void search(const Search& search, std::span<const Entry> sorted, Blocking blocking,
            std::vector<Edge>& edges) {
  const auto parts = shared_out(sorted, std::max(1U, search.settings.threads));
  if (parts.size() <= 1) return search.in(sorted, blocking, edges);
  std::vector<std::vector<Edge>> found(parts.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < parts.size(); ++i)
    threads.emplace_back([&, i] { search.in(parts[i], blocking, found[i]); });
  for (auto& thread : threads)
    thread.join();
  for (const auto& more : found)
    edges.insert(edges.end(), more.begin(), more.end());
}

struct Borne {
  NumberKey number = 0;
  Place record = 0;
};

/// Equal numbers beside one another: by half a hash in a radix sort, then each few by themselves.
std::vector<Borne> borne_numbers(const Population& population) {
  std::vector<Borne> borne;
  std::vector<Entry> entries;
  borne.reserve(2 * population.records());
  for (Place record = 0; record < population.records(); ++record) {
    for (const auto number : population.numbers_of(record)) {
      entries.push_back((number << 12U & 0xFFFFFFFF00000000U) | borne.size());
      borne.push_back({number, record});
    }
  }
  std::vector<Entry> spare;
  radix_sort(entries, spare);
  std::vector<Borne> sorted;
  sorted.reserve(borne.size());
  for (const auto entry : entries)
    sorted.push_back(borne[row_of(entry)]);
  return sorted;
}

/// Sorts those whose half hash is the same, by number and id.
std::size_t settle_order(const Population& population, std::vector<Borne>& borne,
                         std::size_t begin) {
  const auto end = run_end(borne, begin, [](const Borne& one) { return one.number << 12U >> 32U; });
  if (end - begin == 1) return end;
  const auto at = [&](std::size_t i) { return borne.begin() + static_cast<std::ptrdiff_t>(i); };
  std::sort(at(begin), at(end), [&](const Borne& x, const Borne& y) {
    return x.number != y.number ? x.number < y.number
                                : population.id(x.record) < population.id(y.record);
  });
  return end;
}

void add_pairs(const Population& population, const Scorer& scorer, std::span<const Borne> bearers,
               std::vector<Edge>& edges) {
  for (std::size_t i = 1; i < bearers.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto a = bearers[k].record;
      const auto b = bearers[i].record;
      if (a == b) continue;
      edges.push_back({a, b, best_score(population, scorer, a, b), Bond::number});
    }
  }
}

/// Few records have several rows; all other pairs came once. (A weaker edge must go: it would ask
/// about two whom a third keeps apart.)
void keep_best_of_several(std::vector<Edge>& edges) {
  const auto several =
      std::partition(edges.begin(), edges.end(), [](const Edge& edge) { return !edge.again; });
  std::vector<Edge> best(several, edges.end());
  edges.erase(several, edges.end());
  keep_best(best);
  edges.insert(edges.end(), best.begin(), best.end());
}

}  // namespace

void keep_best(std::vector<Edge>& edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
    return std::tie(x.a, x.b, y.score) < std::tie(y.a, y.b, x.score);
  });
  const auto same_pair = [](const Edge& x, const Edge& y) { return x.a == y.a && x.b == y.b; };
  edges.erase(std::unique(edges.begin(), edges.end(), same_pair), edges.end());
}

std::optional<Edge> likeness(const Population& population, const Scorer& scorer,
                             const Settings& settings, std::uint32_t a, std::uint32_t b) noexcept {
  const auto& x = population.rows()[a];
  const auto& y = population.rows()[b];
  Comparison found;
  add_all_but_names(x, y, found);
  if (given_names_differ(x, y) &&
      scorer.at_most(found, std::min(x.family_rarity, y.family_rarity)) < settings.perhaps)
    return std::nullopt;
  add_names(x, y, found);
  auto score = scorer.score(found);
  if (score < settings.perhaps) return std::nullopt;
  const auto mine = population.record_of(a);
  const auto theirs = population.record_of(b);
  if (mine == theirs) return std::nullopt;
  if ((x.systems & y.systems) != 0) score += number_weight(population, scorer, mine, theirs);
  if (is_contradicted(found.levels) || is_by_name_alone(found.levels))
    score = std::min(score, settings.same - 1);
  if (score < settings.perhaps) return std::nullopt;
  const bool fits = scorer.personal(found) >= settings.clash;
  const bool again = population.is_one_of_several(a) || population.is_one_of_several(b);
  return Edge{mine, theirs, score, Bond::likeness, fits, again};
}

void put_smaller_first(const Population& population, std::span<Edge> edges) noexcept {
  for (auto& edge : edges) {
    const bool swapped = population.id(edge.b) < population.id(edge.a);
    const auto a = edge.a;
    edge.a = swapped ? edge.b : a;
    edge.b = swapped ? a : edge.b;
  }
}

Score best_score(const Population& population, const Scorer& scorer, Place a, Place b) noexcept {
  Score best = std::numeric_limits<Score>::min();
  for (const auto& mine : population.rows_of(a)) {
    for (const auto& theirs : population.rows_of(b))
      best = std::max(best, scorer.score(compare(mine, theirs)));
  }
  return best + number_weight(population, scorer, a, b);
}

std::vector<Edge> edges_by_likeness(const Population& population, const Scorer& scorer,
                                    const Settings& settings, GiantBlocks& giants) {
  std::vector<Edge> edges;
  std::vector<Entry> entries;
  std::vector<Entry> spare;
  entries.reserve(population.rows().size());
  edges.reserve(population.rows().size() / 2);
  for (std::size_t i = 0; i < blocking_count; ++i) {
    const auto blocking = static_cast<Blocking>(i);
    sort_blocks(population.keys(blocking), entries, spare);
    drop_lone(entries);
    note_giants(entries, blocking, settings.most_in_block, giants);
    search({population, scorer, settings, giants}, entries, blocking, edges);
  }
  put_smaller_first(population, edges);
  keep_best_of_several(edges);
  return edges;
}

NumberEdges edges_by_number(const Population& population, const Scorer& scorer,
                            const Settings& settings) {
  NumberEdges found;
  auto borne = borne_numbers(population);
  std::size_t ordered = 0;
  for (std::size_t begin = 0; begin < borne.size();) {
    if (begin == ordered) ordered = settle_order(population, borne, begin);
    const auto end = run_end(borne, begin, [](const Borne& one) { return one.number; });
    if (end - begin > settings.most_in_person) {
      ++found.stand_ins;
    } else {
      add_pairs(population, scorer, std::span(borne).subspan(begin, end - begin), found.edges);
    }
    begin = end;
  }
  return found;
}

}  // namespace hub::linkage
