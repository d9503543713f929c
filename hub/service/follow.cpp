#include "hub/service/follow.hpp"

#include <algorithm>

#include "hub/codec/typed.hpp"
#include "hub/domain/consent_import.hpp"
#include "hub/service/consent_events.hpp"
#include "hub/service/home_keys.hpp"
#include "hub/service/link.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

constexpr std::size_t most_referrals_of_person = 64;

/// Of a record: it follows the record to its person.
store::NewConsentEvent stored_form(const domain::ConsentEvent& event, store::RecordRow row) {
  auto out = service::stored_form(event);
  out.record = row;
  return out;
}

}  // namespace

void Follow::record(store::Transaction& tx, store::RecordRow row,
                    const store::IncomingRecord& record, const std::vector<crypto::Token>& before) {
  const auto about = person_in(record.tokens);
  leave(before, record.tokens);
  if (about && (told_.empty() || told_.back() != *about)) told_.push_back(*about);
  switch (static_cast<RecordKind>(record.kind)) {
    case RecordKind::person:
      persons_.push_back({row, about, store::link_of(tx, row).has_value()});
      moved_.push_back({row, before});
      break;
    case RecordKind::referral:
      referrals_.push_back(row);
      break;
    case RecordKind::household_hint:
      if (about && (hints_.empty() || hints_.back() != *about)) hints_.push_back(*about);
      break;
    case RecordKind::consent:
      add_consent(tx, row);
      break;
    default:
      break;
  }
}

void Follow::record_again(store::Transaction& tx, store::RecordRow row,
                          const store::IncomingRecord& entry) {
  const bool consent = entry.kind == number_of(RecordKind::consent);
  if (!consent || store::consent_events_by(tx, row).empty()) record(tx, row, entry);
}

/// Only a consent brought events; without its record they no longer count (consent_events.hpp).
void Follow::removal(store::Transaction& tx, store::RecordRow row,
                     const std::function<void()>& take_out) {
  auto halting = halting_for(tx, row);
  touch(tx, row);
  auto tokens = store::tokens_of(tx, row);
  leave(tokens, {});
  if (store::link_of(tx, row)) moved_.push_back({row, std::move(tokens)});
  take_out();
  if (halting) halting->stop({"consent.removed", "source/" + source_});
}

void Follow::link(store::Transaction& tx) {
  link_persons(tx);
  std::vector<crypto::Token> linked;
  for (const auto& person : persons_) {
    if (!person.known) take_early_referrals(tx, person);
    if (person.key) linked.push_back(*person.key);
  }
  std::sort(linked.begin(), linked.end());
  for (const auto hint : hints_) {
    const bool moves = std::binary_search(linked.begin(), linked.end(), hint);
    if (!moves && !judge_household(tx, hint)) early_.push_back(hint);
  }
  homes_.add_near(tx, left_keys_);
  for (const auto told : told_) {
    const bool moves = std::binary_search(linked.begin(), linked.end(), told);
    const auto link = moves ? std::nullopt : person_behind(tx, told);
    if (link) touched_.insert(link->person);
  }
  persons_.clear();
  hints_.clear();
  told_.clear();
  left_keys_.clear();
}

/// What is said no more of who lives with whom; and of whom it was said.
void Follow::leave(const std::vector<crypto::Token>& before,
                   const std::vector<crypto::Token>& now) {
  if (before.empty()) return;
  const auto about = person_in(before);
  const bool of_another = about != person_in(now);
  const auto count = left_keys_.size();
  for (const auto token : before) {
    const bool stays = !of_another && std::find(now.begin(), now.end(), token) != now.end();
    if (is_home_key(token) && !stays) left_keys_.push_back(token);
  }
  if (about && (of_another || left_keys_.size() > count)) left_keys_.push_back(*about);
}

void Follow::touch(store::Transaction& tx, store::RecordRow row) {
  const auto key = person_in(store::tokens_of(tx, row));
  const auto link = key ? person_behind(tx, *key) : std::nullopt;
  if (link) touched_.insert(link->person);
}

void Follow::link_persons(store::Transaction& tx) {
  for (const auto person : linking_.link(tx, moved_))
    move(person);
  moved_.clear();
}

