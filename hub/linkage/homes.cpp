#include "hub/linkage/homes.hpp"

#include "hub/linkage/home_bonds.hpp"
#include "hub/linkage/yielding.hpp"

namespace hub::linkage {
namespace {

class Settling {
 public:
  Settling(const HomeInput& input, const HomeSettings& settings)
      : input_(input), settings_(settings), residents_(input.population, input.person) {}

  Homes settle() {
    HomeBonds bonds(input_, settings_, residents_, false);
    homes_.crowded_houses = bonds.crowded_houses();
    auto group = grouped(bonds);
    if (!residents_.anybody_hidden()) {
      write(group, bonds, bonds, bonds.parts());
    } else {
      HomeBonds all(input_, settings_, residents_, true);
      Yielding(input_, residents_, all, group).place();
      for (std::uint32_t i = 0; i < residents_.count(); ++i)
        all.parts().join(i, bonds.root(i));
      write(group, bonds, all, all.parts());
    }
    return std::move(homes_);
  }

 private:
  /// All bonds; who would be in too large a household, by what sources say alone.
  std::vector<std::uint32_t> grouped(HomeBonds& bonds) {
    std::vector<std::uint32_t> sizes(residents_.count());
    for (std::uint32_t i = 0; i < residents_.count(); ++i)
      ++sizes[bonds.root(i)];
    std::vector<std::uint32_t> group(residents_.count());
    for (std::uint32_t i = 0; i < residents_.count(); ++i) {
      const auto root = bonds.root(i);
      const bool too_large = sizes[root] > settings_.most_in_household;
      homes_.too_large += too_large && root == i ? 1 : 0;
      group[i] = too_large ? bonds.said_root(i) : root;
    }
    take_out(group);
    return group;
  }

  /// Whom an officer took out is alone, in a group of their own number beyond all others'.
  void take_out(std::vector<std::uint32_t>& group) const {
    std::vector<std::uint32_t> alone;
    for (const auto& apart : input_.apart) {
      const auto who = residents_.place_of(apart.who);
      if (group[who] == group[residents_.place_of(apart.whose)]) alone.push_back(who);
    }
    for (const auto who : alone)
      group[who] = residents_.count() + who;
  }

  /// What is told of a group: of those who don't hide, unless all in it do.
  struct Told {
    Place first = 0;
    std::uint32_t shown = 0;
    std::uint32_t all = 0;
  };
  std::vector<Told> told_of(const std::vector<std::uint32_t>& group) const {
    const auto& population = input_.population;
    std::vector<Told> told(2 * group.size());
    for (const bool hidden : {false, true}) {
      for (std::uint32_t i = 0; i < group.size(); ++i) {
        if (residents_.hidden(i) != hidden) continue;
        auto& mine = told[group[i]];
        const auto person = residents_.person(i);
        const bool earlier = population.id(person) < population.id(mine.first);
        if (mine.all == 0 || (earlier && (!hidden || mine.shown == 0))) mine.first = person;
        mine.shown += hidden ? 0 : 1;
        ++mine.all;
      }
    }
    return told;
  }

  void write(const std::vector<std::uint32_t>& group, const HomeBonds& shown, const HomeBonds& all,
             UnionFind& parts) {
    const auto told = told_of(group);
    const auto records = input_.person.size();
    homes_.household.resize(records);
    homes_.rule.resize(records);
    homes_.part.resize(records);
    for (Place record = 0; record < records; ++record) {
      const auto i = residents_.place_of(record);
      const auto& mine = told[group[i]];
      const bool hidden = residents_.hidden(i);
      const bool alone = (hidden ? mine.all : mine.shown) < 2;
      homes_.household[record] = mine.first;
      homes_.rule[record] = alone ? HomeRule::none : (hidden ? all : shown).rule(i);
      homes_.part[record] = residents_.person(parts.root(i));
    }
  }

  const HomeInput& input_;
  const HomeSettings& settings_;
  Residents residents_;
  Homes homes_;
};

}  // namespace

std::string_view name_of(HomeRule rule) noexcept {
  constexpr std::string_view names[] = {"none", "address", "stated", "register_number"};
  return names[static_cast<std::size_t>(rule)];
}

Homes settle_homes(const HomeInput& input, const HomeSettings& settings) {
  return Settling(input, settings).settle();
}

}  // namespace hub::linkage
