#include "hub/service/follow.hpp"

#include <algorithm>

#include "hub/codec/consent_json.hpp"
#include "hub/codec/typed.hpp"
#include "hub/domain/consent_import.hpp"
#include "hub/service/link.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

constexpr std::size_t most_records_of_person = 512;

store::NewConsentEvent stored_form(const domain::ConsentEvent& event, store::RecordRow row) {
  store::NewConsentEvent out;
  out.consent = event.consent;
  out.record = row;
  out.status = domain::name_of(event.act);
  out.given_at = event.at;
  out.until = event.in_force.until;
  out.by = event.recorded_by;
  out.body = codec::consent_body(event);
  return out;
}

std::optional<store::Link> person_of(store::Reader& reader,
                                     const std::vector<crypto::Token>& tokens) {
  const auto key = person_in(tokens);
  return key ? person_behind(reader, *key) : std::nullopt;
}

}  // namespace

void Follow::record(store::Transaction& tx, store::RecordRow row,
                    const store::IncomingRecord& record) {
  switch (static_cast<RecordKind>(record.kind)) {
    case RecordKind::person:
      join_person(tx, {row, record.tokens});
      break;
    case RecordKind::referral:
      referrals_.push_back(row);
      break;
    case RecordKind::household_hint:
      waiting_.push_back({row, record.tokens});
      break;
    case RecordKind::consent:
      add_consent(tx, row);
      break;
    default:
      break;
  }
}

bool Follow::settle_one(store::Transaction& tx) {
  if (waiting_.empty()) return false;
  const auto next = std::move(waiting_.front());
  waiting_.pop_front();
  if (next.tokens == settled_) return true;  // rows of one person stand together
  if (const auto link = person_of(tx, next.tokens)) join_household(tx, link->person, next.tokens);
  settled_ = next.tokens;
  return true;
}

/// Hints and referrals may have come with an earlier delivery, when nobody knew whom they name.
void Follow::join_person(store::Transaction& tx, const Waiting& person) {
  const bool known = store::link_of(tx, person.row).has_value();
  const auto linked = link_person(tx, person.row, person.tokens);
  auto tokens = person.tokens;
  if (!known) take_early_ones(tx, person, tokens);
  join_household(tx, linked.person, tokens);
}

void Follow::take_early_ones(store::Transaction& tx, const Waiting& person,
                             std::vector<crypto::Token>& tokens) {
  const auto self = person_in(person.tokens);
  if (!self) return;
  for (const auto other : store::records_with(tx, *self, most_records_of_person)) {
    if (other == person.row) continue;
    const auto numbers = of_kind(MatchKind::household_number, store::tokens_of(tx, other));
    tokens.insert(tokens.end(), numbers.begin(), numbers.end());
    const auto stored = store::read_record(tx, other);
    if (stored && stored->kind == number_of(RecordKind::referral)) referrals_.push_back(other);
  }
}

/// A record that changed is a new word: what it said before counts no more, whether it now says
/// less or nothing.
void Follow::add_consent(store::Transaction& tx, store::RecordRow row) {
  const auto stored = store::read_record(tx, row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record) return;
  end_consent(tx, row);
  domain::ConsentArrival arrival;
  arrival.consent = tx.new_id<base::ConsentId>();
  arrival.received_at = received_at_;
  arrival.recorded_by = "source/" + source_;
  const auto typed = codec::consent_of(*record, {{}, stored->source, {}});
  for (const auto& event : domain::events_of(typed, arrival, book_.law.forms)) {
    store::add_consent_event(tx, stored_form(event, row));
  }
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
