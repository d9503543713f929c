// 世帯の型 (DOMAIN 5.5) as a municipality declares them: who is in it, how they stand to each
// other, and by what kinds of evidence a finding is told. A finding carries no contents.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/predicate.hpp"

namespace hub::domain {

/// What can be asked about one member of a household; places in member_fields.
enum class MemberField : std::uint8_t {
  age,
  field,             ///< codes of the fields to which the member is known
  fields,            ///< how many
  concern,           ///< codes of concerns that are open
  care_level,        ///< 要介護度 that is in force, by LIFE's code
  certificate,       ///< 手帳
  support_category,  ///< 障害支援区分 that is in force
  role,              ///< in somebody's household, as a source states it
  youtai,            ///< 要対協の資料: counts, but is neither named nor located
};

/// What can be asked about how one member stands to another.
enum class PairField : std::uint8_t {
  relationship,       ///< 続柄 as a source states it: what the one is to the other
  lives_with,         ///< yes, unless a source says no
  years_younger,      ///< by how many years the one is younger
  cares_for,          ///< the one is the other's carer, as a source states it
  concern_elsewhere,  ///< open concerns of the one in another field than one that knows the other
};

/// What can be asked about the household.
enum class HomeField : std::uint8_t { members, known_members, known_fields };

extern const std::array<FieldWord, 9> member_fields;
extern const std::array<FieldWord, 5> pair_fields;
extern const std::array<FieldWord, 3> home_fields;

/// What the one is to the other.
enum class Relation : std::uint8_t {
  child,
  parent,
  spouse,
  sibling,
  grandchild,
  grandparent,
  in_law
};
inline constexpr std::array<std::string_view, 7> relation_names{
    "child", "parent", "spouse", "sibling", "grandchild", "grandparent", "in_law"};
constexpr std::string_view name_of(Relation relation) noexcept {
  return relation_names[static_cast<std::size_t>(relation)];
}
/// Who calls the other his `relation` is this to the other.
Relation inverse(Relation relation) noexcept;

/// Words of the sources for one relation: 長男, 次女 … are all `child`.
struct RelationWords {
  Relation relation = Relation::child;
  std::vector<std::string> words;
};

struct PatternPerson {
  std::string as;  ///< the name by which `between` knows them
  Predicate when;
};

/// Places in `people`.
struct PatternTie {
  std::size_t of = 0;
  std::size_t to = 0;
  Predicate when;
};

struct PatternRule {
  std::string code;                   ///< 8050, YOUNG_CARER …
  std::string title;                  ///< for officers
  std::string why;                    ///< what a municipality looks for it for
  std::vector<PatternPerson> people;  ///< of different members; none: whoever is known to a field
  std::vector<PatternTie> between;
  Predicate household;
  std::vector<std::string> evidence;  ///< names of fields that a finding may tell of
};

struct PatternRules {
  std::vector<RelationWords> relationships;
  std::vector<PatternRule> patterns;

  [[nodiscard]] const PatternRule* find(std::string_view code) const noexcept;
  /// Nothing for a word that no relation lists.
  [[nodiscard]] std::optional<Relation> relation_of(std::string_view word) const noexcept;
};

}  // namespace hub::domain
