// Makes households of every shape, one unit at a time.
#pragma once

#include <cstdint>

#include "tests/bench/population/foreigners.hpp"
#include "tests/bench/population/people.hpp"

namespace bench::population {

class UnitMaker {
 public:
  UnitMaker(const NameBook& names, const Foreigners& foreigners, Homes& homes, Dice& dice,
            bool crowded);

  Unit make();
  Unit make(Shape shape);

 private:
  Index add(Unit& unit, std::uint32_t sex, std::uint32_t age, const Written& family);
  Index child_of(Unit& unit, Index father, Index mother, std::uint32_t age);
  void marry(Unit& unit, Index one, Index other);
  void open(Unit& unit, Shape shape, const Home& home);
  void close(Unit& unit);
  void name_like_father(Unit& unit, Index child, Index father);

  void single(Unit& unit, Shape shape);
  void couple(Unit& unit);
  void nuclear(Unit& unit, Shape shape);
  void single_parent(Unit& unit, Shape shape);
  void three_generations(Unit& unit, Shape shape);
  void parent_and_unmarried(Unit& unit);
  void facility(Unit& unit);
  void foreign(Unit& unit);
  void left_home(Unit& unit);
  void homecoming(Unit& unit);
  void namesakes(Unit& unit);

  Index parents(Unit& unit, const Written& family, std::uint32_t age, std::uint32_t both);
  std::uint32_t children(Unit& unit, Index father, Index mother, std::uint32_t most);
  Written family_name();
  Day birthday(std::uint32_t age);
  Written give_name(std::uint32_t sex, const Day& born);

  const NameBook* names_;
  const Foreigners* foreigners_;
  Homes* homes_;
  Dice* dice_;
  bool crowded_;
  Weights by_shape_;
};

}  // namespace bench::population
