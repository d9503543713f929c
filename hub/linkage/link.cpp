#include "hub/linkage/link.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace hub::linkage {
namespace {

/// Plain union-find: which edges hang together at all.
class Parts {
 public:
  explicit Parts(std::size_t records) : parent_(records) {
    std::iota(parent_.begin(), parent_.end(), Place{0});
  }
  Place root(Place record) noexcept {
    while (parent_[record] != record)
      record = parent_[record] = parent_[parent_[record]];
    return record;
  }
  void join(Place a, Place b) noexcept {
    const auto x = root(a);
    const auto y = root(b);
    if (x < y) {
      parent_[y] = x;
    } else {
      parent_[x] = y;
    }
  }

 private:
  std::vector<Place> parent_;
};

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
std::vector<Edge> gathered(Parts& parts, std::span<const Edge> bonds, std::size_t records,
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
  Parts parts(input.population.records());
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

}  // namespace

std::vector<Question> questions_about_persons(const Population& population,
                                              const std::vector<Place>& person,
                                              const Decisions& decisions,
                                              std::vector<Question> questions) {
  const auto persons = [&](const Question& question) {
    const auto a = population.id(person[question.a]);
    const auto b = population.id(person[question.b]);
    return std::pair(std::min(a, b), std::max(a, b));
  };
  std::erase_if(questions, [&](const Question& question) {
    return person[question.a] == person[question.b] ||
           decisions.told_apart(population.id(question.a), population.id(question.b));
  });
  const auto rank = [&](const Question& question) {
    return std::tuple(persons(question), -question.score, population.id(question.a),
                      population.id(question.b), question.doubt);
  };
  std::sort(questions.begin(), questions.end(),
            [&](const Question& x, const Question& y) { return rank(x) < rank(y); });
  const auto last =
      std::unique(questions.begin(), questions.end(),
                  [&](const Question& x, const Question& y) { return persons(x) == persons(y); });
  questions.erase(last, questions.end());
  std::stable_sort(questions.begin(), questions.end(),
                   [](const Question& x, const Question& y) { return x.score > y.score; });
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
