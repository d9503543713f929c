#include "hub/linkage/person.hpp"

#include <algorithm>

namespace hub::linkage {
namespace {

bool shares_number(const PersonKeys& a, const PersonKeys& b) {
  return std::any_of(a.numbers.begin(), a.numbers.end(), [&b](const Number& number) {
    return std::find(b.numbers.begin(), b.numbers.end(), number) != b.numbers.end();
  });
}

/// One system gave them two numbers, so that system says they are two.
bool told_apart(const PersonKeys& a, const PersonKeys& b) {
  return std::any_of(a.numbers.begin(), a.numbers.end(), [&b](const Number& mine) {
    return std::any_of(b.numbers.begin(), b.numbers.end(), [&mine](const Number& theirs) {
      return mine.system == theirs.system && mine.value != theirs.value;
    });
  });
}

bool shares_kana(const PersonKeys& a, const PersonKeys& b) {
  return a.kana_birthday_sex && a.kana_birthday_sex == b.kana_birthday_sex;
}

template <class Fits>
PersonVerdict only_one(std::span<const KnownPerson> known, PersonRule rule, Fits fits) {
  PersonVerdict verdict;
  for (const auto& person : known) {
    if (person.kept_apart || !fits(person)) continue;
    if (verdict.person && *verdict.person != person.id)
      return {std::nullopt, PersonRule::none, true};
    verdict = {person.id, rule, false};
  }
  return verdict;
}

}  // namespace

std::string_view name_of(PersonRule rule) noexcept {
  switch (rule) {
    case PersonRule::none:
      return "none";
    case PersonRule::same_number:
      return "same_number";
    case PersonRule::kana_birthday_sex:
      return "kana_birthday_sex";
    case PersonRule::officer:
      return "officer";
  }
  return "none";
}

PersonVerdict choose_person(const PersonKeys& record, std::span<const KnownPerson> known) {
  const auto by_number =
      only_one(known, PersonRule::same_number,
               [&record](const KnownPerson& person) { return shares_number(record, person.keys); });
  if (by_number.person || by_number.ambiguous) return by_number;
  return only_one(known, PersonRule::kana_birthday_sex, [&record](const KnownPerson& person) {
    return shares_kana(record, person.keys) && !told_apart(record, person.keys);
  });
}

}  // namespace hub::linkage
