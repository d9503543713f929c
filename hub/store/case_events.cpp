#include "hub/store/case_events.hpp"

namespace hub::store {

std::vector<CaseEvent> events_of(Reader& reader, CaseRow row) {
  Cursor rows = reader.query(
      "SELECT at, from_state, to_state FROM case_events WHERE case_id = ? ORDER BY id", {row});
  std::vector<CaseEvent> events;
  while (rows.next())
    events.push_back({rows.time(0), std::string(rows.text(1)), std::string(rows.text(2))});
  return events;
}

}  // namespace hub::store
