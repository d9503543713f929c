#include "hub/service/link.hpp"

#include <algorithm>
#include <iterator>

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

/// What linkage decided, and how sure it is.
struct Chosen {
  linkage::PersonVerdict verdict;
  store::Strength strength = store::Strength::probable;
};

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

/// All numbers of a person: two records of one system never come together through a third.
std::vector<linkage::Number> numbers_of(store::Reader& reader, store::PersonRow person,
                                        store::RecordRow but) {
  std::vector<linkage::Number> numbers;
  for (const auto& link : store::links_of(reader, person)) {
    if (link.record == but) continue;
    const auto more = numbers_of(reader, link.record);
    numbers.insert(numbers.end(), more.begin(), more.end());
  }
  return numbers;
}

/// Candidates as linkage sees them, each with the key that led there.
std::vector<linkage::KnownPerson> known_by_number(store::Transaction& tx, store::RecordRow self,
                                                  const std::vector<store::Link>& links) {
  std::vector<linkage::KnownPerson> known;
  for (const auto& link : links) {
    linkage::KnownPerson person{link.person.value, {{{}}, std::nullopt}};
    person.kept_apart = are_kept_apart(tx, self, link.person, tx.now());
    known.push_back(std::move(person));
  }
  return known;
}

/// `kana` stands for any of the record's readings.
std::vector<linkage::KnownPerson> known_by_kana(store::Transaction& tx, store::RecordRow self,
                                                const Tokens& readings, crypto::Token kana) {
  std::vector<linkage::KnownPerson> known;
  for (const auto& link : links_by(tx, self, readings)) {
    linkage::KnownPerson person{link.person.value, {numbers_of(tx, link.person, self), kana}};
    person.kept_apart = are_kept_apart(tx, self, link.person, tx.now());
    known.push_back(std::move(person));
  }
  return known;
}

/// The same number is as sure as the surest link of those who bear it: over a record that is joined
/// only probably, nothing becomes certain.
store::Strength surest(const std::vector<store::Link>& links, std::int64_t person) {
  auto strength = store::Strength::probable;
  for (const auto& link : links) {
    if (link.person.value == person && link.strength >= store::Strength::deterministic) {
      strength = store::Strength::deterministic;
    }
  }
  return strength;
}

Chosen choose(store::Transaction& tx, store::RecordRow self, const Tokens& tokens) {
  linkage::PersonKeys keys;
  keys.numbers = {{}};
  const auto links = links_by(tx, self, of_kind(MatchKind::number, tokens));
  const auto by_number = linkage::choose_person(keys, known_by_number(tx, self, links));
  const auto readings = of_kind(MatchKind::kana_birthday, tokens);
  if (by_number.person) return {by_number, surest(links, *by_number.person)};
  if (by_number.ambiguous || readings.empty()) return {by_number};
  keys.numbers = numbers_of(tx, self);
  keys.kana_birthday_sex = readings.front();
  const auto known = known_by_kana(tx, self, readings, readings.front());
  return {linkage::choose_person(keys, known)};
}

constexpr std::string_view own_record = "own_record";

/// Links that a rule made are judged again when keys change; what an officer decided stays, and so
/// does the record that a person began with.
bool is_judged(const store::Link& link) {
  return link.strength != store::Strength::officer && link.rule != own_record;
}

bool still_borne(store::Transaction& tx, const store::Link& link, const Tokens& tokens) {
  if (!is_judged(link)) return true;
  const auto chosen = choose(tx, link.record, tokens);
  return chosen.verdict.person == link.person.value && chosen.strength == link.strength;
}

Linked link_afresh(store::Transaction& tx, store::RecordRow record, const Tokens& tokens) {
  const auto chosen = choose(tx, record, tokens);
  Linked linked;
  linked.ambiguous = chosen.verdict.ambiguous;
  if (chosen.verdict.person) {
    linked.person = store::PersonRow{*chosen.verdict.person};
    store::link_record(tx, record, linked.person, chosen.strength,
                       linkage::name_of(chosen.verdict.rule), by_rule);
    return linked;
  }
  linked.person = store::create_person(tx).row;
  linked.created = true;
  store::link_record(tx, record, linked.person, store::Strength::deterministic, own_record,
                     by_rule);
  return linked;
}

/// The others were joined by keys that this record may not bear any more.
void judge_others(store::Transaction& tx, store::PersonRow person, store::RecordRow but) {
  for (const auto& link : store::links_of(tx, person)) {
    if (link.record == but) continue;
    const auto tokens = store::tokens_of(tx, link.record);
    if (tokens.empty() || still_borne(tx, link, tokens)) continue;
    store::unlink_record(tx, link.record, by_rule);
    join_household(tx, link_afresh(tx, link.record, tokens).person, tokens);
  }
}

}  // namespace

Linked link_person(store::Transaction& tx, store::RecordRow record, const Tokens& tokens) {
  const auto link = store::link_of(tx, record);
  if (!link) return link_afresh(tx, record, tokens);
  const bool stays = still_borne(tx, *link, tokens);
  if (!stays) store::unlink_record(tx, record, by_rule);
  judge_others(tx, link->person, record);
  return stays ? Linked{link->person} : link_afresh(tx, record, tokens);
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
  linkage::KnownHousehold known{household.value, {}, store::count_members(tx, household), false};
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

/// All addresses and household numbers of a person, those of hints included.
Tokens household_keys(store::Reader& reader, store::PersonRow person) {
  Tokens keys;
  for (const auto& link : store::links_of(reader, person)) {
    const auto self = person_in(store::tokens_of(reader, link.record));
    if (!self) continue;
    for (const auto row : store::records_with(reader, *self, most_records)) {
      for (const auto token : store::tokens_of(reader, row)) {
        const bool counts =
            is_kind(MatchKind::address, token) || is_kind(MatchKind::household_number, token);
        if (counts) keys.push_back(token);
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
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

void leave_strangers(store::Transaction& tx, store::PersonRow person) {
  const auto own = store::households_of(tx, person);
  if (own.empty()) return;
  const auto keys = household_keys(tx, person);
  for (const auto household : own) {
    if (is_stranger(tx, person, keys, household)) {
      store::undo_member(tx, household, person, by_rule);
    }
  }
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
  leave_strangers(tx, person);
  const auto verdict = linkage::choose_household(known_households(tx, person, tokens));
  const auto own = store::households_of(tx, person);
  if (!verdict.household) {
    if (own.empty()) put(tx, store::create_household(tx).row, person, linkage::HouseholdRule::none);
    return;
  }
  const store::HouseholdRow household{*verdict.household};
  if (lives_in(tx, person, household)) return;
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
  if (parted) join_household(tx, person, household_keys(tx, person));
}

}  // namespace hub::service
