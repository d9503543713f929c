#include "hub/linkage/prepare.hpp"

#include <algorithm>

#include "hub/linkage/hash.hpp"
#include "hub/linkage/spelling.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::linkage {
namespace {

constexpr std::uint32_t first_recorded = 10957;  // 2000-01-01

std::uint16_t pack_recorded(std::uint32_t days) noexcept {
  if (days <= first_recorded) return 0;
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(days - first_recorded, 0xFFFF));
}

std::uint16_t loose_hash(std::string_view key, std::string_view loose) noexcept {
  return short_hash<std::uint16_t>(loose.empty() ? key : loose);
}

/// Kana and Latin letters alone.
bool is_without_kanji(std::string_view key) noexcept {
  for (std::size_t at = 0; at < key.size();) {
    if (tsunagu::text::next(key, at) >= 0x3400) return false;
  }
  return true;
}

bool is_known(const Frequencies& names, std::uint64_t value) noexcept {
  return names.common.contains(value);
}

/// Leaves the name whole where no beginning of it is a known family name.
void part_spelling(const Model& model, std::string_view whole, Packed& row) {
  row.whole_spelling = true;
  row.spelled_family = hash_spelling(whole).hash;
  unsigned least = ~0U;
  for (const auto& way : ways_to_part(whole)) {
    if (!is_known(model.family.spelling, way.family.hash)) continue;
    const auto surprised = unsigned{model.family.spelling.of(way.family.hash)} +
                           model.given.spelling.of(way.given.hash);
    if (surprised >= least) continue;
    least = surprised;
    row.whole_spelling = false;
    row.spelled_family = way.family.hash;
    row.spelled_given = way.given.hash;
    row.given_length = static_cast<std::uint8_t>(way.given.length);
  }
}

void pack_spelling(const Model& model, const Spelling& name, Packed& row) {
  if (name.given.empty() && name.family.empty()) return;
  row.without_kanji = is_without_kanji(name.family) && is_without_kanji(name.given);
  if (name.family.empty()) return part_spelling(model, name.given, row);
  const auto given = hash_spelling(name.given);
  row.spelled_family = hash_spelling(name.family).hash;
  row.spelled_given = given.hash;
  row.given_length = static_cast<std::uint8_t>(given.length);
  row.loose_family = loose_hash(name.family, name.loose_family);
  row.loose_given = loose_hash(name.given, name.loose_given);
}

void part_reading(const Model& model, std::string_view whole, Packed& row) {
  const auto packed = pack_reading(whole);
  row.whole_reading = true;
  row.family = packed.front;
  row.given = packed.back;
  unsigned least = ~0U;
  for (unsigned length = 1; length < length_of(packed.front); ++length) {
    const auto way = split_at(packed, length);
    if (!is_known(model.family.reading, way.family)) continue;
    const auto surprised =
        unsigned{model.family.reading.of(way.family)} + model.given.reading.of(way.given);
    if (surprised >= least) continue;
    least = surprised;
    row.whole_reading = false;
    row.family = way.family;
    row.given = way.given;
  }
}

void pack_name(const Model& model, const NameFacts& name, Packed& row) {
  pack_spelling(model, name.spelling, row);
  if (name.reading.family.empty()) {
    if (!name.reading.given.empty()) part_reading(model, name.reading.given, row);
  } else {
    row.family = pack_reading(name.reading.family).front;
    row.given = pack_reading(name.reading.given).front;
  }
}

Rarity name_rarity(const NameFrequencies& names, Reading reading, SpellingHash spelled) noexcept {
  return reading != 0 ? names.reading.of(reading) : names.spelling.of(spelled);
}

Rarity less(Rarity rarity, double bits) noexcept {
  return static_cast<Rarity>(std::max(1.0, rarity + 8 * bits));
}

void add_rarities(const Model& model, Packed& row) noexcept {
  row.family_rarity = name_rarity(model.family, row.family, row.spelled_family);
  row.given_rarity = name_rarity(model.given, row.given, row.spelled_given);
  if (row.without_kanji) row.given_rarity = less(row.given_rarity, model.foreign);
  row.house_rarity = model.house.of(house_of(row));
  row.phone_rarity = std::min(model.phone.of(row.phones[0]), model.phone.of(row.phones[1]));
}

void pack_phones(std::span<const std::string_view> phones, Packed& row) noexcept {
  std::size_t used = 0;
  for (const auto phone : phones) {
    if (phone.empty() || used == 2) continue;
    row.phones[used++] = short_hash<std::uint32_t>(phone);
  }
}

}  // namespace

HouseNumber pack_house_number(std::string_view number) noexcept {
  HouseNumber packed = 0;
  unsigned shift = 48;
  while (!number.empty() && shift > 0) {
    const auto end = std::min(number.find('-'), number.size());
    HouseNumber value = 0;
    for (const char c : number.substr(0, end))
      value = std::min<HouseNumber>(value * 10 + static_cast<HouseNumber>(c - '0'), 0xFFFF);
    packed |= value << shift;
    shift -= 16;
    number.remove_prefix(std::min(end + 1, number.size()));
  }
  return packed | short_hash<std::uint16_t>(number);
}

void Preparer::pack(const PersonFacts& facts, std::vector<Packed>& rows) const {
  Packed common;
  common.birth = pack_birth(facts.birth);
  common.sex = facts.sex == 1 || facts.sex == 2 ? static_cast<std::uint8_t>(facts.sex) : 0;
  common.town = short_hash<std::uint32_t>(facts.address.town);
  common.number = pack_house_number(facts.address.number);
  common.room = short_hash<std::uint16_t>(facts.address.room);
  common.recorded = pack_recorded(facts.recorded);
  common.hidden = facts.hidden;
  pack_phones(facts.phones, common);
  for (const auto& number : facts.numbers)
    common.systems = static_cast<std::uint8_t>(common.systems | 1U << number.system % 8);
  static constexpr NameFacts nameless{};
  const auto names = facts.names.empty() ? std::span(&nameless, 1) : facts.names;
  for (const auto& name : names) {
    Packed row = common;
    pack_name(model, name, row);
    add_rarities(model, row);
    rows.push_back(row);
  }
}

}  // namespace hub::linkage
