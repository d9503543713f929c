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

/// Households of others, each once.
std::vector<store::HouseholdRow> households_by(store::Reader& reader, store::PersonRow person,
                                               crypto::Token key) {
  std::vector<store::HouseholdRow> households;
  for (const auto& residence : residences_by(reader, key)) {
    if (residence.person != person) households.push_back(residence.household);
  }
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

std::vector<linkage::KnownHousehold> known_households(store::Transaction& tx,
                                                      store::PersonRow person, const Tokens& keys) {
  std::vector<linkage::KnownHousehold> known;
  for (const auto key : keys) {
    for (const auto household : households_by(tx, person, key)) {
      known.push_back({household.value, shared_by(key), store::count_members(tx, household),
                       hides_from_household(tx, person, household, tx.now())});
    }
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

}  // namespace

void join_household(store::Transaction& tx, store::PersonRow person) {
  const auto keys = household_keys(tx, person);
  leave_strangers(tx, person, keys);
  const auto verdict = linkage::choose_household(known_households(tx, person, keys));
  const auto own = store::households_of(tx, person);
  if (!verdict.household) {
    if (own.empty()) put(tx, store::create_household(tx).row, person, linkage::HouseholdRule::none);
    return;
  }
  const store::HouseholdRow household{*verdict.household};
  if (stands_in(own, household)) return;
  for (const auto row : own) {
    if (store::count_members(tx, row) == 1) store::undo_member(tx, row, person, by_rule);
  }
  put(tx, household, person, verdict.rule);
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
