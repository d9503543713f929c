// 役割分担 (FHIR CareTeam.participant, CarePlan.activity): which agency does what in a plan.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "hub/domain/sealed.hpp"

namespace hub::domain {

struct RoleRecord {
  std::string key;
  std::string person_key;
  std::string plan_key;
  std::optional<Sealed<std::string>> agency;
  std::optional<Sealed<std::string>> person_in_charge;
  std::optional<Sealed<std::string>> task;
  bool lead = false;  ///< 主担当
  std::optional<Sealed<std::chrono::year_month_day>> from;
  std::optional<Sealed<std::chrono::year_month_day>> until;
};

}  // namespace hub::domain
