#include "hub/store/consents.hpp"

#include <map>

#include "hub/store/persons.hpp"

namespace hub::store {
namespace {

constexpr std::string_view table = "consent_events";

using EventId = base::Id<struct ConsentEventTag>;

#define TSUNAGU_CONSENT_COLUMNS                                                   \
  "SELECT e.consent, e.record, e.status, e.given_at, e.until_at, e.recorded_at, " \
  "e.recorded_by, e.uuid, e.body, e.id "
#define TSUNAGU_CONSENT TSUNAGU_CONSENT_COLUMNS "FROM consent_events e "

ConsentEvent event_from(Reader& reader, const Cursor& row) {
  return {.consent = row.id<base::ConsentId>(0),
          .record = row.row<RecordRow>(1),
          .status = std::string(row.text(2)),
          .given_at = row.time(3),
          .until = row.time_or_null(4),
          .recorded_at = row.time(5),
          .by = std::string(row.text(6)),
          .body = reader.open(table, row.bytes<16>(7), row.blob(8))};
}

}  // namespace

void add_consent_event(Transaction& transaction, const NewConsentEvent& event) {
  const auto id = transaction.new_id<EventId>();
  const std::string body = transaction.seal(table, id.bytes(), event.body);
  transaction.execute(
      "INSERT INTO consent_events (uuid, consent, person, record, status, given_at, until_at, "
      "recorded_at, recorded_by, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {id, event.consent, or_null(event.person), or_null(event.record), event.status,
       event.given_at, event.until, transaction.now(), event.by, blob_of(body)});
}

std::vector<ConsentEvent> consent_events_of(Reader& reader, PersonRow person) {
  // Sorted here: SQLite would set up a sorter for every person, and most said nothing.
  Cursor rows = reader.query(TSUNAGU_CONSENT
                             "WHERE e.person = ?1 UNION ALL " TSUNAGU_CONSENT
                             "JOIN person_links l ON l.record = e.record "
                             "WHERE l.person = ?1 AND l.undone_at IS NULL AND l.strength >= ?2",
                             {person, static_cast<int>(Strength::deterministic)});
  std::map<std::int64_t, ConsentEvent> events;
  while (rows.next())
    events.emplace(rows.integer(9), event_from(reader, rows));
  std::vector<ConsentEvent> in_order;
  in_order.reserve(events.size());
  for (auto& [id, event] : events)
    in_order.push_back(std::move(event));
  return in_order;
}

std::vector<ConsentEvent> consent_events_by(Reader& reader, RecordRow record) {
  Cursor rows = reader.query(TSUNAGU_CONSENT "WHERE e.record = ? ORDER BY e.id", {record});
  std::vector<ConsentEvent> events;
  while (rows.next())
    events.push_back(event_from(reader, rows));
  return events;
}

std::vector<ConsentEvent> consent_events_with(Reader& reader, crypto::Token token) {
  Cursor rows = reader.query(TSUNAGU_CONSENT_COLUMNS
                             "FROM tokens t JOIN consent_events e ON e.record = t.record WHERE "
                             "t.token = ? ORDER BY t.record, e.id",
                             {token});
  std::vector<ConsentEvent> events;
  while (rows.next())
    events.push_back(event_from(reader, rows));
  return events;
}

std::optional<ConsentEvent> last_consent_of(Reader& reader, RecordRow record) {
  Cursor rows =
      reader.query(TSUNAGU_CONSENT "WHERE e.record = ? ORDER BY e.id DESC LIMIT 1", {record});
  return rows.next() ? std::optional(event_from(reader, rows)) : std::nullopt;
}

std::vector<ConsentEnd> consent_ends(Reader& reader, const ConsentEnd& after, base::UtcMillis upto,
                                     std::size_t at_most) {
  Cursor rows = reader.query(
      "SELECT id, until_at, consent, person, record FROM consent_events "
      "WHERE until_at IS NOT NULL AND (until_at, id) > (?1, ?2) AND until_at <= ?3 "
      "ORDER BY until_at, id LIMIT ?4",
      {after.until, after.event, upto, at_most});
  std::vector<ConsentEnd> ends;
  while (rows.next())
    ends.push_back({rows.integer(0), rows.time(1), rows.id<base::ConsentId>(2),
                    rows.row<PersonRow>(3), rows.row<RecordRow>(4)});
  return ends;
}

std::optional<base::UtcMillis> next_consent_end(Reader& reader, base::UtcMillis after) {
  Cursor rows = reader.query(
      "SELECT min(until_at) FROM consent_events WHERE until_at IS NOT NULL AND until_at > ?",
      {after});
  return rows.next() ? rows.time_or_null(0) : std::nullopt;
}

}  // namespace hub::store
