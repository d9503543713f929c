// What went wrong, and what was done about it; append-only.
#pragma once

#include <string>
#include <vector>

#include "hub/domain/incident.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

using IncidentId = base::Id<struct IncidentTag>;
using IncidentRow = RowId<struct IncidentRowTag>;

struct NewIncident {
  domain::IncidentCause cause = domain::IncidentCause::link;
  std::string source{};  ///< `record/<id>`, `row/<number>`
  std::chrono::year_month_day known{};
  std::string by{};
  std::vector<std::int64_t> rows{};  ///< of the log
};

struct Incident {
  IncidentRow row;
  IncidentId id;
  domain::IncidentCause cause = domain::IncidentCause::link;
  std::string source;
  std::string known_day;
  base::UtcMillis opened_at{};
  std::string opened_by;
};

struct IncidentDone {
  domain::IncidentStep step = domain::IncidentStep::prompt_report;
  std::string day;
  std::string by;
};

IncidentId add_incident(Transaction& transaction, const NewIncident& incident);
std::optional<Incident> find_incident(Reader& reader, const IncidentId& id);
/// The newest first.
std::vector<Incident> list_incidents(Reader& reader, std::size_t at_most);
/// Numbers in the log, in order.
std::vector<std::int64_t> incident_rows(Reader& reader, IncidentRow incident);

/// False where it was noted before.
bool note_step(Transaction& transaction, IncidentRow incident, const IncidentDone& done);
/// In their order.
std::vector<IncidentDone> steps_of(Reader& reader, IncidentRow incident);

/// The record of that id, of whatever feed, whether or not it was removed.
std::optional<RecordRow> record_of_id(Reader& reader, const base::RecordId& id);

}  // namespace hub::store
