#include "hub/linkage/compare.hpp"

#include <algorithm>

#include "hub/linkage/name_level.hpp"

namespace hub::linkage {
namespace {

SexLevel compare_sexes(const Packed& a, const Packed& b) noexcept {
  if (a.sex == 0 || b.sex == 0) return SexLevel::missing;
  return a.sex == b.sex ? SexLevel::same : SexLevel::different;
}

PhoneLevel compare_phones(const Packed& a, const Packed& b) noexcept {
  if (a.phones[0] == 0 || b.phones[0] == 0) return PhoneLevel::missing;
  for (const auto mine : a.phones) {
    if (mine != 0 && (mine == b.phones[0] || mine == b.phones[1])) return PhoneLevel::same;
  }
  return PhoneLevel::different;
}

constexpr unsigned group(HouseNumber number, unsigned place) noexcept {
  return static_cast<unsigned>(number >> (48U - 16U * place) & 0xFFFFU);
}

/// 2771 and 2771-1, or one of the numbers a slip off.
bool is_near(HouseNumber a, HouseNumber b) noexcept {
  unsigned differing = 0;
  bool near = true;
  for (unsigned place = 0; place < 4; ++place) {
    const auto mine = group(a, place);
    const auto theirs = group(b, place);
    if (mine == theirs) continue;
    ++differing;
    const bool left_out = place > 0 && (mine == 0 || theirs == 0);
    near = near && (left_out || differs_by_a_slip(mine, theirs));
  }
  return differing == 1 && near;
}

AddressLevel compare_rooms(const Packed& a, const Packed& b) noexcept {
  if (a.room == b.room) return a.room == 0 ? AddressLevel::house : AddressLevel::room;
  return a.room == 0 || b.room == 0 ? AddressLevel::house_open : AddressLevel::other_room;
}

void bear(Comparison& found, Field field, bool both, Rarity a, Rarity b) noexcept {
  found.rarities[slot(field)] = both ? std::min(a, b) : Rarity{0};
}

}  // namespace

AddressLevel compare_addresses(const Packed& a, const Packed& b) noexcept {
  if (a.town == 0 || b.town == 0) return AddressLevel::missing;
  if (a.town != b.town) return AddressLevel::elsewhere;
  if (a.number == 0 || b.number == 0) return AddressLevel::town;
  if (a.number == b.number) return compare_rooms(a, b);
  return is_near(a.number, b.number) ? AddressLevel::near_number : AddressLevel::town;
}

void add_all_but_names(const Packed& a, const Packed& b, Comparison& found) noexcept {
  const auto address = compare_addresses(a, b);
  const auto phone = compare_phones(a, b);
  const auto add = [&found](Field field, auto level) {
    found.levels[slot(field)] = static_cast<std::uint8_t>(level);
  };
  add(Field::birth, compare_births(a.birth, b.birth));
  add(Field::sex, compare_sexes(a, b));
  add(Field::address, address);
  add(Field::phone, phone);
  bear(found, Field::address, is_same_house(address), a.house_rarity, b.house_rarity);
  bear(found, Field::phone, phone == PhoneLevel::same, a.phone_rarity, b.phone_rarity);
}

void add_names(const Packed& a, const Packed& b, Comparison& found) noexcept {
  const auto [family, given] = compare_names(a, b);
  found.levels[slot(Field::family)] = static_cast<std::uint8_t>(family);
  found.levels[slot(Field::given)] = static_cast<std::uint8_t>(given);
  bear(found, Field::family, is_borne_by_both(family), a.family_rarity, b.family_rarity);
  bear(found, Field::given, is_borne_by_both(given), a.given_rarity, b.given_rarity);
}

Comparison compare(const Packed& a, const Packed& b) noexcept {
  Comparison found;
  add_all_but_names(a, b, found);
  add_names(a, b, found);
  return found;
}

}  // namespace hub::linkage
