#include "hub/linkage/homes.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "hub/linkage/compare.hpp"
#include "hub/linkage/hash.hpp"
#include "hub/linkage/radix.hpp"
#include "hub/linkage/resident.hpp"
#include "hub/linkage/runs.hpp"

namespace hub::linkage {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Who is joined with whom; of register numbers apart, since these hold in any number.
struct Bonds {
  std::vector<Pair> by_register{};
  std::vector<Pair> others{};
};

struct Key {
  std::uint64_t key = 0;
  std::uint32_t resident = 0;
  std::uint16_t day = 0;
  friend bool operator<(const Key& a, const Key& b) noexcept {
    return std::tie(a.key, a.resident, a.day) < std::tie(b.key, b.resident, b.day);
  }
};

/// Keys with the same upper half of their hash lie together after a radix sort; then each group is
/// sorted by itself.
std::vector<Key> lying_together(const std::vector<Key>& keys) {
  std::vector<Entry> entries;
  entries.reserve(keys.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i)
    entries.push_back(mix(keys[i].key) >> 32U << 32U | i);
  std::vector<Entry> spare;
  radix_sort(entries, spare);
  std::vector<Key> sorted;
  sorted.reserve(keys.size());
  for (const auto entry : entries)
    sorted.push_back(keys[row_of(entry)]);
  return sorted;
}

/// Calls `group` for all keys that are the same, where they are two or more.
template <class Group>
void for_each_same(std::span<const Key> sorted, Group group) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = run_end(sorted, begin, [](const Key& one) { return one.key; });
    if (end - begin > 1) group(sorted.subspan(begin, end - begin));
    begin = end;
  }
}

template <class Group>
void for_each_group(const std::vector<Key>& keys, Group group) {
  auto sorted = lying_together(keys);
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto end = run_end(sorted, begin, [](const Key& one) { return mix(one.key) >> 32U; });
    const auto near = std::span(sorted).subspan(begin, end - begin);
    if (near.size() > 1) {
      std::sort(near.begin(), near.end());
      for_each_same(near, group);
    }
    begin = end;
  }
}

class Settling {
 public:
  Settling(const HomeInput& input, const HomeSettings& settings)
      : input_(input),
        settings_(settings),
        residents_(residents_of(input.population, input.person)) {}

  Homes settle() {
    join_registered();
    join_stated();
    join_at_houses();
    join_by_phone();
    Homes homes;
    homes.crowded_houses = crowded_;
    const auto group = grouped(homes);
    write(group, homes);
    add_former(group, homes);
    return homes;
  }

 private:
  const Resident& at(std::uint32_t place) const { return residents_.all[place]; }

  /// Whether they may live together for all that is known of where they live.
  bool agree(const Residence& a, const Residence& b) const noexcept {
    if (!a.known() || !b.known()) return true;
    Packed x;
    Packed y;
    std::tie(x.town, x.number, x.room) = std::tie(a.town, a.number, a.room);
    std::tie(y.town, y.number, y.room) = std::tie(b.town, b.number, b.room);
    const auto level = compare_addresses(x, y);
    return level <= AddressLevel::near_number && level != AddressLevel::other_room;
  }

  /// A number from before somebody moved away binds nobody.
  bool is_outlived(const Key& a, const Key& b) const noexcept {
    const auto& x = at(a.resident).now;
    const auto& y = at(b.resident).now;
    return !agree(x, y) && (a.day < x.day || b.day < y.day);
  }

