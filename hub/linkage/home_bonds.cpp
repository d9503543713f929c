#include "hub/linkage/home_bonds.hpp"

#include <algorithm>

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

struct ByHouse {
  const Residents& residents;
  [[nodiscard]] std::uint64_t key(std::uint32_t i) const { return residents.now(i).house(); }
  [[gnu::always_inline]] void fetch(std::uint32_t i) const { residents.fetch(i); }
};

}  // namespace

HomeBonds::HomeBonds(const HomeInput& input, const HomeSettings& settings,
                     const Residents& residents, bool with_hidden)
    : input_(input),
      settings_(settings),
      residents_(residents),
      with_hidden_(with_hidden),
      said_(residents.count()),
      all_(residents.count()),
      rule_(residents.count()) {
  join_registered();
  join_stated();
  join_at_houses();
}

void HomeBonds::join(std::uint32_t a, std::uint32_t b, HomeRule rule) {
  all_.join(a, b);
  rule_[a] = std::max(rule_[a], rule);
  rule_[b] = std::max(rule_[b], rule);
}

void HomeBonds::join_said(std::uint32_t a, std::uint32_t b, HomeRule rule) {
  said_.join(a, b);
  join(a, b, rule);
}

/// What was said before somebody moved away binds nobody.
bool HomeBonds::is_outlived(std::uint32_t a, std::uint16_t day_a, std::uint32_t b,
                            std::uint16_t day_b) const {
  return !agree(now(a), now(b)) && (day_a < now(a).day || day_b < now(b).day);
}

void HomeBonds::join_registered() {
  std::vector<Entry> entries;
  entries.reserve(input_.registers.size());
  for (std::uint32_t i = 0; i < input_.registers.size(); ++i) {
    const auto& bearer = input_.registers[i];
    if (counts(residents_.place_of(bearer.record))) entries.push_back(entry_of(bearer.number, i));
  }
  for_each_group(entries, ByNumber{input_.registers, residents_},
                 [&](std::span<const Keyed> group) {
                   if (bearers(group) <= settings_.most_bearers) join_bearers(group);
                 });
}

/// Persons; few numbers are borne by so many records that they must be counted.
std::size_t HomeBonds::bearers(std::span<const Keyed> group) const {
  if (group.size() <= settings_.most_bearers) return group.size();
  std::vector<std::uint32_t> all;
  for (const auto& one : group)
    all.push_back(residents_.place_of(input_.registers[one.place].record));
  std::sort(all.begin(), all.end());
  return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

/// Two who are together by numbers already need not be looked at again.
void HomeBonds::join_bearers(std::span<const Keyed> group) {
  for (std::size_t i = 1; i < group.size(); ++i) {
    const auto& mine = input_.registers[group[i].place];
    const auto a = residents_.place_of(mine.record);
    for (std::size_t k = 0; k < i; ++k) {
      const auto& theirs = input_.registers[group[k].place];
      const auto b = residents_.place_of(theirs.record);
      if (!said_.together(a, b) && !is_outlived(a, mine.day, b, theirs.day))
        join_said(a, b, HomeRule::register_number);
    }
  }
}

void HomeBonds::join_stated() {
  for (const auto& stated : input_.stated) {
    const auto a = residents_.place_of(stated.a);
    const auto b = residents_.place_of(stated.b);
    if (a == b || !counts(a) || !counts(b)) continue;
    if (!is_outlived(a, stated.day, b, stated.day)) join_said(a, b, HomeRule::stated);
  }
}

void HomeBonds::join_at_houses() {
  std::vector<Entry> entries;
  entries.reserve(residents_.count());
  for (std::uint32_t i = 0; i < residents_.count(); ++i) {
    if (counts(i) && now(i).known()) entries.push_back(entry_of(now(i).house(), i));
  }
  for_each_group(entries, ByHouse{residents_},
                 [&](std::span<const Keyed> group) { settle_house(group); });
}

bool HomeBonds::all_together(std::span<const std::uint32_t> house) {
  return std::all_of(house.begin(), house.end(),
                     [&](std::uint32_t one) { return all_.together(one, house.front()); });
}

/// Whether there are more groups of residents that hang together by family names than one roof has.
bool HomeBonds::has_many_families(std::span<const std::uint32_t> house) {
  if (house.size() <= settings_.most_families) return false;
  families_.clear();
  for (const auto resident : house)
    families_.push_back(residents_.family_names(resident));
  UnionFind families(house.size());
  auto count = house.size();
  for (std::uint32_t i = 1; i < house.size(); ++i) {
    for (std::uint32_t k = 0; k < i; ++k) {
      if (families.together(i, k) || !families_[i].shares_any(families_[k])) continue;
      families.join(i, k);
      --count;
    }
  }
  return count > settings_.most_families;
}

void HomeBonds::settle_house(std::span<const Keyed> group) {
  house_.clear();
  for (const auto& one : group)
    house_.push_back(one.place);
  const std::span<std::uint32_t> house(house_);
  const bool large =
      house.size() > settings_.most_at_address ||
      std::binary_search(input_.large.begin(), input_.large.end(), group.front().key);
  const bool rooms = std::any_of(house.begin(), house.end(),
                                 [&](std::uint32_t one) { return now(one).room != 0; });
  crowded_ += large && !rooms ? 1 : 0;
  if (large) return join_rooms(house);
  if (all_together(house)) return;
  const bool one_roof = !rooms && !has_many_families(house);
  for (std::size_t i = 1; i < house.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (one_roof || live_in_one_flat(house, house[i], house[k]))
        join(house[i], house[k], HomeRule::address);
    }
  }
}

/// In a large house a room is all that tells who lives together.
void HomeBonds::join_rooms(std::span<std::uint32_t> house) {
  const auto room = [&](std::uint32_t one) { return now(one).room; };
  std::sort(house.begin(), house.end(),
            [&](std::uint32_t a, std::uint32_t b) { return room(a) < room(b); });
  for (std::size_t i = 1; i < house.size(); ++i) {
    if (room(house[i]) != 0 && room(house[i]) == room(house[i - 1]))
      join(house[i], house[i - 1], HomeRule::address);
  }
}

/// In a house with rooms, or of several families.
bool HomeBonds::live_in_one_flat(std::span<const std::uint32_t> house, std::uint32_t a,
                                 std::uint32_t b) {
  const auto room_a = now(a).room;
  const auto room_b = now(b).room;
  if (room_a != 0 && room_b != 0) return room_a == room_b;
  return !all_.together(a, b) && residents_.share_family_name(a, b) && has_one_flat(house, a) &&
         has_one_flat(house, b);
}

/// Whether all of that family name whose room is known live in one.
bool HomeBonds::has_one_flat(std::span<const std::uint32_t> house, std::uint32_t who) const {
  std::uint16_t room = 0;
  for (const auto one : house) {
    const auto other = now(one).room;
    if (other == 0 || !residents_.share_family_name(who, one)) continue;
    if (room != 0 && room != other) return false;
    room = other;
  }
  return true;
}

}  // namespace hub::linkage
