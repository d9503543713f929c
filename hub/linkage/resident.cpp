#include "hub/linkage/resident.hpp"

#include <algorithm>

#include "hub/linkage/hash.hpp"
#include "hub/linkage/runs.hpp"

namespace hub::linkage {
namespace {

void add_names(const Packed& row, Resident& resident) {
  if (!row.whole_reading) resident.readings.add(row.family);
  if (!row.whole_spelling) resident.spellings.add(row.spelled_family);
  for (const auto phone : row.phones)
    resident.phones.add(phone);
}

/// Later first; among those of one day by what they are, so that no order of records matters.
bool is_later(const Residence& a, const Residence& b) noexcept {
  if (a.day != b.day) return a.day > b.day;
  if (a.town != b.town) return a.town < b.town;
  return a.number != b.number ? a.number < b.number : a.room > b.room;
}

/// The latest is now; a room that it lacks may be known from another day.
void settle(std::span<const Before> residences, Residents& residents) {
  auto& resident = residents.all[residences.front().resident];
  resident.now = residences.front().residence;
  for (const auto& one : residences) {
    if (!one.residence.same_house(resident.now)) {
      residents.before.push_back(one);
    } else if (resident.now.room == 0) {
      resident.now.room = one.residence.room;
    }
  }
}

void settle_all(std::vector<Before>& residences, Residents& residents) {
  std::sort(residences.begin(), residences.end(), [](const Before& x, const Before& y) {
    return x.resident != y.resident ? x.resident < y.resident : is_later(x.residence, y.residence);
  });
  for (std::size_t begin = 0; begin < residences.size();) {
    const auto end = run_end(residences, begin, [](const Before& one) { return one.resident; });
    settle(std::span<const Before>(residences).subspan(begin, end - begin), residents);
    begin = end;
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
  std::vector<Before> residences;
  residences.reserve(person.size());
  for (Place record = 0; record < person.size(); ++record) {
    const auto place = residents.place_of[record] = residents.place_of[person[record]];
    auto& resident = residents.all[place];
    for (const auto& row : population.rows_of(record)) {
      resident.hidden = resident.hidden || row.hidden;
      add_names(row, resident);
    }
    const auto& row = population.rows_of(record).front();
    const Residence residence{row.town, row.room, row.recorded, row.number};
    if (residence.known()) residences.push_back({place, residence});
  }
  settle_all(residences, residents);
  return residents;
}

bool share_family_name(const Resident& a, const Resident& b) noexcept {
  return a.readings.shares_any(b.readings) || a.spellings.shares_any(b.spellings);
}

}  // namespace hub::linkage