  void join_registered() {
    std::vector<Key> keys;
    for (const auto& bearer : input_.registers) {
      const auto place = residents_.place_of[bearer.record];
      if (at(place).hidden) continue;
      keys.push_back(
          {bearer.number, place, input_.population.rows_of(bearer.record).front().recorded});
    }
    for_each_group(keys, [&](std::span<const Key> group) {
      if (group.size() > 4 * settings_.most_in_household) return;
      for (std::size_t i = 1; i < group.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (!is_outlived(group[i], group[k]))
            bonds_.by_register.emplace_back(group[i].resident, group[k].resident);
        }
      }
    });
  }

  void join_stated() {
    for (const auto& [a, b] : input_.stated) {
      const auto x = residents_.place_of[a];
      const auto y = residents_.place_of[b];
      if (!at(x).hidden && !at(y).hidden && agree(at(x).now, at(y).now))
        bonds_.others.emplace_back(x, y);
    }
  }

  void join_at_houses() {
    for (std::uint32_t i = 0; i < residents_.all.size(); ++i) {
      if (!at(i).hidden && at(i).now.known()) houses_.push_back({at(i).now.house(), i, 0});
    }
    for_each_group(houses_, [&](std::span<const Key> group) { join_house(group); });
  }

  /// Family names at a house, as groups that share none.
  std::size_t families_in(std::span<const Key> house) const {
    std::vector<std::uint32_t> first;
    for (const auto& key : house) {
      if (std::none_of(first.begin(), first.end(), [&](std::uint32_t other) {
            return share_family_name(at(key.resident), at(other));
          }))
        first.push_back(key.resident);
    }
    return first.size();
  }

  void join_house(std::span<const Key> house) {
    const bool rooms = std::any_of(house.begin(), house.end(),
                                   [&](const Key& key) { return at(key.resident).now.room != 0; });
    const bool crowded = !rooms && house.size() > settings_.most_at_address;
    crowded_ += crowded ? 1 : 0;
    if (crowded) return;
    const bool one_roof = !rooms && families_in(house) <= settings_.most_families;
    for (std::size_t i = 1; i < house.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const auto a = house[i].resident;
        const auto b = house[k].resident;
        if (one_roof || live_in_one_flat(house, a, b)) bonds_.others.emplace_back(a, b);
      }
    }
  }

  /// In a house with rooms, or of several families.
  bool live_in_one_flat(std::span<const Key> house, std::uint32_t a, std::uint32_t b) const {
    const auto room_a = at(a).now.room;
    const auto room_b = at(b).now.room;
    if (!share_family_name(at(a), at(b))) return room_a != 0 && room_a == room_b;
    if (room_a == room_b && room_a != 0) return true;
    if (room_a != 0 && room_b != 0) return false;
    return house.size() <= settings_.most_at_address && has_one_flat(house, a);
  }

  /// Whether all of that family name whose room is known live in one.
  bool has_one_flat(std::span<const Key> house, std::uint32_t who) const {
    std::uint16_t room = 0;
    for (const auto& key : house) {
      const auto other = at(key.resident).now.room;
      if (other == 0 || !share_family_name(at(who), at(key.resident))) continue;
      if (room != 0 && room != other) return false;
      room = other;
    }
    return true;
  }

  void join_by_phone() {
    std::vector<Key> keys;
    for (std::uint32_t i = 0; i < residents_.all.size(); ++i) {
      if (at(i).hidden) continue;
      for (const auto phone : at(i).phones)
        keys.push_back({phone, i, 0});
    }
    for_each_group(keys, [&](std::span<const Key> group) {
      if (group.size() > settings_.most_at_address) return;
      for (std::size_t i = 1; i < group.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          const auto& a = at(group[i].resident);
          const auto& b = at(group[k].resident);
          if (share_family_name(a, b) && agree(a.now, b.now))
            bonds_.others.emplace_back(group[i].resident, group[k].resident);
        }
      }
    });
  }

  static std::uint32_t root(std::vector<std::uint32_t>& group, std::uint32_t one) {
    while (group[one] != one)
      one = group[one] = group[group[one]];
    return one;
  }

  static void unite(const std::vector<Pair>& pairs, std::vector<std::uint32_t>& group) {
    for (const auto& [a, b] : pairs)
      group[root(group, a)] = root(group, b);
  }

  std::vector<std::uint32_t> each_alone() const {
    std::vector<std::uint32_t> group(residents_.all.size());
    std::iota(group.begin(), group.end(), 0U);
    return group;
  }

  /// All bonds; who would be in too large a household, by register numbers alone.
  std::vector<std::uint32_t> grouped(Homes& homes) const {
    auto all = each_alone();
    unite(bonds_.by_register, all);
    unite(bonds_.others, all);
    auto registered = each_alone();
    unite(bonds_.by_register, registered);
    std::vector<std::size_t> sizes(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
      ++sizes[root(all, i)];
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      const bool too_large = sizes[root(all, i)] > settings_.most_in_household;
      homes.too_large += too_large && root(all, i) == i ? 1 : 0;
      registered[i] = too_large ? root(registered, i) : root(all, i);
    }
    return registered;
  }

  /// Groups by the record whose id is smallest.
  void write(const std::vector<std::uint32_t>& group, Homes& homes) {
    first_.assign(group.size(), 0);
    std::vector<bool> set(group.size());
    const auto& population = input_.population;
    for (std::uint32_t i = 0; i < group.size(); ++i) {
      auto& first = first_[group[i]];
      if (!set[group[i]] || population.id(at(i).person) < population.id(first))
        first = at(i).person;
      set[group[i]] = true;
    }
    homes.household.resize(input_.person.size());
    for (std::size_t record = 0; record < homes.household.size(); ++record)
      homes.household[record] = first_[group[residents_.place_of[record]]];
  }

  /// Those of the name who live there now.
  void add_former(const std::vector<std::uint32_t>& group, Homes& homes) const {
    auto keys = houses_;
    std::sort(keys.begin(), keys.end());
    for (const auto& [resident, residence] : residents_.before) {
      if (!at(resident).hidden) add_former_at(residence, resident, keys, group, homes);
    }
    std::sort(homes.former.begin(), homes.former.end());
    homes.former.erase(std::unique(homes.former.begin(), homes.former.end()), homes.former.end());
  }

  void add_former_at(const Residence& before, std::uint32_t who, const std::vector<Key>& keys,
                     const std::vector<std::uint32_t>& group, Homes& homes) const {
    auto key = std::lower_bound(keys.begin(), keys.end(), Key{before.house(), 0, 0});
    for (; key != keys.end() && key->key == before.house(); ++key) {
      const auto& other = at(key->resident);
      if (group[key->resident] == group[who] || !share_family_name(at(who), other)) continue;
      if (agree(before, other.now))
        homes.former.push_back({at(who).person, first_[group[key->resident]]});
    }
  }

  const HomeInput& input_;
  const HomeSettings& settings_;
  Residents residents_;
  Bonds bonds_;
  std::vector<Key> houses_;
  std::vector<Place> first_;
  std::size_t crowded_ = 0;
};

}  // namespace

Homes settle_homes(const HomeInput& input, const HomeSettings& settings) {
  return Settling(input, settings).settle();
}

}  // namespace hub::linkage
