#include "hub/service/claim.hpp"

#include <algorithm>

#include "hub/store/cases.hpp"
#include "hub/store/consents.hpp"
#include "hub/store/matches.hpp"
#include "hub/store/named_decisions.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using linkage::Bond;
using store::PersonRow;
using store::RecordRow;
using store::Strength;

constexpr std::string_view own_record = "own_record";

bool is_own(const store::Link& link) {
  return link.rule == own_record;
}

/// The one that it began with; else the one that has been its own for the longest.
bool begins_before(const store::Link& one, const store::Link& other) {
  return is_own(one) != is_own(other) ? is_own(one) : one.row < other.row;
}

std::string_view rule_of(Strength strength) {
  switch (strength) {
    case Strength::officer:
      return "officer";
    case Strength::deterministic:
      return "same_number";
    default:
      return "likeness";
  }
}

}  // namespace

bool bears_matters(store::Reader& reader, PersonRow person) {
  return !store::referrals_of(reader, person).empty() ||
         !store::open_cases_of(reader, person).empty() ||
         !store::consent_events_of(reader, person).empty() ||
         store::has_decisions(reader, person) || store::has_matches(reader, person);
}

void Claims::settle(const std::vector<Records>& groups) {
  read_links(groups);
  find_beginnings();
  for (const auto& group : groups)
    settle_one(group);
  for (const auto& [record, link] : links_) {
    if (owner_.at(record) != link.person) moved_.insert({link.person, owner_.at(record)});
  }
}

void Claims::read_links(const std::vector<Records>& groups) {
  for (const auto& group : groups) {
    for (const auto record : group) {
      if (auto link = store::link_of(tx_, record)) links_.emplace(record, std::move(*link));
    }
  }
}

void Claims::find_beginnings() {
  for (const auto& [record, link] : links_) {
    const auto [known, fresh] = beginnings_.try_emplace(link.person, record);
    if (!fresh && begins_before(link, links_.at(known->second))) known->second = record;
  }
}

void Claims::settle_one(const Records& group) {
  std::vector<PersonRow> claimants;
  for (const auto record : group) {
    const auto link = links_.find(record);
    if (link != links_.end() && beginnings_.at(link->second.person) == record)
      claimants.push_back(link->second.person);
  }
  std::sort(claimants.begin(), claimants.end());
  if (claimants.empty()) return give(person_for(group), group);
  if (claimants.size() == 1) return give(claimants.front(), group);
  std::vector<PersonRow> bearers;
  std::copy_if(claimants.begin(), claimants.end(), std::back_inserter(bearers),
               [this](PersonRow one) { return bears_matters(tx_, one); });
  if (bearers.size() > 1) return divide(group, bearers);
  give(bearers.empty() ? claimants.front() : bearers.front(), group);
}

/// Who leaves a person becomes again who they were, where nobody is that person since: a join that
/// is taken back leaves no trace but in the log.
PersonRow Claims::person_for(const Records& group) {
  for (const auto record : group) {
    if (!links_.contains(record)) continue;
    auto history = store::link_history(tx_, record);
    std::reverse(history.begin(), history.end());
    for (const auto& link : history) {
      const bool free = is_own(link) && store::read_person(tx_, link.person) &&
                        store::links_of(tx_, link.person).empty();
      if (free && revived_.insert(link.person).second) return link.person;
    }
  }
  return store::create_person(tx_).row;
}

/// Each keeps what it has; the others' records go where they are most alike.
void Claims::divide(const Records& group, const std::vector<PersonRow>& bearers) {
  std::map<RecordRow, PersonRow> given;
  for (const auto record : group) {
    const auto link = links_.find(record);
    if (link == links_.end()) continue;
    if (std::binary_search(bearers.begin(), bearers.end(), link->second.person))
      given.emplace(record, link->second.person);
  }
  for (const auto record : group) {
    if (!given.contains(record)) given.emplace(record, nearest(record, given));
  }
  std::map<PersonRow, Records> records;
  for (const auto& [record, person] : given)
    records[person].push_back(record);
  for (const auto& [person, of_person] : records)
    give(person, of_person);
}

PersonRow Claims::nearest(RecordRow record, const std::map<RecordRow, PersonRow>& given) {
  auto best = given.begin()->second;
  const store::LinkEdge* strongest = nullptr;
  for (const auto& edge : edges_.of(record)) {
    const auto other = given.find(edge.other);
    if (other == given.end() || !edges_.is_bond(edge)) continue;
    const bool stronger = strongest == nullptr || edge.bond < strongest->bond ||
                          (edge.bond == strongest->bond && edge.score > strongest->score);
    if (!stronger) continue;
    strongest = &edge;
    best = other->second;
  }
  return best;
}

/// By numbers first, then by officers. Over a record that is joined by likeness alone, nothing
/// becomes certain.
std::map<RecordRow, Strength> Claims::certain_from(RecordRow first, const Records& records) {
  std::map<RecordRow, Strength> certain{{first, Strength::deterministic}};
  for (const auto weakest : {Bond::number, Bond::officer}) {
    std::vector<RecordRow> todo;
    todo.reserve(certain.size());
    for (const auto& [record, strength] : certain)
      todo.push_back(record);
    while (!todo.empty()) {
      const auto next = todo.back();
      todo.pop_back();
      for (const auto& edge : edges_.of(next)) {
        const auto bond = static_cast<Bond>(edge.bond);
        if (bond == Bond::likeness || (weakest == Bond::number && bond == Bond::officer)) continue;
        if (!std::binary_search(records.begin(), records.end(), edge.other)) continue;
        const auto strength = bond == Bond::officer ? Strength::officer : certain.at(next);
        if (certain.emplace(edge.other, strength).second) todo.push_back(edge.other);
      }
    }
  }
  return certain;
}

void Claims::give(PersonRow person, const Records& records) {
  const auto begun = beginnings_.find(person);
  const auto first = begun == beginnings_.end() ? records.front() : begun->second;
  const auto certain = certain_from(first, records);
  for (const auto record : records) {
    owner_[record] = person;
    const auto sure = certain.find(record);
    const auto strength = sure == certain.end() ? Strength::probable : sure->second;
    if (record == first) {
      link(record, person, Strength::deterministic, own_record);
    } else {
      link(record, person, strength, rule_of(strength));
    }
  }
}

void Claims::link(RecordRow record, PersonRow person, Strength strength, std::string_view rule) {
  const auto now = links_.find(record);
  if (now != links_.end()) {
    const auto& link = now->second;
    if (link.person == person && link.strength == strength && link.rule == rule) return;
    store::unlink_record(tx_, record, by_);
  }
  store::link_record(tx_, record, person, strength, rule, by_);
}

}  // namespace hub::service
