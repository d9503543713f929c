#include "hub/linkage/resident.hpp"

#include <algorithm>

#include "hub/linkage/hash.hpp"

namespace hub::linkage {
namespace {

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (value == Value{}) return;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

template <class Value>
bool share_any(const std::vector<Value>& a, const std::vector<Value>& b) noexcept {
  return std::any_of(a.begin(), a.end(),
                     [&](Value value) { return std::find(b.begin(), b.end(), value) != b.end(); });
}

void add_names(const Packed& row, Resident& resident) {
  if (!row.whole_reading) add_once(resident.readings, row.family);
  if (!row.whole_spelling) add_once(resident.spellings, row.spelled_family);
  for (const auto phone : row.phones)
    add_once(resident.phones, phone);
}

/// Later first; among those of one day by what they are, so that no order of records matters.
bool is_later(const Residence& a, const Residence& b) noexcept {
  if (a.day != b.day) return a.day > b.day;
  if (a.town != b.town) return a.town < b.town;
  return a.number != b.number ? a.number < b.number : a.room > b.room;
}

/// The latest is now; a room that it lacks may be known from another day.
void settle(std::vector<Residence>& residences, Resident& resident) {
  if (residences.empty()) return;
  std::sort(residences.begin(), residences.end(), is_later);
  resident.now = residences.front();
  for (const auto& one : residences) {
    if (!one.same_house(resident.now)) {
      resident.before.push_back(one);
    } else if (resident.now.room == 0) {
      resident.now.room = one.room;
    }
  }
}

}  // namespace

std::uint64_t Residence::house() const noexcept {
  return mix(town, number);
}

Residents residents_of(const Population& population, std::span<const Place> person) {
  Residents residents;
  residents.place_of.resize(person.size());
  for (Place record = 0; record < person.size(); ++record) {
    if (person[record] != record) continue;
    residents.place_of[record] = static_cast<std::uint32_t>(residents.all.size());
    residents.all.emplace_back().person = record;
  }
  std::vector<std::vector<Residence>> residences(residents.all.size());
  for (Place record = 0; record < person.size(); ++record) {
    const auto place = residents.place_of[record] = residents.place_of[person[record]];
    auto& resident = residents.all[place];
    for (const auto& row : population.rows_of(record)) {
      resident.hidden = resident.hidden || row.hidden;
      add_names(row, resident);
    }
    const auto& row = population.rows_of(record).front();
    const Residence residence{row.town, row.room, row.recorded, row.number};
    if (residence.known()) residences[place].push_back(residence);
  }
  for (std::size_t i = 0; i < residences.size(); ++i)
    settle(residences[i], residents.all[i]);
  return residents;
}

bool share_family_name(const Resident& a, const Resident& b) noexcept {
  return share_any(a.readings, b.readings) || share_any(a.spellings, b.spellings);
}

bool share_phone(const Resident& a, const Resident& b) noexcept {
  return share_any(a.phones, b.phones);
}

}  // namespace hub::linkage
