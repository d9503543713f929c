// Any bytes as a condition of patterns.yaml: the decoder answers with a predicate or with problems;
// one without problems judges whatever is said, and knows no field but of its vocabulary.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "hub/domain/pattern.hpp"
#include "hub/profile/predicate.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace {

using namespace hub;
using domain::Predicate;

void must(bool holds) {
  if (!holds) std::abort();
}

/// What it asks about, and that its ranges are none the wrong way round.
domain::FieldSet fields_of(const Predicate& predicate, std::size_t vocabulary) {
  const bool asks =
      predicate.test == Predicate::Test::in || predicate.test == Predicate::Test::absent;
  if (asks) must(predicate.field < vocabulary);
  for (const auto& range : predicate.ranges)
    must(range.from <= range.until);
  domain::FieldSet fields = asks ? domain::FieldSet{1} << predicate.field : 0;
  for (const auto& part : predicate.parts)
    fields |= fields_of(part, vocabulary);
  return fields;
}

/// Whoever says nothing satisfies at most what is absent; whoever says all that is asked for, may.
void judge_by(const Predicate& predicate, domain::FieldSet asked) {
  const auto by_nothing = domain::judge(predicate, [](std::uint8_t) { return domain::Said{}; });
  must((by_nothing.by & ~asked) == 0 && (by_nothing.holds || by_nothing.by == 0));
  const auto by_numbers = domain::judge(predicate, [](std::uint8_t field) {
    domain::Said said;
    said.number = domain::WholeRange{field, field};
    said.words = {std::string(1, static_cast<char>('a' + field))};
    return said;
  });
  must((by_numbers.by & ~asked) == 0 && (by_numbers.holds || by_numbers.by == 0));
}

void read_in(const profile::Node& node, domain::Vocabulary vocabulary) {
  profile::Problems problems;
  const auto predicate = profile::read_predicate(node, vocabulary, problems);
  problems.sort();
  for (const auto& problem : problems.all()) {
    must(!render(problem, profile::Language::ja).empty());
    must(!render(problem, profile::Language::en).empty());
  }
  if (problems.empty()) judge_by(predicate, fields_of(predicate, vocabulary.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  profile::Problems problems;
  const auto node = profile::parse_yaml(text, "fuzz.yaml", problems);
  must(node || !problems.empty());
  if (!node) return 0;
  read_in(*node, domain::member_fields);
  read_in(*node, domain::pair_fields);
  read_in(*node, domain::home_fields);
  return 0;
}