/// They may have come with an earlier delivery, when nobody knew whom they name.
void Follow::take_early_referrals(store::Transaction& tx, const NewPerson& person) {
  if (!person.key) return;
  const auto kind = number_of(RecordKind::referral);
  for (const auto& referral : store::records_with(tx, *person.key, kind, most_referrals_of_person))
    referrals_.push_back(referral.row);
}

/// False where the person of that record is not known.
bool Follow::judge_household(store::Transaction& tx, crypto::Token person) {
  const auto link = person_behind(tx, person);
  if (link) move(link->person);
  return link.has_value();
}

void Follow::move(store::PersonRow person) {
  movers_.insert(person);
  homes_.add(person);
}

void Follow::settle(store::Transaction& tx, const Over& over) {
  for (; !early_.empty() && !over(); early_.pop_front())
    (void)judge_household(tx, early_.front());
  if (!early_.empty()) return;
  const auto changed = homes_.settle(tx, over);
  changed_.insert(changed_.end(), changed.begin(), changed.end());
  if (!homes_.waits()) ask_who_is_the_same(tx, over);
}

void Follow::ask_who_is_the_same(store::Transaction& tx, const Over& over) {
  for (auto next = movers_.next(settled_); next; next = movers_.next(settled_)) {
    if (over()) return;
    touched_.insert(*next);
    ask_whether_same(tx, *next);
    settled_ = *next;
  }
  movers_ = {};
  settled_ = {};
}

std::vector<store::HouseholdRow> Follow::homes_to_weigh(store::Reader& reader,
                                                        std::size_t at_most) {
  std::vector<store::HouseholdRow> homes;
  const auto add = [&](store::HouseholdRow household) {
    if (weighed_homes_.insert(household)) homes.push_back(household);
  };
  for (; !changed_.empty() && homes.size() < at_most; changed_.pop_front())
    add(changed_.front());
  for (auto next = touched_.next(weighed_); next && homes.size() < at_most;
       next = touched_.next(weighed_)) {
    for (const auto household : store::households_of(reader, *next))
      add(household);
    weighed_ = *next;
  }
  return homes;
}

/// Of a word that replaces another: what is shared of the person may become less by it.
std::optional<Halting> Follow::halting_for(store::Transaction& tx, store::RecordRow row) const {
  if (store::consent_events_by(tx, row).empty()) return std::nullopt;
  const auto key = person_in(store::tokens_of(tx, row));
  const auto link = key ? person_behind(tx, *key) : std::nullopt;
  const auto person = link ? store::read_person(tx, link->person) : std::nullopt;
  return person ? std::optional<Halting>(std::in_place, tx, book_, *person) : std::nullopt;
}

/// A record that changed is a new word: what it said before counts no more, whether it now says
/// less or nothing.
void Follow::add_consent(store::Transaction& tx, store::RecordRow row) {
  const auto stored = store::read_record(tx, row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record) return;
  auto halting = halting_for(tx, row);
  end_consent(tx, row);
  domain::ConsentArrival arrival;
  arrival.consent = tx.new_id<base::ConsentId>();
  arrival.received_at = received_at_;
  arrival.recorded_by = "source/" + source_;
  const auto typed = codec::consent_of(*record, {{}, stored->source, {}});
  for (const auto& event : domain::events_of(typed, arrival, book_.law.forms)) {
    store::add_consent_event(tx, stored_form(event, row));
  }
  if (halting) halting->stop({"consent.changed", arrival.recorded_by});
}

/// `expired` ends its own consent only; what the person said elsewhere stands.
void Follow::end_consent(store::Transaction& tx, store::RecordRow row) {
  const auto before = store::consent_events_by(tx, row);
  if (before.empty()) return;
  domain::ConsentEvent end;
  end.consent = before.back().consent;
  end.act = domain::ConsentAct::expired;
  end.at = received_at_;
  for (const auto& event : before)
    end.at = std::max(end.at, event.given_at);
  end.recorded_by = "source/" + source_;
  for (const auto object : {domain::ConsentObject::sharing, domain::ConsentObject::support}) {
    end.object = object;
    store::add_consent_event(tx, stored_form(end, row));
  }
}

}  // namespace hub::service
