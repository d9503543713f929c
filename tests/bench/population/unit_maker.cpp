#include "tests/bench/population/unit_maker.hpp"

#include <algorithm>
#include <array>

#include "tests/bench/population/text.hpp"

namespace bench::population {

namespace {

/// How many units of a thousand have each shape, in Shape's order.
constexpr std::array<std::uint32_t, shapes> usual_shares = {110, 160, 215, 185, 45, 62, 70, 12,
                                                            8,   25,  15,  15,  8,  22, 7,  15};
/// Mostly care homes, shared houses and blocks of flats.
constexpr std::array<std::uint32_t, shapes> crowded_shares = {160, 160, 140, 120, 40, 10, 30, 5,
                                                              5,   220, 70,  15,  5,  12, 3,  5};

std::uint32_t trouble_of(Dice& dice, Shape shape) {
  const bool heavy = shape == Shape::parent_and_unmarried || shape == Shape::double_care ||
                     shape == Shape::young_carer;
  const std::uint32_t rolled = dice.below(100);
  if (heavy) return rolled < 30 ? 0 : rolled < 65 ? 1 : 2;
  return rolled < 72 ? 0 : rolled < 93 ? 1 : 2;
}

}  // namespace

UnitMaker::UnitMaker(const NameBook& names, const Foreigners& foreigners, Homes& homes, Dice& dice,
                     bool crowded)
    : names_(&names), foreigners_(&foreigners), homes_(&homes), dice_(&dice), crowded_(crowded) {
  for (const std::uint32_t share : crowded ? crowded_shares : usual_shares)
    by_shape_.add(share);
}

Unit UnitMaker::make() {
  return make(static_cast<Shape>(by_shape_.pick(*dice_)));
}

Unit UnitMaker::make(Shape shape) {
  Unit unit;
  unit.trouble = trouble_of(*dice_, shape);
  switch (shape) {
    case Shape::single_young:
    case Shape::single_old:
    case Shape::shared_house:
      single(unit, shape);
      break;
    case Shape::couple:
      couple(unit);
      break;
    case Shape::nuclear:
    case Shape::twins:
      nuclear(unit, shape);
      break;
    case Shape::single_parent:
    case Shape::young_carer:
      single_parent(unit, shape);
      break;
    case Shape::three_generations:
    case Shape::double_care:
      three_generations(unit, shape);
      break;
    case Shape::parent_and_unmarried:
      parent_and_unmarried(unit);
      break;
    case Shape::facility:
      facility(unit);
      break;
    case Shape::foreign:
      foreign(unit);
      break;
    case Shape::left_home:
      left_home(unit);
      break;
    case Shape::homecoming:
      homecoming(unit);
      break;
    case Shape::namesakes:
      namesakes(unit);
      break;
  }
  return unit;
}

Day UnitMaker::birthday(std::uint32_t age) {
  const std::uint32_t back = age * 365 + age / 4 + dice_->below(365);
  return day_of(number_of(today) - back);
}

Written UnitMaker::family_name() {
  Written name = names_->family(*dice_);
  name.kanji = names_->as_registered(*dice_, name.kanji);
  return name;
}

Written UnitMaker::give_name(std::uint32_t sex, const Day& born) {
  Written name = names_->given(*dice_, sex, born.year);
  name.kanji = names_->as_registered(*dice_, name.kanji);
  return name;
}

Index UnitMaker::add(Unit& unit, std::uint32_t sex, std::uint32_t age, const Written& family) {
  Being being;
  being.sex = sex;
  being.born = birthday(age);
  being.family = family;
  being.given = give_name(sex, being.born);
  being.house = static_cast<Index>(unit.houses.size() - 1);
  being.stays = {{0, unit.houses.back().home, false}};
  if (age >= 12 && dice_->percent(age < 70 ? 92 : 55)) {
    constexpr std::array<const char*, 3> heads = {"0900", "0800", "0700"};  // in nobody's use
    being.mobile = dice_->one_of(heads);
    being.mobile += padded(dice_->below(10'000'000), 7);
  }
  unit.people.push_back(std::move(being));
  return static_cast<Index>(unit.people.size() - 1);
}

void UnitMaker::marry(Unit& unit, Index one, Index other) {
  unit.people[one].spouse = other;
  unit.people[other].spouse = one;
}

Index UnitMaker::child_of(Unit& unit, Index father, Index mother, std::uint32_t age) {
  const Index parent = father != nobody ? father : mother;
  const std::uint32_t sex = dice_->between(1, 2);
  const Index child = add(unit, sex, age, unit.people[parent].family);
  unit.people[child].father = father;
  unit.people[child].mother = mother;
  if (father != nobody && sex == 1 && dice_->percent(10)) name_like_father(unit, child, father);
  return child;
}

/// 健一 and 健二
void UnitMaker::name_like_father(Unit& unit, Index child, Index father) {
  Being& being = unit.people[child];
  being.given = names_->given_like(*dice_, unit.people[father].given, 1, being.born.year);
}

void UnitMaker::open(Unit& unit, Shape shape, const Home& home) {
  unit.homes.push_back(home);
  House house;
  house.first = static_cast<Index>(unit.people.size());
  house.shape = shape;
  house.home = static_cast<Index>(unit.homes.size() - 1);
  if (!home.institution && dice_->percent(62)) {
    house.landline = padded(dice_->below(1'000'000), 6);
  }
  unit.houses.push_back(std::move(house));
}

void UnitMaker::close(Unit& unit) {
  unit.houses.back().size = static_cast<Index>(unit.people.size()) - unit.houses.back().first;
}

/// A father and his wife, or one of the two where `both` percent does not come; returns the first.
Index UnitMaker::parents(Unit& unit, const Written& family, std::uint32_t age, std::uint32_t both) {
  const std::uint32_t younger = dice_->below(6);
  if (dice_->percent(both)) {
    const Index father = add(unit, 1, age, family);
    marry(unit, father, add(unit, 2, age - std::min(younger, age), family));
    return father;
  }
  return add(unit, dice_->percent(75) ? 2 : 1, age, family);
}

/// Ages that the mother's (or father's) allows; returns how many came.
std::uint32_t UnitMaker::children(Unit& unit, Index father, Index mother, std::uint32_t most) {
  const Index elder = mother != nobody ? mother : father;
  const std::uint32_t age = unit.people[elder].age();
  if (age < 20) return 0;
  const std::uint32_t oldest = std::min<std::uint32_t>(age - 20, 29);
  const std::uint32_t count = dice_->between(1, most);
  std::uint32_t next = dice_->between(oldest / 3, oldest);
  for (std::uint32_t i = 0; i < count; ++i) {
    child_of(unit, father, mother, next);
    const std::uint32_t apart = dice_->between(2, 4);
    if (next < apart) return i + 1;
    next -= apart;
  }
  return count;
}

}  // namespace bench::population
