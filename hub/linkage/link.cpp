#include "hub/linkage/link.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "hub/linkage/hash.hpp"
#include "hub/linkage/union_find.hpp"

namespace hub::linkage {
namespace {

std::vector<Edge> edges_by_officers(const Population& population, const Scorer& scorer,
                                    const Decisions& decisions) {
  std::vector<Edge> edges;
  const auto joined = decisions.joined();
  if (joined.empty()) return edges;
  std::unordered_map<RecordId, Place> places;
  for (Place record = 0; record < population.records(); ++record)
    places.emplace(population.id(record), record);
  for (const auto& [a, b] : joined) {
    const auto mine = places.find(a);
    const auto theirs = places.find(b);
    if (mine == places.end() || theirs == places.end()) continue;
    const auto score = best_score(population, scorer, mine->second, theirs->second);
    edges.push_back({mine->second, theirs->second, score, Bond::officer});
  }
  return edges;
}

/// Bonds in front, "perhaps" behind.
std::size_t bonds_first(std::vector<Edge>& edges, const Settings& settings) {
  const auto bonds = std::partition(edges.begin(), edges.end(),
                                    [&](const Edge& edge) { return is_bond(edge, settings); });
  return static_cast<std::size_t>(bonds - edges.begin());
}

/// Edges of one part beside one another; and where each part ends.
std::vector<Edge> gathered(UnionFind& parts, std::span<const Edge> bonds, std::size_t records,
                           std::vector<std::uint32_t>& ends) {
  for (const auto& edge : bonds)
    parts.join(edge.a, edge.b);
  ends.assign(records + 1, 0);
  for (const auto& edge : bonds)
    ++ends[parts.root(edge.a) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Edge> sorted(bonds.size());
  for (const auto& edge : bonds)
    sorted[ends[parts.root(edge.a)]++] = edge;
  return sorted;
}

void settle_all(const ClusterInput& input, std::span<const Edge> bonds, Links& links) {
  UnionFind parts(input.population.records());
  std::vector<std::uint32_t> ends;
  auto sorted = gathered(parts, bonds, input.population.records(), ends);
  std::uint32_t begin = 0;
  for (const auto end : ends) {
    if (end > begin)
      settle_part(input, std::span(sorted).subspan(begin, end - begin), links.person,
                  links.questions);
    begin = end;
  }
}

/// A question with what tells its place in the list.
struct Ranked {
  RecordId first = 0;  ///< of the two persons
  RecordId second = 0;
  Question question{};
};

/// The strongest first; of equally strong ones by ids, so that no order of records matters.
std::vector<Ranked> ranked(const Population& population, const std::vector<Place>& person,
                           std::span<const Question> questions) {
  std::vector<Ranked> all;
  all.reserve(questions.size());
  for (const auto& question : questions) {
    const auto a = population.id(person[question.a]);
    const auto b = population.id(person[question.b]);
    all.push_back({std::min(a, b), std::max(a, b), question});
  }
  std::sort(all.begin(), all.end(), [&](const Ranked& x, const Ranked& y) {
    if (x.question.score != y.question.score) return x.question.score > y.question.score;
    if (x.first != y.first) return x.first < y.first;
    const auto rest = [&](const Ranked& one) {
      return std::tuple(one.second, population.id(one.question.a), population.id(one.question.b),
                        one.question.doubt);
    };
    return rest(x) < rest(y);
  });
  return all;
}

/// Where the same two persons come again, which a sort of their hashes brings together.
std::vector<bool> repeated(std::span<const Ranked> all) {
  std::vector<Entry> entries;
  std::vector<Entry> spare;
  for (std::size_t i = 0; i < all.size(); ++i)
    entries.push_back(mix(all[i].first, all[i].second) >> 32U << 32U | i);
  radix_sort(entries, spare);
  std::vector<bool> again(all.size());
  const auto at = [&](std::size_t i) { return entries.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t begin = 0; begin < entries.size();) {
    const auto end = run_end(entries, begin, key_of);
    for (auto i = begin + 1; i < end; ++i) {
      const auto& mine = all[row_of(entries[i])];
      again[row_of(entries[i])] = std::any_of(at(begin), at(i), [&](Entry other) {
        const auto& theirs = all[row_of(other)];
        return theirs.first == mine.first && theirs.second == mine.second;
      });
    }
    begin = end;
  }
  return again;
}

}  // namespace

std::vector<Question> questions_about_persons(const Population& population,
                                              const std::vector<Place>& person,
                                              const Decisions& decisions,
                                              std::vector<Question> questions) {
  std::erase_if(questions, [&](const Question& question) {
    return person[question.a] == person[question.b] ||
           decisions.told_apart(population.id(question.a), population.id(question.b));
  });
  const auto all = ranked(population, person, questions);
  const auto again = repeated(all);
  questions.clear();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!again[i]) questions.push_back(all[i].question);
  }
  return questions;
}

Links link_all(const Population& population, const Scorer& scorer, const Settings& settings,
               const Decisions& decisions) {
  Links links;
  links.person.resize(population.records());
  std::iota(links.person.begin(), links.person.end(), Place{0});
  auto edges = edges_by_likeness(population, scorer, settings, links.giants);
  auto numbers = edges_by_number(population, scorer, settings);
  links.stand_in_numbers = numbers.stand_ins;
  edges.insert(edges.end(), numbers.edges.begin(), numbers.edges.end());
  const auto officers = edges_by_officers(population, scorer, decisions);
  edges.insert(edges.end(), officers.begin(), officers.end());
  const auto bonds = bonds_first(edges, settings);
  for (auto i = bonds; i < edges.size(); ++i)
    links.questions.push_back({edges[i].a, edges[i].b, edges[i].score, Doubt::likeness});
  settle_all({population, scorer, settings, decisions}, std::span(edges).first(bonds), links);
  links.questions =
      questions_about_persons(population, links.person, decisions, std::move(links.questions));
  return links;
}

}  // namespace hub::linkage
