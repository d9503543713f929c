#include "hub/linkage/yielding.hpp"

#include <algorithm>

namespace hub::linkage {

Yielding::Yielding(const HomeInput& input, const Residents& residents, HomeBonds& bonds,
                   std::vector<std::uint32_t>& group)
    : input_(input),
      residents_(residents),
      bonds_(bonds),
      group_(group),
      companies_(residents.count()) {}

/// Only parts in which somebody hides are looked at.
void Yielding::place() {
  std::vector<std::uint32_t> hidden;
  std::vector<bool> wanted(residents_.count());
  for (std::uint32_t i = 0; i < residents_.count(); ++i) {
    if (!residents_.hidden(i)) continue;
    hidden.push_back(i);
    wanted[bonds_.root(i)] = true;
  }
  for (std::uint32_t i = 0; i < residents_.count(); ++i) {
    if (residents_.hidden(i) || !wanted[bonds_.root(i)]) continue;
    auto& known = companies_[bonds_.root(i)];
    auto mine = std::find_if(known.begin(), known.end(),
                             [&](const Company& one) { return one.group == group_[i]; });
    if (mine == known.end()) mine = known.insert(known.end(), {group_[i], {}, false});
    mine->members.push_back(i);
  }
  std::sort(hidden.begin(), hidden.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& population = input_.population;
    return population.id(residents_.person(a)) < population.id(residents_.person(b));
  });
  for (const auto who : hidden)
    place(who);
}

void Yielding::place(std::uint32_t who) {
  auto& companies = companies_[bonds_.root(who)];
  Company* best = nullptr;
  for (auto& company : companies) {
    if (goes_with(who, company) && (best == nullptr || is_better(company, *best))) best = &company;
  }
  if (best == nullptr) {
    companies.push_back({group_[who], {who}, true});
  } else {
    group_[who] = best->group;
    best->members.push_back(who);
  }
}

bool Yielding::goes_with(std::uint32_t who, const Company& company) const {
  const auto is_in = [&](Place record) {
    const auto one = residents_.place_of(record);
    return std::find(company.members.begin(), company.members.end(), one) != company.members.end();
  };
  const auto parts = [&](Place one, Place other) {
    return (residents_.place_of(one) == who && is_in(other)) ||
           (residents_.place_of(other) == who && is_in(one));
  };
  return std::none_of(input_.hiding.begin(), input_.hiding.end(),
                      [&](const HidesFrom& one) { return parts(one.a, one.b); }) &&
         std::none_of(input_.apart.begin(), input_.apart.end(),
                      [&](const NotOfHousehold& one) { return parts(one.who, one.whose); });
}

/// Of those who don't hide, or of all where all do, so that no other hidden person decides.
RecordId Yielding::first_id(const Company& company) const {
  RecordId first = ~RecordId{0};
  for (const auto one : company.members) {
    if (company.of_hidden || !residents_.hidden(one))
      first = std::min(first, input_.population.id(residents_.person(one)));
  }
  return first;
}

bool Yielding::is_better(const Company& one, const Company& than) const {
  if (one.of_hidden != than.of_hidden) return !one.of_hidden;
  const auto size = [this](const Company& company) {
    return std::count_if(company.members.begin(), company.members.end(), [&](std::uint32_t member) {
      return company.of_hidden || !residents_.hidden(member);
    });
  };
  if (size(one) != size(than)) return size(one) > size(than);
  return first_id(one) < first_id(than);
}

}  // namespace hub::linkage
