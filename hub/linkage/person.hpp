// Who is the same person: one decision for one arriving record, over the persons that share a key
// with it. Pure; keys are opaque tokens, so nothing here sees a name.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hub::linkage {

/// A keyed token of the store: equal values have equal tokens.
using Key = std::int64_t;

/// The number of a person inside one system (宛名番号, 被保険者番号 …). Equal numbers of two
/// systems mean nothing.
struct Number {
  Key system = 0;
  Key value = 0;
  friend bool operator==(const Number&, const Number&) = default;
};

/// What linkage may know of a record about a person.
struct PersonKeys {
  std::vector<Number> numbers;
  /// Kana of the full name, birthday and sex. Absent where the birthday is not known to the day or
  /// may be artificial (LIFE sends the 15th for everybody).
  std::optional<Key> kana_birthday_sex;
};

/// How sure a link is. What is not certain may raise a signal, but nothing of one record crosses it
/// to a reader of the other until a named officer has confirmed it.
enum class PersonRule : std::uint8_t {
  none,               ///< a new person
  same_number,        ///< deterministic: same (system, number)
  kana_birthday_sex,  ///< probable
  officer,            ///< a named officer decided
};

std::string_view name_of(PersonRule rule) noexcept;
constexpr bool is_certain(PersonRule rule) noexcept {
  return rule == PersonRule::same_number || rule == PersonRule::officer;
}

/// A person that shares a key with the record.
struct KnownPerson {
  std::int64_t id = 0;
  PersonKeys keys;
  /// An officer split them, or one is on the protection register and the other is whom she hides
  /// from (支援措置): never joined by a rule.
  bool kept_apart = false;
};

struct PersonVerdict {
  std::optional<std::int64_t> person;  ///< nothing: a new person
  PersonRule rule = PersonRule::none;
  bool ambiguous = false;  ///< several fit: a person has to look, nobody is joined
};

/// Same number first; else kana, birthday and sex, unless the systems themselves tell the two apart
/// (two numbers in one system). Several that fit equally well join nobody.
PersonVerdict choose_person(const PersonKeys& record, std::span<const KnownPerson> known);

}  // namespace hub::linkage
