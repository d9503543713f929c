#include "hub/service/follow.hpp"

#include "hub/codec/consent_json.hpp"
#include "hub/codec/typed.hpp"
#include "hub/domain/consent_import.hpp"
#include "hub/service/link.hpp"
#include "hub/service/received.hpp"
#include "hub/store/consents.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;

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
  const auto kind = static_cast<RecordKind>(record.kind);
  switch (kind) {
    case RecordKind::person:
      join_household(tx, link_person(tx, row, record.tokens).person, record.tokens);
      break;
    case RecordKind::referral:
      referrals_.push_back(row);
      break;
    case RecordKind::household_hint:
    case RecordKind::consent:
      waiting_.push_back({row, kind, record.tokens});
      break;
    default:
      break;
  }
}

bool Follow::settle_one(store::Transaction& tx) {
  if (waiting_.empty()) return false;
  const auto next = std::move(waiting_.front());
  waiting_.pop_front();
  if (next.kind == RecordKind::consent) {
    add_consent(tx, next);
  } else if (const auto link = person_of(tx, next.tokens)) {
    join_household(tx, link->person, next.tokens);
  }
  return true;
}

void Follow::add_consent(store::Transaction& tx, const Waiting& consent) {
  const auto link = person_of(tx, consent.tokens);
  const auto stored = store::read_record(tx, consent.row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  if (!record || !link) return;
  const auto person = store::read_person(tx, link->person);
  const auto before = store::last_consent_of(tx, consent.row);
  domain::ConsentArrival arrival;
  arrival.consent = before ? before->consent : tx.new_id<base::ConsentId>();
  arrival.person = person ? person->id : base::PersonId{};
  arrival.received_at = received_at_;
  arrival.recorded_by = "source/" + source_;
  const auto typed =
      codec::consent_of(*record, {domain::Owner(arrival.person), stored->source, {}});
  for (const auto& event : domain::events_of(typed, arrival, book_.law.forms)) {
    store::add_consent_event(tx, stored_form(event, consent.row));
  }
}

}  // namespace hub::service
