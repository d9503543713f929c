#include "hub/linkage/resident.hpp"

#include <numeric>
#include <tuple>

#include "hub/linkage/compare.hpp"
#include "hub/linkage/hash.hpp"

namespace hub::linkage {
namespace {

/// Later first; among those of one day by what they are, so that no order of records matters.
bool is_later(const Residence& a, const Residence& b) noexcept {
  if (a.day != b.day) return a.day > b.day;
  if (a.town != b.town) return a.town < b.town;
  return a.number != b.number ? a.number < b.number : a.room > b.room;
}

}  // namespace

Residence residence_in(const Packed& row) noexcept {
  return {row.town, row.room, row.recorded, row.number};
}

Residence latest(std::span<Residence> residences) noexcept {
  if (residences.empty()) return {};
  if (residences.size() > 1) std::sort(residences.begin(), residences.end(), is_later);
  auto now = residences.front();
  for (const auto& one : residences) {
    if (now.room == 0 && one.same_house(now)) now.room = one.room;
  }
  return now;
}

std::uint64_t Residence::house() const noexcept {
  return mix(town, number);
}

bool agree(const Residence& a, const Residence& b) noexcept {
  if (!a.known() || !b.known()) return true;
  if (a.same_house(b)) return a.room == b.room || a.room == 0 || b.room == 0;
  Packed x;
  Packed y;
  std::tie(x.town, x.number) = std::tie(a.town, a.number);
  std::tie(y.town, y.number) = std::tie(b.town, b.number);
  return compare_addresses(x, y) == AddressLevel::near_number;
}

Residents::Residents(const Population& population, std::span<const Place> person)
    : population_(population), person_(person), place_of_(person.size()) {
  gather();
  std::vector<Residence> residences;
  for (std::uint32_t resident = 0; resident < count(); ++resident)
    read(resident, residences);
}

/// The records of each person beside one another.
void Residents::gather() {
  std::uint32_t persons = 0;
  for (Place record = 0; record < person_.size(); ++record) {
    if (person_[record] == record) place_of_[record] = persons++;
  }
  begin_.assign(persons + 2, 0);
  for (Place record = 0; record < person_.size(); ++record) {
    place_of_[record] = place_of_[person_[record]];
    ++begin_[place_of_[record] + 2];
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  records_.resize(person_.size());
  for (Place record = 0; record < person_.size(); ++record)
    records_[begin_[place_of_[record] + 1]++] = record;
  now_.resize(persons);
  hidden_.resize(persons);
}

void Residents::read(std::uint32_t resident, std::vector<Residence>& residences) {
  constexpr std::uint32_t ahead = 16;
  residences.clear();
  for (auto i = begin_[resident]; i < begin_[resident + 1]; ++i) {
    if (i + ahead < records_.size()) population_.fetch(records_[i + ahead]);
    const auto& row = population_.rows_of(records_[i]).front();
    if (row.hidden) hidden_[resident] = anybody_hidden_ = true;
    const auto residence = residence_in(row);
    if (residence.known()) residences.push_back(residence);
  }
  now_[resident] = latest(residences);
}

FamilyNames Residents::family_names(std::uint32_t resident) const noexcept {
  FamilyNames names;
  for (const auto record : records_of(resident)) {
    for (const auto& row : population_.rows_of(record)) {
      if (!row.whole_reading) names.readings.add(row.family);
      if (!row.whole_spelling) names.spellings.add(row.spelled_family);
    }
  }
  return names;
}

}  // namespace hub::linkage
