#include "hub/service/link.hpp"

#include "hub/linkage/person.hpp"
#include "hub/service/house.hpp"
#include "hub/service/kept_apart.hpp"
#include "hub/service/received.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/consents.hpp"
#include "hub/store/named_decisions.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

/// Records that one token leads to; more than this share nothing that tells people apart.
constexpr std::size_t most_records = 64;

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
std::vector<linkage::KnownPerson> known_by_number(store::Reader& reader, base::UtcMillis at,
                                                  store::RecordRow self,
                                                  const std::vector<store::Link>& links) {
  std::vector<linkage::KnownPerson> known;
  for (const auto& link : links) {
    linkage::KnownPerson person{link.person.value, {{{}}, std::nullopt}};
    person.kept_apart = are_kept_apart(reader, self, link.person, at);
    known.push_back(std::move(person));
  }
  return known;
}

/// The first reading stands for any of the record's.
std::vector<linkage::KnownPerson> known_by_kana(store::Reader& reader, base::UtcMillis at,
                                                store::RecordRow self, const Tokens& readings) {
  std::vector<linkage::KnownPerson> known;
  for (const auto& link : links_by(reader, self, readings)) {
    linkage::KnownPerson person{link.person.value,
                                {numbers_of(reader, link.person, self), readings.front()}};
    person.kept_apart = are_kept_apart(reader, self, link.person, at);
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

/// A number that the token has found already.
linkage::PersonKeys by_any_number() {
  return {{{}}, std::nullopt};
}

Chosen choose(store::Transaction& tx, store::RecordRow self, const Tokens& tokens) {
  const auto links = links_by(tx, self, of_kind(MatchKind::number, tokens));
  const auto by_number =
      linkage::choose_person(by_any_number(), known_by_number(tx, tx.now(), self, links));
  const auto readings = of_kind(MatchKind::kana_birthday, tokens);
  if (by_number.person) return {by_number, surest(links, *by_number.person)};
  if (by_number.ambiguous || readings.empty()) return {by_number};
  const auto known = known_by_kana(tx, tx.now(), self, readings);
  if (known.empty()) return {};
  return {linkage::choose_person({numbers_of(tx, self), readings.front()}, known)};
}

/// Each alone, as if nobody else fitted.
void add_fitting(const linkage::PersonKeys& keys, const std::vector<linkage::KnownPerson>& known,
                 std::vector<Fitting>& out) {
  for (const auto& one : known) {
    const auto verdict = linkage::choose_person(keys, {&one, 1});
    if (verdict.person) out.push_back({store::PersonRow{*verdict.person}, verdict.rule});
  }
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
    join_household(tx, link_afresh(tx, link.record, tokens).person);
  }
}

/// A person of one record which now bears a key of somebody else's. Nothing is lost by joining
/// them, and it can be undone; where something rests on that person already, an officer looks
/// first.
Linked join_late(store::Transaction& tx, const store::Link& link, const Tokens& tokens) {
  Linked stays{link.person};
  if (link.rule != own_record || store::links_of(tx, link.person).size() > 1) return stays;
  const auto chosen = choose(tx, link.record, tokens);
  stays.ambiguous = chosen.verdict.ambiguous;
  if (!chosen.verdict.person) return stays;
  if (bears_matters(tx, link.person)) {
    stays.ambiguous = true;
    return stays;
  }
  for (const auto household : store::households_of(tx, link.person))
    store::undo_member(tx, household, link.person, by_rule);
  store::unlink_record(tx, link.record, by_rule);
  return link_afresh(tx, link.record, tokens);
}

}  // namespace

std::vector<Fitting> fitting(store::Reader& reader, store::RecordRow record, base::UtcMillis at) {
  std::vector<Fitting> found;
  const auto tokens = store::tokens_of(reader, record);
  const auto links = links_by(reader, record, of_kind(MatchKind::number, tokens));
  add_fitting(by_any_number(), known_by_number(reader, at, record, links), found);
  const auto readings = of_kind(MatchKind::kana_birthday, tokens);
  if (readings.empty()) return found;
  add_fitting({numbers_of(reader, record), readings.front()},
              known_by_kana(reader, at, record, readings), found);
  return found;
}

bool bears_matters(store::Reader& reader, store::PersonRow person) {
  return !store::referrals_of(reader, person).empty() ||
         !store::open_cases_of(reader, person).empty() ||
         !store::consent_events_of(reader, person).empty() || store::has_decisions(reader, person);
}

Linked link_person(store::Transaction& tx, store::RecordRow record, const Tokens& tokens) {
  const auto link = store::link_of(tx, record);
  if (!link) return link_afresh(tx, record, tokens);
  const bool stays = still_borne(tx, *link, tokens);
  if (!stays) store::unlink_record(tx, record, by_rule);
  judge_others(tx, link->person, record);
  return stays ? join_late(tx, *link, tokens) : link_afresh(tx, record, tokens);
}

std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token) {
  for (const auto row : store::records_with(reader, token, most_records)) {
    if (auto link = store::link_of(reader, row)) return link;
  }
  return std::nullopt;
}

}  // namespace hub::service
