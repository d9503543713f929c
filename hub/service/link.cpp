#include "hub/service/link.hpp"

#include <algorithm>

#include "hub/linkage/household.hpp"
#include "hub/linkage/person.hpp"
#include "hub/service/kept_apart.hpp"
#include "hub/service/received.hpp"

namespace hub::service {
namespace {

/// Records that one token leads to; more than this share nothing that tells people apart.
constexpr std::size_t most_records = 64;
constexpr std::string_view by_rule = "linkage/1";

using Tokens = std::vector<crypto::Token>;

store::Strength strength_of(linkage::PersonRule rule) {
  return linkage::is_certain(rule) ? store::Strength::deterministic : store::Strength::probable;
}

/// Numbers as their own system gave them, to tell two people of one system apart.
std::vector<linkage::Number> numbers_of(store::Reader& reader, store::RecordRow row) {
  const auto stored = store::read_record(reader, row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record) return {};
  return numbers_in(*record, reader.keys().tokens(crypto::Purpose::system_number));
}

/// The person that a household hint is about.
std::optional<store::Link> person_of_hint(store::Reader& reader, store::RecordRow row) {
  const auto key = person_in(store::tokens_of(reader, row));
  return key ? person_behind(reader, *key) : std::nullopt;
}

/// Live links of other records that bear one of the tokens.
std::vector<store::Link> links_by(store::Reader& reader, store::RecordRow self,
                                  const Tokens& tokens) {
  std::vector<store::Link> links;
  for (const auto token : tokens) {
    for (const auto row : store::records_with(reader, token, most_records)) {
      if (row == self) continue;
      if (auto link = store::link_of(reader, row)) links.push_back(std::move(*link));
    }
  }
  return links;
}

/// Candidates as linkage sees them: one entry a record, each with that record's own keys.
std::vector<linkage::KnownPerson> known_by_numbers(store::Transaction& tx, store::RecordRow self,
                                                   const Tokens& numbers) {
  std::vector<linkage::KnownPerson> known;
  for (const auto token : numbers) {
    for (const auto& link : links_by(tx, self, {token})) {
      linkage::KnownPerson person{link.person.value, {{{0, token}}, std::nullopt}};
      person.kept_apart = are_kept_apart(tx, self, link.person, tx.now());
      known.push_back(std::move(person));
    }
  }
  return known;
}

std::vector<linkage::KnownPerson> known_by_kana(store::Transaction& tx, store::RecordRow self,
                                                crypto::Token kana) {
  std::vector<linkage::KnownPerson> known;
  for (const auto& link : links_by(tx, self, {kana})) {
    linkage::KnownPerson person{link.person.value, {numbers_of(tx, link.record), kana}};
    person.kept_apart = are_kept_apart(tx, self, link.person, tx.now());
    known.push_back(std::move(person));
  }
  return known;
}

linkage::PersonVerdict choose(store::Transaction& tx, store::RecordRow self, const Tokens& tokens) {
  linkage::PersonKeys keys;
  const auto numbers = of_kind(MatchKind::number, tokens);
  for (const auto token : numbers)
    keys.numbers.push_back({0, token});
  auto verdict = linkage::choose_person(keys, known_by_numbers(tx, self, numbers));
  const auto kana = of_kind(MatchKind::kana_birthday, tokens);
  if (verdict.person || verdict.ambiguous || kana.empty()) return verdict;
  keys.numbers = numbers_of(tx, self);
  keys.kana_birthday_sex = kana.front();
  return linkage::choose_person(keys, known_by_kana(tx, self, kana.front()));
}

/// Whether anything still speaks for a link that a rule made.
bool still_borne(store::Transaction& tx, const store::Link& link, const Tokens& tokens) {
  if (link.strength == store::Strength::officer) return true;
  const auto others = store::links_of(tx, link.person);
  if (others.size() == 1) return true;  // a person of this record alone
  const auto verdict = choose(tx, link.record, tokens);
  return verdict.person == link.person.value;
}

}  // namespace

Linked link_person(store::Transaction& tx, store::RecordRow record, const Tokens& tokens) {
  if (const auto link = store::link_of(tx, record)) {
    if (still_borne(tx, *link, tokens)) return {link->person};
    store::unlink_record(tx, record, by_rule);
  }
  const auto verdict = choose(tx, record, tokens);
  Linked linked;
  linked.ambiguous = verdict.ambiguous;
  if (verdict.person) {
    linked.person = store::PersonRow{*verdict.person};
    store::link_record(tx, record, linked.person, strength_of(verdict.rule),
                       linkage::name_of(verdict.rule), by_rule);
    return linked;
  }
  linked.person = store::create_person(tx).row;
  linked.created = true;
  store::link_record(tx, record, linked.person, store::Strength::deterministic, "own_record",
                     by_rule);
  return linked;
}

std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token) {
  for (const auto row : store::records_with(reader, token, most_records)) {
    if (auto link = store::link_of(reader, row)) return link;
  }
  return std::nullopt;
}

namespace {

/// What the person shares with the household of another by one token.
linkage::KnownHousehold known_household(store::Transaction& tx, store::PersonRow person,
                                        store::HouseholdRow household, crypto::Token token) {
  linkage::KnownHousehold known{
      household.value, {}, store::members_of(tx, household).size(), false};
  if (is_kind(MatchKind::household_number, token)) {
    known.shared.register_number = linkage::Number{0, token};
  } else {
    known.shared.address = token;
  }
  known.kept_apart = hides_from_household(tx, person, household, tx.now());
  return known;
}

/// Households of the others who bear one of these tokens.
std::vector<linkage::KnownHousehold> known_households(store::Transaction& tx,
                                                      store::PersonRow person,
                                                      const Tokens& tokens) {
  std::vector<linkage::KnownHousehold> known;
  for (const auto token : tokens) {
    const bool by_number = is_kind(MatchKind::household_number, token);
    if (!by_number && !is_kind(MatchKind::address, token)) continue;
    for (const auto row : store::records_with(tx, token, most_records)) {
      const auto link = by_number ? person_of_hint(tx, row) : store::link_of(tx, row);
      if (!link || link->person == person) continue;
      for (const auto household : store::households_of(tx, link->person)) {
        known.push_back(known_household(tx, person, household, token));
      }
    }
  }
  return known;
}

bool lives_in(store::Reader& reader, store::PersonRow person, store::HouseholdRow household) {
  const auto rows = store::households_of(reader, person);
  return std::find(rows.begin(), rows.end(), household) != rows.end();
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

void join_household(store::Transaction& tx, store::PersonRow person, const Tokens& tokens) {
  const auto verdict = linkage::choose_household(known_households(tx, person, tokens));
  const auto own = store::households_of(tx, person);
  if (!verdict.household) {
    if (own.empty()) put(tx, store::create_household(tx).row, person, linkage::HouseholdRule::none);
    return;
  }
  const store::HouseholdRow household{*verdict.household};
  if (lives_in(tx, person, household)) return;
  for (const auto row : own) {
    if (store::members_of(tx, row).size() == 1) store::undo_member(tx, row, person, by_rule);
  }
  put(tx, household, person, verdict.rule);
}

}  // namespace hub::service
