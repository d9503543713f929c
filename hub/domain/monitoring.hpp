// モニタリング・評価 (FHIR Encounter + Observation): what changed, and what follows for the plan.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

/// The four triggers of the 重層的支援会議 but the first: 変更, 終結, 中断.
enum class MonitoringProposal : std::uint8_t { keep, change, close, suspend };

struct MonitoringRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  std::string plan_key;
  std::optional<Sealed<PartialDate>> at;
  std::optional<Sealed<Staff>> by;
  std::optional<Sealed<std::string>> method;
  std::vector<Sealed<Coding>> changes;  ///< 見られた変化
  std::optional<Sealed<Coding>> outcome;
  std::optional<MonitoringProposal> proposal;
  std::optional<Sealed<std::chrono::year_month_day>> next_due;
  std::optional<Sealed<std::string>> note;
};

}  // namespace hub::domain
