#include "hub/domain/pattern.hpp"

#include <algorithm>

#include "hub/domain/concern.hpp"

namespace hub::domain {
namespace {

using Kind = FieldWord::Kind;

constexpr auto concern_words = [] {
  std::array<std::string_view, concern_entries.size()> words{};
  for (std::size_t at = 0; at < words.size(); ++at)
    words[at] = concern_entries[at].code;
  return words;
}();
constexpr std::array<std::string_view, 11> care_levels{"01", "06", "11", "12", "13", "21",
                                                       "22", "23", "24", "25", "99"};
constexpr std::array<std::string_view, 4> certificates{"physical", "intellectual", "mental",
                                                       "unknown"};
constexpr std::array<std::string_view, 8> support_categories{"none", "1", "2", "3",
                                                             "4",    "5", "6", "unknown"};
constexpr std::array<std::string_view, 4> roles{"head", "carer", "dependent", "other"};
constexpr std::array<std::string_view, 2> yes_no{"yes", "no"};

}  // namespace

const std::array<FieldWord, 9> member_fields{{{"age", Kind::number},
                                              {"field", Kind::word},
                                              {"fields", Kind::number},
                                              {"concern", Kind::word, concern_words},
                                              {"care_level", Kind::word, care_levels},
                                              {"certificate", Kind::word, certificates},
                                              {"support_category", Kind::word, support_categories},
                                              {"role", Kind::word, roles},
                                              {"youtai", Kind::word, yes_no}}};

const std::array<FieldWord, 5> pair_fields{{{"relationship", Kind::word, relation_names},
                                            {"lives_with", Kind::word, yes_no},
                                            {"years_younger", Kind::number},
                                            {"cares_for", Kind::word, yes_no},
                                            {"concern_elsewhere", Kind::word, concern_words}}};

const std::array<FieldWord, 3> home_fields{
    {{"members", Kind::number}, {"known_members", Kind::number}, {"known_fields", Kind::number}}};

Relation inverse(Relation relation) noexcept {
  constexpr std::array<Relation, 7> inverses{
      Relation::parent,      Relation::child,      Relation::spouse, Relation::sibling,
      Relation::grandparent, Relation::grandchild, Relation::in_law};
  return inverses[static_cast<std::size_t>(relation)];
}

const PatternRule* PatternRules::find(std::string_view code) const noexcept {
  const auto at = std::find_if(patterns.begin(), patterns.end(),
                               [code](const PatternRule& rule) { return rule.code == code; });
  return at == patterns.end() ? nullptr : &*at;
}

std::optional<Relation> PatternRules::relation_of(std::string_view word) const noexcept {
  for (const auto& one : relationships) {
    if (std::find(one.words.begin(), one.words.end(), word) != one.words.end()) return one.relation;
  }
  return std::nullopt;
}

}  // namespace hub::domain
