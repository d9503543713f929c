#include "hub/service/memberships.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "hub/service/link.hpp"
#include "hub/store/cases.hpp"

namespace hub::service {
namespace {

using store::HouseholdRow;
using store::PersonRow;

std::string iso_day(std::uint16_t packed) {
  using namespace std::chrono;
  const sys_days day = sys_days(year(2000) / January / 1) + days(packed);
  return base::jst_date(base::from_jst_day(year_month_day(day)));
}

store::Strength strength_of(linkage::HomeRule rule) {
  return rule == linkage::HomeRule::register_number ? store::Strength::deterministic
                                                    : store::Strength::probable;
}

}  // namespace

void Memberships::add(const Placed& one) {
  const auto [known, fresh] = group_of_.try_emplace(one.group, groups_.size());
  if (fresh) groups_.emplace_back();
  groups_[known->second].persons.push_back(one);
  auto& before = before_[one.person] = store::memberships_of(tx_, one.person);
  for (const auto& member : before)
    lived_[member.household].push_back(one.person);
  now_[one.person] = one.now;
}

/// Whoever hides claims nothing from others: whose household it is must not tell of her.
std::vector<Memberships::Claim> Memberships::claims() {
  std::vector<Claim> claims;
  for (std::size_t at = 0; at < groups_.size(); ++at) {
    std::map<HouseholdRow, Claim> mine;
    const auto& persons = groups_[at].persons;
    const bool all_hide =
        std::all_of(persons.begin(), persons.end(), [](const Placed& one) { return one.hidden; });
    for (const auto& one : persons) {
      if (one.hidden && !all_hide) continue;
      for (const auto& member : before_.at(one.person)) {
        auto& claim = mine.try_emplace(member.household).first->second;
        claim.household = member.household;
        claim.group = at;
        claim.stays = claim.stays || !one.moved;
        if (claim.persons == 0 || one.person < claim.first) claim.first = one.person;
        claim.persons += one.hidden ? 0 : 1;
      }
    }
    for (auto& [household, claim] : mine) {
      claim.open_case = mine.size() > 1 && !store::open_cases_of(tx_, household).empty();
      claims.push_back(claim);
    }
  }
  return claims;
}

/// The one of which most live there already; then one with an open case; then whom nothing moved.
void Memberships::give(const std::vector<Claim>& claims) {
  std::set<HouseholdRow> given;
  for (const auto& claim : claims) {
    auto& group = groups_[claim.group];
    if (group.household.value == 0 && given.insert(claim.household).second)
      group.household = claim.household;
  }
  for (auto& group : groups_) {
    if (group.household.value == 0) group.household = store::create_household(tx_).row;
  }
}

std::vector<HouseholdRow> Memberships::keep() {
  auto all = claims();
  std::sort(all.begin(), all.end(), [](const Claim& a, const Claim& b) {
    const auto key = [](const Claim& one) {
      return std::tuple(one.persons, one.open_case, one.stays);
    };
    if (key(a) != key(b)) return key(a) > key(b);
    return std::tie(a.household, a.first) < std::tie(b.household, b.first);
  });
  give(all);
  for (const auto& group : groups_) {
    for (const auto& one : group.persons)
      settle(one, group.household);
  }
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  return std::move(changed_);
}

/// Known to live in another house than all who lived with them.
bool Memberships::left_by_moving(const Placed& one, HouseholdRow household) const {
  if (!one.now.known()) return false;
  bool others = false;
  for (const auto person : lived_.at(household)) {
    const auto& there = now_.at(person);
    if (person == one.person || !there.known()) continue;
    if (there.same_house(one.now)) return false;
    others = true;
  }
  return others;
}

void Memberships::settle(const Placed& one, HouseholdRow household) {
  store::NewMember member;
  member.person = one.person;
  member.strength = strength_of(one.rule);
  member.evidence = linkage::name_of(one.rule);
  bool stands = false;
  for (const auto& before : before_.at(one.person)) {
    if (before.household == household) {
      stands = before.evidence == member.evidence;
      member.from_day = before.from_day;
      continue;
    }
    changed_.push_back(before.household);
    if (left_by_moving(one, before.household)) {
      member.from_day = iso_day(one.now.day);
      store::end_member(tx_, before.household, one.person, member.from_day);
    } else {
      store::undo_member(tx_, before.household, one.person, by_rule);
    }
  }
  if (stands) return;
  store::put_member(tx_, household, member, by_rule);
  changed_.push_back(household);
}

}  // namespace hub::service
