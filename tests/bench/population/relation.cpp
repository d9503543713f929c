// The words for what people are to each other.
#include <algorithm>
#include <array>
#include <string>

#include "tests/bench/population/people.hpp"

namespace bench::population {

namespace {

const char* by_sex(const Being& being, const char* man, const char* woman) {
  return being.sex == 1 ? man : woman;
}

bool shares_parent(const Being& one, const Being& other) {
  return (one.mother != nobody && one.mother == other.mother) ||
         (one.father != nobody && one.father == other.father);
}

/// 長男, 次男 …: which of the sons or daughters of these parents.
std::string nth_child(const Unit& unit, Index child) {
  const Being& self = unit.people[child];
  std::size_t elder = 0;
  for (Index i = 0; i < unit.people.size(); ++i) {
    const Being& other = unit.people[i];
    if (i == child || other.sex != self.sex || !shares_parent(self, other)) continue;
    const bool before = other.born.digits() < self.born.digits();
    elder += before || (other.born == self.born && i < child) ? 1U : 0U;
  }
  constexpr std::array<const char*, 4> order = {"長", "次", "三", "四"};
  return std::string(order.at(std::min<std::size_t>(elder, 3))) + by_sex(self, "男", "女");
}

bool is_grandparent(const Unit& unit, Index elder, Index child) {
  const Being& self = unit.people[child];
  return (self.mother != nobody && is_parent(unit, elder, self.mother)) ||
         (self.father != nobody && is_parent(unit, elder, self.father));
}

std::string sibling(const Being& self, const Being& other) {
  const bool elder = other.born.digits() < self.born.digits();
  return elder ? by_sex(other, "兄", "姉") : by_sex(other, "弟", "妹");
}

}  // namespace

bool is_parent(const Unit& unit, Index parent, Index child) noexcept {
  const Being& self = unit.people[child];
  return self.mother == parent || self.father == parent;
}

std::string relation(const Unit& unit, Index self, Index other) {
  const Being& me = unit.people[self];
  const Being& you = unit.people[other];
  if (self == other) return "本人";
  if (me.spouse == other) return by_sex(you, "夫", "妻");
  if (is_parent(unit, self, other)) return nth_child(unit, other);
  if (is_parent(unit, other, self)) return by_sex(you, "父", "母");
  if (you.spouse != nobody && is_parent(unit, self, you.spouse)) {
    return by_sex(you, "子の夫", "子の妻");
  }
  if (me.spouse != nobody && is_parent(unit, other, me.spouse)) return by_sex(you, "義父", "義母");
  if (is_grandparent(unit, self, other)) return "孫";
  if (is_grandparent(unit, other, self)) return by_sex(you, "祖父", "祖母");
  if (shares_parent(me, you)) return sibling(me, you);
  return "同居人";
}

}  // namespace bench::population
