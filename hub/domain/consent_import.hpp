// From a field's consent record to events. A field's consent has just the scope that its form
// states; where it names neither form nor scope it covers nothing (DOMAIN: absence is treated as
// no). Handing the same record over again adds nothing: what stands does not depend on repeated
// events.
#pragma once

#include <vector>

#include "hub/domain/consent_form.hpp"
#include "hub/domain/process_records.hpp"

namespace hub::domain {

/// Whose record it is, and when it came: the moment of a word that bears no date.
struct ConsentArrival {
  base::ConsentId consent;
  base::PersonId person;
  base::UtcMillis received_at{};
  std::string recorded_by;  ///< source system
};

/// What one record says. `scope_form` is looked up as a printed form, then as a word of 同意先; a
/// code that is neither covers nothing. A refusal or withdrawal without a scope takes everything.
/// Nothing for a record that was never asked.
[[nodiscard]] std::vector<ConsentEvent> events_of(const ConsentRecord& record,
                                                  const ConsentArrival& arrival,
                                                  const ConsentForms& forms);

}  // namespace hub::domain
