// What a person agreed to, refused or took back: events, append-only. Withdrawal stops what would
// go out next; it deletes nothing (個人情報保護法69条2項1号).
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct NewConsentEvent {
  base::ConsentId consent{};  ///< the same on all events of one consent
  PersonRow person{};         ///< where no record brought it
  RecordRow record{};         ///< where one did: the event follows the record to its person
  std::string status{};       ///< hub/domain's word: given, refused, withdrawn, …
  base::UtcMillis given_at{};
  std::optional<base::UtcMillis> until{};
  std::string by{};    ///< who recorded it
  std::string body{};  ///< JSON: scope, method, evidence; is sealed
};

struct ConsentEvent {
  base::ConsentId consent;
  RecordRow record;
  std::string status;
  base::UtcMillis given_at{};
  std::optional<base::UtcMillis> until;
  base::UtcMillis recorded_at{};
  std::string by;
  crypto::Opened body;
};

void add_consent_event(Transaction& transaction, const NewConsentEvent& event);
/// Of the person, in the order they were recorded: by himself, or by a record linked to him
/// deterministically or by an officer.
std::vector<ConsentEvent> consent_events_of(Reader& reader, PersonRow person);
/// What one record brought, in the order it was recorded. The caller knows whom the record is
/// about.
std::vector<ConsentEvent> consent_events_by(Reader& reader, RecordRow record);
/// What all records brought that bear the token, in order of the records.
std::vector<ConsentEvent> consent_events_with(Reader& reader, crypto::Token token);
/// The last status that a record brought, to add only what changed.
std::optional<ConsentEvent> last_consent_of(Reader& reader, RecordRow record);

/// A consent's last moment, as one of its events states it.
struct ConsentEnd {
  std::int64_t event = 0;  ///< orders those of one moment
  base::UtcMillis until{};
  base::ConsentId consent;
  PersonRow person;  ///< where no record brought it
  RecordRow record;
};

/// Up to and with that moment, after another end; in order.
std::vector<ConsentEnd> consent_ends(Reader& reader, const ConsentEnd& after, base::UtcMillis upto,
                                     std::size_t at_most);
/// The first after that moment.
std::optional<base::UtcMillis> next_consent_end(Reader& reader, base::UtcMillis after);

}  // namespace hub::store
