#include "hub/linkage/homes.hpp"

#include <algorithm>
#include <utility>

#include "hub/linkage/resident.hpp"
#include "hub/linkage/together.hpp"
#include "hub/linkage/union_find.hpp"

namespace hub::linkage {
namespace {

struct ByNumber {
  std::span<const RegisterBearer> registers;
  const Residents& residents;
  [[nodiscard]] std::uint64_t key(std::uint32_t i) const { return registers[i].number; }
  [[gnu::always_inline]] void fetch(std::uint32_t i) const {
    residents.fetch(residents.place_of(registers[i].record));
  }
};

/// Those who live in a house, and behind them, by their places in `before()`, those who did.
struct ByHouse {
  const Residents& residents;
  [[nodiscard]] bool is_now(std::uint32_t i) const { return i < residents.count(); }
  [[nodiscard]] const Before& before(std::uint32_t i) const {
    return residents.before()[i - residents.count()];
  }
  [[nodiscard]] std::uint64_t key(std::uint32_t i) const {
    return is_now(i) ? residents.now(i).house() : before(i).residence.house();
  }
  [[gnu::always_inline]] void fetch(std::uint32_t i) const {
    if (is_now(i)) residents.fetch(i);
  }
};

struct ByPhone {
  std::span<const Line> lines;
  const Residents& residents;
  [[nodiscard]] std::uint64_t key(std::uint32_t i) const { return lines[i].phone; }
  [[gnu::always_inline]] void fetch(std::uint32_t i) const { residents.fetch(lines[i].resident); }
};

/// Joins are of two kinds: those by register numbers hold in households of any size. Two who are
/// together already need not be looked at again, since no join asks what others did.
class Settling {
 public:
  Settling(const HomeInput& input, const HomeSettings& settings)
      : input_(input),
        settings_(settings),
        residents_(input.population, input.person),
        registered_(residents_.count()),
        all_(residents_.count()) {}

  Homes settle() {
    join_registered();
    join_stated();
    join_at_houses();
    join_by_phone();
    Homes homes;
    homes.crowded_houses = crowded_;
    auto group = grouped(homes);
    write(group, homes);
    add_former(group, homes);
    return homes;
  }

 private:
  const Residence& now(std::uint32_t resident) const { return residents_.now(resident); }

  std::uint32_t resident_of(const RegisterBearer& bearer) const {
    return residents_.place_of(bearer.record);
  }

  /// A number from before somebody moved away binds nobody.
  bool is_outlived(const RegisterBearer& a, const RegisterBearer& b) const {
    const auto& x = now(resident_of(a));
    const auto& y = now(resident_of(b));
    const auto day = [&](const RegisterBearer& one) {
      return input_.population.rows_of(one.record).front().recorded;
    };
    return !agree(x, y) && (day(a) < x.day || day(b) < y.day);
  }

  void join_registered() {
    std::vector<Entry> entries;
    entries.reserve(input_.registers.size());
    for (std::uint32_t i = 0; i < input_.registers.size(); ++i) {
      const auto& bearer = input_.registers[i];
      if (!residents_.hidden(resident_of(bearer))) entries.push_back(entry_of(bearer.number, i));
    }
    for_each_group(entries, ByNumber{input_.registers, residents_},
                   [&](std::span<const Keyed> group) {
                     if (group.size() <= 4 * settings_.most_in_household) join_bearers(group);
                   });
  }

  void join_bearers(std::span<const Keyed> group) {
    for (std::size_t i = 1; i < group.size(); ++i) {
      const auto& mine = input_.registers[group[i].place];
      for (std::size_t k = 0; k < i; ++k) {
        const auto& theirs = input_.registers[group[k].place];
        const auto a = resident_of(mine);
        const auto b = resident_of(theirs);
        if (registered_.together(a, b) || is_outlived(mine, theirs)) continue;
        registered_.join(a, b);
        all_.join(a, b);
      }
    }
  }

  void join_stated() {
    for (const auto& stated : input_.stated) {
      const auto a = residents_.place_of(stated.a);
      const auto b = residents_.place_of(stated.b);
      if (!residents_.hidden(a) && !residents_.hidden(b) && agree(now(a), now(b))) all_.join(a, b);
    }
  }

  void join_at_houses() {
    std::vector<Entry> entries;
    entries.reserve(residents_.count());
    for (std::uint32_t i = 0; i < residents_.count(); ++i) {
      if (!residents_.hidden(i) && now(i).known()) entries.push_back(entry_of(now(i).house(), i));
    }
    const auto before = residents_.before();
    for (std::uint32_t i = 0; i < before.size(); ++i) {
      if (residents_.hidden(before[i].resident)) continue;
      entries.push_back(entry_of(before[i].residence.house(), residents_.count() + i));
    }
    for_each_group(entries, ByHouse{residents_},
                   [&](std::span<const Keyed> group) { settle_house(group); });
  }

  void settle_house(std::span<const Keyed> group) {
    const ByHouse houses{residents_};
    house_.clear();
    for (const auto& one : group) {
      if (houses.is_now(one.place)) house_.push_back(one.place);
    }
    if (house_.size() > 1) join_house(house_);
    for (const auto& one : group) {
      if (!houses.is_now(one.place)) note_former(houses.before(one.place));
    }
  }

  bool all_together(std::span<const std::uint32_t> house) {
    return std::all_of(house.begin(), house.end(),
                       [&](std::uint32_t one) { return all_.together(one, house.front()); });
  }

