// Each shape of household.
#include <algorithm>

#include "tests/bench/population/unit_maker.hpp"

namespace bench::population {

void UnitMaker::single(Unit& unit, Shape shape) {
  const bool old = shape == Shape::single_old;
  open(unit, shape,
       shape == Shape::shared_house ? homes_->shared_house(*dice_)
       : old                        ? homes_->any(*dice_)
             : (dice_->percent(70) ? homes_->flat(*dice_) : homes_->house(*dice_)));
  const std::uint32_t age = old ? dice_->between(65, 96) : dice_->between(19, 64);
  const std::uint32_t sex = old && dice_->percent(65) ? 2 : dice_->between(1, 2);
  add(unit, sex, age, family_name());
  close(unit);
}

void UnitMaker::couple(Unit& unit) {
  open(unit, Shape::couple, homes_->any(*dice_));
  const bool old = dice_->percent(60);
  const std::uint32_t age = old ? dice_->between(63, 92) : dice_->between(25, 62);
  parents(unit, family_name(), age, 100);
  close(unit);
}

void UnitMaker::nuclear(Unit& unit, Shape shape) {
  open(unit, shape, homes_->any(*dice_));
  const bool twins = shape == Shape::twins;
  const std::uint32_t age = dice_->between(twins ? 27 : 24, 55);
  const Index father = parents(unit, family_name(), age, 100);
  const Index mother = unit.people[father].spouse;
  children(unit, father, mother, 3);
  if (twins) {
    const Index last = static_cast<Index>(unit.people.size() - 1);
    const Index twin = child_of(unit, father, mother, unit.people[last].age());
    Being& other = unit.people[twin];
    other.born = unit.people[last].born;
    if (dice_->percent(70)) {
      other.sex = unit.people[last].sex;
      other.given = names_->given_like(*dice_, unit.people[last].given, other.sex, other.born.year);
    }
    while (other.given.kanji == unit.people[last].given.kanji ||
           other.given.kana == unit.people[last].given.kana)
      other.given = give_name(other.sex, other.born);
  }
  close(unit);
}

void UnitMaker::single_parent(Unit& unit, Shape shape) {
  open(unit, shape, homes_->any(*dice_));
  const bool carer = shape == Shape::young_carer;
  const bool woman = dice_->percent(85);
  const std::uint32_t age = dice_->between(carer ? 34 : 22, 52);
  const Index parent = add(unit, woman ? 2 : 1, age, family_name());
  const Index father = woman ? nobody : parent;
  const Index mother = woman ? parent : nobody;
  if (carer) {
    const Index child = child_of(unit, father, mother, dice_->between(9, 17));
    unit.people[parent].carer = child;
  } else {
    children(unit, father, mother, 3);
  }
  close(unit);
}

void UnitMaker::three_generations(Unit& unit, Shape shape) {
  open(unit, shape, homes_->house(*dice_));
  const bool double_care = shape == Shape::double_care;
  const Written family = family_name();
  const std::uint32_t age = dice_->between(double_care ? 34 : 30, 50);
  const Index elder = parents(unit, family, age + dice_->between(24, 36), 45);
  const Index elder_spouse = unit.people[elder].spouse;
  const Index father = parents(unit, family, age, 100);
  const Index mother = unit.people[father].spouse;
  Index grandmother = unit.people[elder].sex == 2 ? elder : elder_spouse;
  const Index grandfather = unit.people[elder].sex == 1 ? elder : elder_spouse;
  unit.people[father].father = grandfather;
  unit.people[father].mother = grandmother;
  if (grandmother != nobody && dice_->percent(3)) {  // in-laws of one reading
    Being& wife = unit.people[mother];
    wife.given.kana = unit.people[grandmother].given.kana;
    const std::string other =
        names_->same_sound(*dice_, wife.given.kana, unit.people[grandmother].given.kanji);
    wife.given.kanji = other.empty() ? unit.people[grandmother].given.kanji : other;
  }
  unit.people[elder].carer = dice_->percent(70) ? mother : father;
  if (double_care) {
    child_of(unit, father, mother, dice_->below(std::min(17U, age - 22)));
  } else {
    children(unit, father, mother, 3);
  }
  close(unit);
}

void UnitMaker::parent_and_unmarried(Unit& unit) {
  open(unit, Shape::parent_and_unmarried,
       dice_->percent(75) ? homes_->house(*dice_) : homes_->flat(*dice_));
  const std::uint32_t age = dice_->between(40, 61);
  const std::uint32_t older = dice_->between(24, 34);
  const Index elder = parents(unit, family_name(), age + older, 35);
  const Index spouse = unit.people[elder].spouse;
  const bool man = unit.people[elder].sex == 1;
  const Index child = child_of(unit, man ? elder : spouse, man ? spouse : elder, age);
  unit.people[elder].carer = dice_->percent(60) ? child : nobody;
  if (dice_->percent(8)) {
    child_of(unit, man ? elder : spouse, man ? spouse : elder, age - dice_->between(1, 4));
  }
  close(unit);
}

/// Most came from a home of their own within two years.
void UnitMaker::facility(Unit& unit) {
  open(unit, Shape::facility, homes_->care_home(*dice_));
  const std::uint32_t age = dice_->between(76, 99);
  if (dice_->percent(8)) {
    parents(unit, family_name(), age, 100);
  } else {
    const std::uint32_t sex = dice_->percent(72) ? 2 : 1;
    add(unit, sex, age, family_name());
  }
  close(unit);
  if (!dice_->percent(60)) return;
  unit.homes.push_back(homes_->any(*dice_));
  const Day moved = day_of(number_of(today) - dice_->between(30, 700));
  for (Being& being : unit.people)
    being.stays = {{0, 1, false}, {moved.digits(), 0, false}};
}

void UnitMaker::foreign(Unit& unit) {
  open(unit, Shape::foreign, homes_->flat(*dice_));
  const std::size_t family = foreigners_->family(*dice_);
  const Written usual_family = family_name();
  const bool has_usual = dice_->percent(30);
  if (dice_->percent(45)) {
    const std::uint32_t sex = dice_->between(1, 2);
    add(unit, sex, dice_->between(20, 45), usual_family);
  } else {
    const Index father = parents(unit, usual_family, dice_->between(26, 48), 100);
    children(unit, father, unit.people[father].spouse, 2);
  }
  for (Being& being : unit.people) {
    being.passport = foreigners_->name(*dice_, family, being.sex);
    if (!has_usual) continue;
    being.usual = Written{being.family.kanji + " " + being.given.kanji,
                          being.family.kana + " " + being.given.kana};
  }
  close(unit);
}

/// A grown child that moved to a place of its own within the year.
void UnitMaker::left_home(Unit& unit) {
  open(unit, Shape::nuclear, homes_->any(*dice_));
  const Written family = family_name();
  const std::uint32_t age = dice_->between(20, 34);
  const Index father = parents(unit, family, age + dice_->between(24, 34), 100);
  close(unit);
  open(unit, Shape::left_home, homes_->flat(*dice_));
  const Index child = child_of(unit, father, unit.people[father].spouse, age);
  const Day moved = day_of(number_of(today) - dice_->between(20, 360));
  unit.people[child].stays = {{0, unit.houses[0].home, false},
                              {moved.digits(), unit.houses[1].home, false}};
  close(unit);
}

/// 里帰り: a daughter with her parents from before a birth until after it.
void UnitMaker::homecoming(Unit& unit) {
  open(unit, Shape::couple, homes_->house(*dice_));
  const std::uint32_t age = dice_->between(23, 38);
  const std::uint32_t older = dice_->between(24, 32);
  const Index grandfather = parents(unit, family_name(), age + older, 100);
  close(unit);
  open(unit, Shape::homecoming, homes_->any(*dice_));
  const Index father = parents(unit, family_name(), age + 1, 100);
  const Index mother = unit.people[father].spouse;
  unit.people[mother].father = grandfather;
  unit.people[mother].mother = unit.people[grandfather].spouse;
  const Index baby = child_of(unit, father, mother, 0);
  const std::uint32_t birth = number_of(today) - dice_->between(120, 330);
  unit.people[baby].born = day_of(birth);
  const Index parents_home = unit.houses[0].home;
  const Index home = unit.houses[1].home;
  unit.people[mother].stays = {{0, home, false},
                               {day_of(birth - 60).digits(), parents_home, true},
                               {day_of(birth + 60).digits(), home, false}};
  close(unit);
}

/// Neighbours of one family name, and of one given name or one reading.
void UnitMaker::namesakes(Unit& unit) {
  const auto [left, right] = homes_->neighbours(*dice_);
  const Written family = family_name();
  open(unit, Shape::namesakes, left);
  const Index one = parents(unit, family, dice_->between(40, 90), 60);
  close(unit);
  open(unit, Shape::namesakes, right);
  const Index other = parents(unit, family, dice_->between(40, 90), 60);
  Being& namesake = unit.people[other];
  if (namesake.sex != unit.people[one].sex && namesake.spouse != nobody) {
    Being& spouse = unit.people[namesake.spouse];
    spouse.sex = namesake.sex;
    spouse.given = give_name(spouse.sex, spouse.born);
  }
  namesake.sex = unit.people[one].sex;
  Written given = unit.people[one].given;
  if (dice_->percent(40)) {
    const std::string written = names_->same_sound(*dice_, given.kana, given.kanji);
    if (!written.empty()) given.kanji = written;
  }
  namesake.given = given;
  close(unit);
}

}  // namespace bench::population
