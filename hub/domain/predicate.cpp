#include "hub/domain/predicate.hpp"

#include <algorithm>

namespace hub::domain {
namespace {

bool is_in(const Predicate& predicate, const Said& said) {
  if (said.number) {
    return std::any_of(predicate.ranges.begin(), predicate.ranges.end(),
                       [&](const WholeRange& range) { return range.holds(*said.number); });
  }
  return std::any_of(said.words.begin(), said.words.end(), [&](const std::string& word) {
    return std::find(predicate.words.begin(), predicate.words.end(), word) != predicate.words.end();
  });
}

Judged judge_field(const Predicate& predicate, const SaidOf& said) {
  const Said answer = said(predicate.field);
  if (predicate.test == Predicate::Test::absent) return {answer.words.empty() && !answer.number, 0};
  if (!is_in(predicate, answer)) return {};
  return {true, FieldSet{1} << predicate.field};
}

/// Every part is asked, so that all by which it holds is named.
Judged judge_parts(const Predicate& predicate, const SaidOf& said) {
  const bool all = predicate.test == Predicate::Test::all;
  Judged judged{all, 0};
  for (const Predicate& part : predicate.parts) {
    const Judged one = judge(part, said);
    judged.holds = all ? judged.holds && one.holds : judged.holds || one.holds;
    judged.by |= one.by;
  }
  return judged.holds ? judged : Judged{};
}

}  // namespace

Judged judge(const Predicate& predicate, const SaidOf& said) {
  const bool of_field =
      predicate.test == Predicate::Test::in || predicate.test == Predicate::Test::absent;
  return of_field ? judge_field(predicate, said) : judge_parts(predicate, said);
}

}  // namespace hub::domain