  /// Whether there are more groups of residents that share a family name than one roof has.
  bool has_many_families(std::span<const std::uint32_t> house) {
    if (house.size() <= settings_.most_families) return false;
    families_.clear();
    for (const auto resident : house) {
      const auto names = residents_.family_names(resident);
      if (std::none_of(families_.begin(), families_.end(),
                       [&](const FamilyNames& other) { return names.shares_any(other); }))
        families_.push_back(names);
    }
    return families_.size() > settings_.most_families;
  }

  void join_house(std::span<std::uint32_t> house) {
    const bool rooms = std::any_of(house.begin(), house.end(),
                                   [&](std::uint32_t one) { return now(one).room != 0; });
    const bool crowded = !rooms && house.size() > settings_.most_at_address;
    crowded_ += crowded ? 1 : 0;
    if (crowded) return;
    if (all_together(house)) return;
    if (house.size() > settings_.most_at_address) return join_rooms(house);
    const bool one_roof = !rooms && !has_many_families(house);
    for (std::size_t i = 1; i < house.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (one_roof || live_in_one_flat(house, house[i], house[k])) all_.join(house[i], house[k]);
      }
    }
  }

  /// In a large house a room is all that tells who lives together.
  void join_rooms(std::span<std::uint32_t> house) {
    const auto room = [&](std::uint32_t one) { return now(one).room; };
    std::sort(house.begin(), house.end(),
              [&](std::uint32_t a, std::uint32_t b) { return room(a) < room(b); });
    for (std::size_t i = 1; i < house.size(); ++i) {
      if (room(house[i]) != 0 && room(house[i]) == room(house[i - 1]))
        all_.join(house[i], house[i - 1]);
    }
  }

  /// In a house with rooms, or of several families.
  bool live_in_one_flat(std::span<const std::uint32_t> house, std::uint32_t a, std::uint32_t b) {
    const auto room_a = now(a).room;
    const auto room_b = now(b).room;
    if (room_a != 0 && room_b != 0) return room_a == room_b;
    return !all_.together(a, b) && residents_.share_family_name(a, b) && has_one_flat(house, a);
  }

  /// Whether all of that family name whose room is known live in one.
  bool has_one_flat(std::span<const std::uint32_t> house, std::uint32_t who) const {
    std::uint16_t room = 0;
    for (const auto one : house) {
      const auto other = now(one).room;
      if (other == 0 || !residents_.share_family_name(who, one)) continue;
      if (room != 0 && room != other) return false;
      room = other;
    }
    return true;
  }

  void join_by_phone() {
    const auto lines = residents_.lines();
    std::vector<Entry> entries;
    entries.reserve(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      if (!residents_.hidden(lines[i].resident)) entries.push_back(entry_of(lines[i].phone, i));
    }
    for_each_group(entries, ByPhone{lines, residents_}, [&](std::span<const Keyed> group) {
      if (group.size() > settings_.most_at_address) return;
      for (std::size_t i = 1; i < group.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
          join_callers(lines[group[i].place].resident, lines[group[k].place].resident);
      }
    });
  }

  void join_callers(std::uint32_t a, std::uint32_t b) {
    if (!all_.together(a, b) && residents_.share_family_name(a, b) && agree(now(a), now(b)))
      all_.join(a, b);
  }

  /// All bonds; who would be in too large a household, by register numbers alone.
  std::vector<std::uint32_t> grouped(Homes& homes) {
    std::vector<std::uint32_t> sizes(residents_.count());
    for (std::uint32_t i = 0; i < residents_.count(); ++i)
      ++sizes[all_.root(i)];
    std::vector<std::uint32_t> group(residents_.count());
    for (std::uint32_t i = 0; i < residents_.count(); ++i) {
      const bool too_large = sizes[all_.root(i)] > settings_.most_in_household;
      homes.too_large += too_large && all_.root(i) == i ? 1 : 0;
      group[i] = too_large ? registered_.root(i) : all_.root(i);
    }
    return group;
  }

  /// Of each group, in place of its number, the record whose id is smallest.
  void write(std::vector<std::uint32_t>& group, Homes& homes) const {
    constexpr auto nobody = ~Place{0};
    const auto& population = input_.population;
    std::vector<Place> first(group.size(), nobody);
    for (std::uint32_t i = 0; i < group.size(); ++i) {
      auto& place = first[group[i]];
      const auto mine = residents_.person(i);
      if (place == nobody || population.id(mine) < population.id(place)) place = mine;
    }
    for (auto& one : group)
      one = first[one];
    homes.household.resize(input_.person.size());
    for (Place record = 0; record < homes.household.size(); ++record)
      homes.household[record] = group[residents_.place_of(record)];
  }

  /// Those of the name who live there now.
  void note_former(const Before& before) {
    for (const auto other : house_) {
      if (agree(before.residence, now(other)) &&
          residents_.share_family_name(before.resident, other))
        former_.emplace_back(before.resident, other);
    }
  }

  void add_former(const std::vector<std::uint32_t>& group, Homes& homes) const {
    for (const auto& [who, other] : former_) {
      if (group[other] == group[who]) continue;
      homes.former.push_back({residents_.person(who), group[other]});
    }
    std::sort(homes.former.begin(), homes.former.end(), [](const auto& a, const auto& b) {
      return std::pair(a.person, a.household) < std::pair(b.person, b.household);
    });
    homes.former.erase(std::unique(homes.former.begin(), homes.former.end()), homes.former.end());
  }

  const HomeInput& input_;
  const HomeSettings& settings_;
  Residents residents_;
  UnionFind registered_;
  UnionFind all_;
  std::vector<std::uint32_t> house_;
  std::vector<FamilyNames> families_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> former_;  ///< who, and who lives there now
  std::size_t crowded_ = 0;
};

}  // namespace

Homes settle_homes(const HomeInput& input, const HomeSettings& settings) {
  return Settling(input, settings).settle();
}

}  // namespace hub::linkage
