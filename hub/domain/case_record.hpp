// ケース (FHIR EpisodeOfCare) as a field's own system tells of it. The hub opens cases of its own;
// this is what the source knows of one: where it stands, who received it, who leads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/process_records.hpp"
#include "hub/domain/sealed.hpp"
#include "hub/domain/states.hpp"

namespace hub::domain {

struct CaseRecord {
  std::string key;
  std::string person_key;
  std::vector<std::string> other_focus_keys;  ///< records of the others that the case is about
  std::string household_key;
  std::optional<CaseState> status;
  std::optional<Sealed<PartialDate>> opened_at;
  std::optional<Sealed<std::string>> receiver;  ///< 受け付けた機関
  std::optional<Sealed<Coding>> channel;
  std::optional<Urgency> urgency;
  std::optional<Sealed<std::string>> lead_agency;  ///< 主担当
  std::optional<Sealed<Staff>> coordinator;
  std::string reopened_from_key;
  std::optional<Sealed<std::string>> closed_reason;
};

}  // namespace hub::domain
