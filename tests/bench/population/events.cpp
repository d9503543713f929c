#include "tests/bench/population/events.hpp"

namespace bench::population {

namespace {

std::uint32_t days_ago(Dice& dice, std::uint32_t least, std::uint32_t most) {
  return day_of(number_of(today) - dice.between(least, most)).digits();
}

/// The whole house moves: one address in what was written before, another since.
void move(Unit& unit, const House& house, Homes& homes, Dice& dice) {
  unit.homes.push_back(homes.any(dice));
  const auto before = static_cast<Index>(unit.homes.size() - 1);
  const std::uint32_t moved = days_ago(dice, 10, 360);
  for (Index i = house.first; i < house.first + house.size; ++i) {
    Being& being = unit.people[i];
    if (being.stays.size() > 1 || being.born.digits() > moved) continue;
    being.stays = {{0, before, false}, {moved, house.home, false}};
  }
}

Written another_family(const Being& being, const NameBook& names, Dice& dice) {
  Written other = names.family(dice);
  while (other.kanji == being.family.kanji)
    other = names.family(dice);
  return other;
}

/// The one who took the other's name, mostly the wife.
void marry(Unit& unit, const House& house, const NameBook& names, Dice& dice) {
  Being& head = unit.people[house.first];
  if (head.spouse == nobody || head.passport || head.age() > 45) return;
  Being& taker = dice.percent(95) ? unit.people[head.spouse] : head;
  taker.former = another_family(taker, names, dice);
  taker.renamed = days_ago(dice, 10, 700);
}

/// A mother under her own name again, the children often too.
void divorce(Unit& unit, const House& house, const NameBook& names, Dice& dice) {
  const Written former = another_family(unit.people[house.first], names, dice);
  const std::uint32_t when = days_ago(dice, 10, 700);
  const bool children_too = dice.percent(60);
  for (Index i = house.first; i < house.first + house.size; ++i) {
    Being& being = unit.people[i];
    const bool child = i != house.first;
    if (child && (!children_too || being.born.digits() > when)) continue;
    being.former = former;
    being.renamed = when;
  }
}

bool is_married_shape(Shape shape) {
  return shape == Shape::couple || shape == Shape::nuclear || shape == Shape::homecoming;
}

}  // namespace

void live(Unit& unit, const NameBook& names, Homes& homes, Dice& dice) {
  for (const House& house : unit.houses) {
    const bool stays =
        house.shape == Shape::facility || house.shape == Shape::namesakes || unit.houses.size() > 1;
    if (!stays && dice.chance(45'000)) move(unit, house, homes, dice);
    if (is_married_shape(house.shape) && dice.percent(10)) marry(unit, house, names, dice);
    const bool alone = house.shape == Shape::single_parent || house.shape == Shape::young_carer;
    if (alone && dice.percent(12)) divorce(unit, house, names, dice);
  }
  for (Being& being : unit.people) {
    if (being.age() < 75 || !dice.percent(5)) continue;
    const std::uint32_t died = days_ago(dice, 1, 360);
    if (died > being.stays.back().from) being.died = died;
  }
}

}  // namespace bench::population
