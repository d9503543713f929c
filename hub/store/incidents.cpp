#include "hub/store/incidents.hpp"

namespace hub::store {
namespace {

#define TSUNAGU_INCIDENT \
  "SELECT id, uuid, cause, source, known_day, opened_at, opened_by FROM incidents "

std::vector<Incident> all_of(Cursor rows) {
  std::vector<Incident> all;
  while (rows.next()) {
    all.push_back({.row = rows.row<IncidentRow>(0),
                   .id = rows.id<IncidentId>(1),
                   .cause = static_cast<domain::IncidentCause>(rows.integer(2)),
                   .source = std::string(rows.text(3)),
                   .known_day = std::string(rows.text(4)),
                   .opened_at = rows.time(5),
                   .opened_by = std::string(rows.text(6))});
  }
  return all;
}

}  // namespace

IncidentId add_incident(Transaction& transaction, const NewIncident& incident) {
  const auto id = transaction.new_id<IncidentId>();
  const auto row = transaction.insert<IncidentRow>(
      "INSERT INTO incidents (uuid, cause, source, known_day, opened_at, opened_by) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      {id, static_cast<int>(incident.cause), incident.source, domain::text_of(incident.known),
       transaction.now(), incident.by});
  for (const auto seq : incident.rows)
    transaction.execute("INSERT INTO incident_rows (incident, seq) VALUES (?, ?)", {row, seq});
  return id;
}

std::optional<Incident> find_incident(Reader& reader, const IncidentId& id) {
  auto found = all_of(reader.query(TSUNAGU_INCIDENT "WHERE uuid = ?", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Incident> list_incidents(Reader& reader, std::size_t at_most) {
  return all_of(reader.query(TSUNAGU_INCIDENT "ORDER BY id DESC LIMIT ?", {at_most}));
}

std::vector<std::int64_t> incident_rows(Reader& reader, IncidentRow incident) {
  Cursor rows =
      reader.query("SELECT seq FROM incident_rows WHERE incident = ? ORDER BY seq", {incident});
  std::vector<std::int64_t> all;
  while (rows.next())
    all.push_back(rows.integer(0));
  return all;
}

bool note_step(Transaction& transaction, IncidentRow incident, const IncidentDone& done) {
  return transaction.execute(
             "INSERT OR IGNORE INTO incident_steps (incident, step, day, noted_by, noted_at) "
             "VALUES (?, ?, ?, ?, ?)",
             {incident, static_cast<int>(done.step), done.day, done.by, transaction.now()}) != 0;
}

std::vector<IncidentDone> steps_of(Reader& reader, IncidentRow incident) {
  Cursor rows = reader.query(
      "SELECT step, day, noted_by FROM incident_steps WHERE incident = ? ORDER BY step",
      {incident});
  std::vector<IncidentDone> all;
  while (rows.next())
    all.push_back({static_cast<domain::IncidentStep>(rows.integer(0)), std::string(rows.text(1)),
                   std::string(rows.text(2))});
  return all;
}

std::optional<RecordRow> record_of_id(Reader& reader, const base::RecordId& id) {
  const auto live = reader.integer(
      "SELECT r.id FROM feeds f JOIN records r ON r.feed = f.id AND r.uuid = ? AND r.removed_at IS "
      "NULL LIMIT 1",
      {id});
  const auto row = live ? live
                        : reader.integer(
                              "SELECT r.id FROM feeds f JOIN records r ON r.feed = f.id AND "
                              "r.uuid = ? AND r.removed_at IS NOT NULL LIMIT 1",
                              {id});
  return row ? std::optional(RecordRow{*row}) : std::nullopt;
}

}  // namespace hub::store
