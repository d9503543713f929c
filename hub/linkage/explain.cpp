#include "hub/linkage/explain.hpp"

#include <algorithm>
#include <utility>

namespace hub::linkage {
namespace {

/// A share below 1 in 2,000.
constexpr Rarity rare_from = 88;

std::pair<const Packed*, const Packed*> best_names(const ClusterInput& input, Place a, Place b) {
  std::pair best(&input.population.rows_of(a)[0], &input.population.rows_of(b)[0]);
  auto best_score = input.scorer.score(compare(*best.first, *best.second));
  for (const auto& mine : input.population.rows_of(a)) {
    for (const auto& theirs : input.population.rows_of(b)) {
      const auto score = input.scorer.score(compare(mine, theirs));
      if (score <= best_score) continue;
      best_score = score;
      best = {&mine, &theirs};
    }
  }
  return best;
}

void add_fields(const Scorer& scorer, const Comparison& found, Explanation& explanation) {
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    explanation.fields[i] = {field, found.levels[i], scorer.weight(found, field),
                             found.rarities[i] >= rare_from};
  }
}

Answer answer_of(const Explanation& found, const Settings& settings) noexcept {
  if (found.told_apart_by_officer) return Answer::different;
  if (found.joined_by_officer) return Answer::same;
  if (found.told == Told::apart) return Answer::different;
  const bool alike = found.score >= settings.same;
  const bool asks = found.contradicted || found.name_alone;
  if (alike && asks && found.told != Told::same) return Answer::perhaps;
  const bool likely = found.told == Told::same || alike;
  if (likely) return found.clash ? Answer::perhaps : Answer::same;
  return found.score >= settings.perhaps ? Answer::perhaps : Answer::different;
}

}  // namespace

Explanation explain(const ClusterInput& input, Place a, Place b) {
  const auto [mine, theirs] = best_names(input, a, b);
  const auto found = compare(*mine, *theirs);
  Explanation explanation;
  add_fields(input.scorer, found, explanation);
  explanation.score = input.scorer.score(found);
  explanation.prior = explanation.score;
  for (const auto& reason : explanation.fields)
    explanation.prior -= reason.weight;
  explanation.against =
      input.scorer.against_housemates(found) ? Origin::housemates : Origin::strangers;
  explanation.contradicted = is_contradicted(found.levels);
  explanation.name_alone = is_by_name_alone(found.levels);
  explanation.clash = input.scorer.personal(found) < input.settings.clash;
  explanation.told = told_by(input.population.numbers_of(a), input.population.numbers_of(b));
  if (explanation.told == Told::doubtful) {
    explanation.number_weight = input.scorer.other_number();
    explanation.score += explanation.number_weight;
  }
  const auto& decided = input.decisions;
  const auto x = input.population.id(a);
  const auto y = input.population.id(b);
  explanation.told_apart_by_officer = decided.told_apart(x, y);
  const auto& joined = decided.joined_to(x);
  explanation.joined_by_officer = std::binary_search(joined.begin(), joined.end(), y);
  explanation.answer = answer_of(explanation, input.settings);
  return explanation;
}

}  // namespace hub::linkage
