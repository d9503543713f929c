#include "tests/bench/population/patterns.hpp"

#include <algorithm>
#include <bit>

namespace bench::population {

namespace {

class Patterns {
 public:
  Patterns(const Unit& unit, const House& house, std::span<const Contact> contacts,
           std::span<const Row> rows)
      : unit_(&unit), house_(&house), contacts_(contacts), rows_(rows) {}

  [[nodiscard]] std::uint8_t all() const {
    std::uint8_t found = 0;
    const auto note = [&](Pattern pattern, bool holds) {
      if (holds) found = static_cast<std::uint8_t>(found | bit(pattern));
    };
    note(Pattern::p8050, any_pair(&Patterns::is_8050));
    note(Pattern::double_care, any_pair(&Patterns::is_double_care));
    note(Pattern::young_carer, any_pair(&Patterns::is_young_carer));
    note(Pattern::parent_disability, any_pair(&Patterns::is_parent_disability));
    note(Pattern::multi_field, is_multi_field());
    note(Pattern::single_multi, is_single_multi());
    return found;
  }

 private:
  using OfPair = bool (Patterns::*)(Index, Index) const;

  [[nodiscard]] std::uint32_t age(Index i) const { return unit_->people[i].age(); }
  [[nodiscard]] Index end() const { return house_->first + house_->size; }

  [[nodiscard]] bool any_pair(OfPair holds) const {
    for (Index i = house_->first; i < end(); ++i) {
      for (Index j = house_->first; j < end(); ++j) {
        if (i != j && (this->*holds)(i, j)) return true;
      }
    }
    return false;
  }

  /// Whether some record of the person is so.
  template <class Holds>
  [[nodiscard]] bool recorded(Index person, Holds holds) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (contacts_[i].being == person && holds(rows_[i], contacts_[i])) return true;
    }
    return false;
  }

  /// Whoever only stands in a child's consultation, as its parent or its sister, came for nothing.
  static bool is_about(const Contact& contact, Index person) {
    return contact.focus == nobody || contact.focus == person;
  }

  [[nodiscard]] std::uint32_t fields_of(Index person) const {
    std::uint32_t known = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (contacts_[i].being == person && is_about(contacts_[i], person))
        known |= 1U << static_cast<unsigned>(rows_[i].field);
    }
    return known;
  }

  /// An age that no desk wrote, nobody can go by.
  [[nodiscard]] bool has_birthday(Index person) const {
    return recorded(
        person, [](const Row& row, const Contact&) { return !row.dirt.has(Dirt::no_birthday); });
  }

  [[nodiscard]] bool is_minor(Index person) const {
    return age(person) < 18 && has_birthday(person);
  }

  [[nodiscard]] bool in_kodomo(Index person) const {
    return is_minor(person) &&
           (fields_of(person) & 1U << static_cast<unsigned>(Field::kodomo)) != 0;
  }

  [[nodiscard]] bool is_8050(Index parent, Index child) const {
    constexpr std::uint32_t sought = bit(Concern::withdrawal) | bit(Concern::employment) |
                                     bit(Concern::mental) | bit(Concern::disability) |
                                     bit(Concern::poverty);
    if (!is_parent(*unit_, parent, child) || age(child) < 40 || age(child) > 64) return false;
    if (!has_birthday(child)) return false;
    const bool in_care =
        recorded(parent, [](const Row& row, const Contact&) { return row.care_level; });
    if ((age(parent) < 75 || !has_birthday(parent)) && !in_care) return false;
    const std::uint32_t knows_parent = fields_of(parent);
    return recorded(child, [&](const Row& row, const Contact&) {
      const std::uint32_t own = 1U << static_cast<unsigned>(row.field);
      return (row.concerns & sought) != 0 && (knows_parent & ~own) != 0;
    });
  }

  [[nodiscard]] bool is_double_care(Index elder, Index carer) const {
    const bool cares = recorded(elder, [&](const Row& row, const Contact& contact) {
      const bool in_care = row.care_level || (row.concerns & bit(Concern::care)) != 0;
      return row.source == Source::kaigo && in_care && contact.caller == carer &&
             (row.concerns & bit(Concern::caregiver)) != 0;
    });
    if (!cares) return false;
    return recorded(carer, [&](const Row& row, const Contact& contact) {
      return row.source == Source::kodomo && contact.focus != carer && is_minor(contact.focus) &&
             is_parent(*unit_, carer, contact.focus);
    });
  }

  [[nodiscard]] bool is_young_carer(Index child, Index other) const {
    constexpr std::uint32_t sought =
        bit(Concern::care) | bit(Concern::disability) | bit(Concern::mental);
    if (!in_kodomo(child)) return false;
    const bool cares = recorded(child, [](const Row& row, const Contact&) {
      return (row.concerns & bit(Concern::caregiver)) != 0;
    });
    return cares && recorded(other, [](const Row& row, const Contact&) {
             return (row.concerns & sought) != 0 || row.care_level || row.certificate;
           });
  }

  [[nodiscard]] bool is_parent_disability(Index parent, Index child) const {
    return is_parent(*unit_, parent, child) && in_kodomo(child) &&
           recorded(parent, [](const Row& row, const Contact&) { return row.certificate; });
  }

  [[nodiscard]] bool is_multi_field() const {
    std::uint32_t members = 0;
    std::uint32_t known = 0;
    for (Index i = house_->first; i < end(); ++i) {
      members += fields_of(i) != 0 ? 1 : 0;
      known |= fields_of(i);
    }
    return members >= 2 && std::popcount(known) >= 2;
  }

  [[nodiscard]] bool is_single_multi() const {
    for (Index i = house_->first; i < end(); ++i) {
      if (std::popcount(fields_of(i)) >= 3) return true;
    }
    return false;
  }

  const Unit* unit_;
  const House* house_;
  std::span<const Contact> contacts_;
  std::span<const Row> rows_;
};

}  // namespace

std::uint8_t patterns_of(const Unit& unit, const House& house, std::span<const Contact> contacts,
                         std::span<const Row> rows) {
  return Patterns(unit, house, contacts, rows).all();
}

}  // namespace bench::population
