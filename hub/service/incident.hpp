// When it went wrong (個人情報保護法68条): everything that rested on a wrong link or a wrong
// sending is found in the log and kept with the incident, and each holder is told to stop, in the
// transaction that opens it. A wrong link itself is undone as any other; what was opened, reported
// and told stands in the log.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/incidents.hpp"

namespace hub::service {

/// The record that was joined to the wrong person, by its id; or a row of the log that tells of
/// the wrong sending, by its number.
using WentWrong = std::variant<base::RecordId, std::int64_t>;

struct IncidentWish {
  WentWrong wrong;
  std::optional<std::chrono::year_month_day> known;  ///< when one learned of it; nothing: today
};

/// `not_found` where there is no such record or row, `invalid` where nothing went out by that row
/// or the day lies ahead.
base::Result<store::IncidentId> open_incident(Context& context, const IncidentWish& wish,
                                              std::string_view asker);

/// A report was made, the person was told, or all is done. `conflict` where it was noted before.
base::Result<> note_incident_step(Context& context, const store::IncidentId& id,
                                  domain::IncidentStep step,
                                  const std::optional<std::chrono::year_month_day>& day,
                                  std::string_view asker, const Unchanged& unchanged = {});

}  // namespace hub::service
