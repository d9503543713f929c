#include "hub/domain/condition.hpp"

#include <algorithm>

namespace hub::domain {
namespace {

constexpr FieldSet bit_of(std::uint8_t field) {
  return FieldSet{1} << field;
}

Answer any_word(const Predicate& predicate, const Heard& heard) {
  const auto is_asked = [&](const std::string& word) {
    return std::find(predicate.words.begin(), predicate.words.end(), word) != predicate.words.end();
  };
  return std::any_of(heard.words.begin(), heard.words.end(), is_asked) ? Answer::yes : Answer::no;
}

/// A number that is known from–until may lie in a range, or lies beside all of them.
Answer in_ranges(const Predicate& predicate, const WholeRange& number) {
  auto answer = Answer::no;
  for (const auto& range : predicate.ranges) {
    if (range.holds(number)) return Answer::yes;
    if (number.from <= range.until && range.from <= number.until) answer = Answer::unknown;
  }
  return answer;
}

Answer in_field(const Predicate& predicate, const Heard& heard) {
  if (!heard.known) return Answer::unknown;
  if (predicate.test == Predicate::Test::absent)
    return heard.words.empty() && !heard.number ? Answer::yes : Answer::no;
  return heard.number ? in_ranges(predicate, *heard.number) : any_word(predicate, heard);
}

/// `all` is as its strictest part, `any` as its mildest; of no parts, yes and no.
Conditioned joined(const Predicate& predicate, const Hearing& hearing) {
  const bool all = predicate.test == Predicate::Test::all;
  const auto outdoes = all ? Answer::no : Answer::yes;
  Conditioned out{all ? Answer::yes : Answer::no, 0};
  for (const auto& part : predicate.parts) {
    const auto one = ask(part, hearing);
    if (one.answer == outdoes) return one;
    if (one.answer == Answer::unknown) out.answer = Answer::unknown;
    out.by |= one.by;
  }
  return out;
}

}  // namespace

Conditioned ask(const Predicate& predicate, const Hearing& hearing) {
  if (predicate.test == Predicate::Test::all || predicate.test == Predicate::Test::any)
    return joined(predicate, hearing);
  const auto answer = in_field(predicate, hearing.hear(predicate.field));
  return {answer, answer == Answer::yes ? FieldSet{0} : bit_of(predicate.field)};
}

}  // namespace hub::domain
