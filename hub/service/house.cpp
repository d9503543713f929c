#include "hub/service/house.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "hub/domain/record_kind.hpp"
#include "hub/linkage/household.hpp"
#include "hub/service/kept_apart.hpp"
#include "hub/service/link.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/protect.hpp"

namespace hub::service {
namespace {

/// Records that one token leads to; more than this share nothing that tells households apart.
constexpr std::size_t most_records = 64;

using Tokens = std::vector<crypto::Token>;

bool by_number(crypto::Token token) {
  return is_kind(MatchKind::household_number, token);
}

void add_keys(const Tokens& tokens, Tokens& keys) {
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(keys), [](crypto::Token token) {
    return by_number(token) || is_kind(MatchKind::address, token);
  });
}

/// All addresses and household numbers of a person, those of hints included.
Tokens household_keys(store::Reader& reader, store::PersonRow person) {
  Tokens keys;
  for (const auto& link : store::links_of(reader, person)) {
    const auto tokens = store::tokens_of(reader, link.record);
    add_keys(tokens, keys);
    const auto self = person_in(tokens);
    if (!self) continue;
    const auto hint = number_of(domain::RecordKind::household_hint);
    for (const auto& record : store::records_with(reader, *self, hint, most_records))
      add_keys(store::tokens_of(reader, record.row), keys);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// Where those live who bear the address, or whom hints of the household number are about.
std::vector<store::Residence> residences_by(store::Reader& reader, crypto::Token key) {
  if (!by_number(key)) return store::residences_with(reader, key, most_records);
  std::vector<store::Residence> residences;
  for (const auto hint : store::records_with(reader, key, most_records)) {
    const auto about = person_in(store::tokens_of(reader, hint));
    if (!about) continue;
    const auto more = store::residences_with(reader, *about, most_records);
    residences.insert(residences.end(), more.begin(), more.end());
  }
  return residences;
}

/// Somebody whom a key ties to the person.
struct Tie {
  store::Residence other;
  linkage::HouseholdRule rule;
};

std::vector<Tie> ties_by(store::Reader& reader, store::PersonRow person, crypto::Token key) {
  const auto rule =
      by_number(key) ? linkage::HouseholdRule::register_number : linkage::HouseholdRule::address;
  std::vector<Tie> ties;
  for (const auto& residence : residences_by(reader, key)) {
    if (residence.person != person) ties.push_back({residence, rule});
  }
  return ties;
}

/// Each once.
std::vector<store::HouseholdRow> households_of(const std::vector<Tie>& ties) {
  std::vector<store::HouseholdRow> households;
  for (const auto& tie : ties)
    households.push_back(tie.other.household);
  std::sort(households.begin(), households.end());
  households.erase(std::unique(households.begin(), households.end()), households.end());
  return households;
}

linkage::HouseholdKeys shared_by(crypto::Token key) {
  linkage::HouseholdKeys shared;
  if (by_number(key)) {
    shared.register_number = linkage::Number{0, key};
  } else {
    shared.address = key;
  }
  return shared;
}

struct Neighbours {
  std::vector<linkage::KnownHousehold> households;
  std::vector<Tie> ties;
};

Neighbours neighbours_of(store::Transaction& tx, store::PersonRow person, const Tokens& keys) {
  Neighbours known;
  for (const auto key : keys) {
    const auto ties = ties_by(tx, person, key);
    for (const auto household : households_of(ties)) {
      known.households.push_back({household.value, shared_by(key),
                                  store::count_members(tx, household),
                                  hides_from_household(tx, person, household, tx.now())});
    }
    known.ties.insert(known.ties.end(), ties.begin(), ties.end());
  }
  return known;
}

/// What put the two together holds no more: the person moved, or the register changed. Whom an
/// officer put there stays.
bool is_stranger(store::Transaction& tx, store::PersonRow person, const Tokens& keys,
                 store::HouseholdRow household) {
  bool alone = true;
  for (const auto& member : store::members_of(tx, household)) {
    if (member.person == person) {
      if (member.strength == store::Strength::officer) return false;
      continue;
    }
    alone = false;
    const auto theirs = household_keys(tx, member.person);
    Tokens both;
    std::set_intersection(keys.begin(), keys.end(), theirs.begin(), theirs.end(),
                          std::back_inserter(both));
    if (!both.empty()) return false;
  }
  return !alone;
}

void leave_strangers(store::Transaction& tx, store::PersonRow person, const Tokens& keys) {
  for (const auto household : store::households_of(tx, person)) {
    if (is_stranger(tx, person, keys, household)) {
      store::undo_member(tx, household, person, by_rule);
    }
  }
}

bool stands_in(const std::vector<store::HouseholdRow>& households, store::HouseholdRow one) {
  return std::find(households.begin(), households.end(), one) != households.end();
}

void put(store::Transaction& tx, store::HouseholdRow household, store::PersonRow person,
         linkage::HouseholdRule rule) {
  store::NewMember member;
  member.person = person;
  member.strength = rule == linkage::HouseholdRule::register_number ? store::Strength::deterministic
                                                                    : store::Strength::probable;
  member.evidence = linkage::name_of(rule);
  member.body = "{}";
  store::put_member(tx, household, member, by_rule);
}

/// How much a rule says: more than the one before it.
int weight(std::string_view evidence) {
  if (evidence == linkage::name_of(linkage::HouseholdRule::none)) return 0;
  if (evidence == linkage::name_of(linkage::HouseholdRule::address)) return 1;
  return evidence == linkage::name_of(linkage::HouseholdRule::register_number) ? 2 : 3;
}

/// A member stands by the surest tie to any other, whoever of them came first.
void strengthen(store::Transaction& tx, store::HouseholdRow household,
                const std::vector<Tie>& ties) {
  for (const auto& member : store::members_of(tx, household)) {
    auto best = linkage::HouseholdRule::none;
    for (const auto& tie : ties) {
      const bool theirs = tie.other.household == household && tie.other.person == member.person;
      if (theirs && weight(name_of(tie.rule)) > weight(name_of(best))) best = tie.rule;
    }
    if (weight(name_of(best)) > weight(member.evidence)) put(tx, household, member.person, best);
  }
}

}  // namespace

void join_household(store::Transaction& tx, store::PersonRow person) {
  const auto keys = household_keys(tx, person);
  leave_strangers(tx, person, keys);
  auto known = neighbours_of(tx, person, keys);
  const auto verdict = linkage::choose_household(known.households);
  const auto own = store::households_of(tx, person);
  if (!verdict.household) {
    if (own.empty()) put(tx, store::create_household(tx).row, person, linkage::HouseholdRule::none);
    return;
  }
  const store::HouseholdRow household{*verdict.household};
  if (!stands_in(own, household)) {
    for (const auto row : own) {
      if (store::count_members(tx, row) == 1) store::undo_member(tx, row, person, by_rule);
    }
    put(tx, household, person, verdict.rule);
  }
  known.ties.push_back({{person, household}, verdict.rule});
  strengthen(tx, household, known.ties);
}

void part_households(store::Transaction& tx, store::PersonRow person) {
  bool parted = false;
  for (const auto household : store::households_of(tx, person)) {
    if (!hides_from_household(tx, person, household, tx.now())) continue;
    store::undo_member(tx, household, person, by_rule);
    parted = true;
  }
  if (parted) join_household(tx, person);
}

}  // namespace hub::service
