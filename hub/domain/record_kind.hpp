// The kinds of records that an adapter emits.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hub::domain {

/// Stored by number: a new kind stands last.
enum class RecordKind : std::uint8_t {
  person,          ///< 本人・世帯員の基本情報: GIF 個人 / FHIR Patient
  household_hint,  ///< 世帯の手がかり: FHIR Group
  consultation,    ///< 相談の記録: FHIR Encounter
  concern,         ///< 課題: FHIR Condition (health-concern)
  assessment,      ///< アセスメント: FHIR QuestionnaireResponse
  consent,         ///< 同意: FHIR Consent
  referral,        ///< つなぎの依頼: FHIR ServiceRequest
  plan,            ///< 支援計画: FHIR CarePlan
  monitoring,      ///< モニタリング・評価: FHIR Encounter + Observation
  resource,        ///< 社会資源: HSDS service + service_at_location; GIF 施設
  removal,         ///< 取消し: FHIR Provenance (DELETE)
  case_,           ///< ケース: FHIR EpisodeOfCare
  role,            ///< 役割分担: FHIR CareTeam.participant
  outreach,        ///< アウトリーチ: FHIR Encounter
  conference,      ///< 会議の記録
  match,           ///< マッチング (参加支援)
};

inline constexpr std::array<std::string_view, 16> record_kind_names{
    "person",   "household_hint", "consultation", "concern",  "assessment", "consent",
    "referral", "plan",           "monitoring",   "resource", "removal",    "case",
    "role",     "outreach",       "conference",   "match"};

constexpr std::string_view name_of(RecordKind kind) noexcept {
  return record_kind_names[static_cast<std::size_t>(kind)];
}
constexpr std::optional<RecordKind> record_kind_from(std::string_view name) noexcept {
  for (std::size_t at = 0; at < record_kind_names.size(); ++at) {
    if (record_kind_names[at] == name) return static_cast<RecordKind>(at);
  }
  return std::nullopt;
}

}  // namespace hub::domain
