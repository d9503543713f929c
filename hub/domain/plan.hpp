// 支援計画 (FHIR CarePlan) as a field's own system tells of it: a tree of needs, goals and
// services. A 重層 plan (多機関協働, 参加支援, アウトリーチ) has the same shape.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"
#include "hub/domain/states.hpp"

namespace hub::domain {

enum class PlanForm : std::uint8_t {
  care_plan,         ///< 居宅サービス計画
  service_use_plan,  ///< サービス等利用計画
  support_plan,      ///< サポートプラン (児童福祉法10条の2)
  self_reliance,     ///< 自立支援プラン
  takikan,           ///< 多機関協働プラン
  sanka,             ///< 参加支援プラン
  outreach,          ///< アウトリーチプラン
  other,
};

/// 援助内容
struct PlannedSupport {
  std::optional<std::int64_t> number;
  std::string text;
  std::string insured;  ///< 保険対象区分
  Coding service_type;
  std::string amount;
  std::string provider_number;
  std::string provider_name;
  std::string frequency;
  WrittenPeriod period;
  std::string evaluation;
  std::string note;
};

/// 目標
struct PlannedGoal {
  std::optional<std::int64_t> number;
  std::string text;
  std::string long_term;
  WrittenPeriod long_term_period;
  std::string short_term;
  WrittenPeriod short_term_period;
  std::string due;
  std::vector<PlannedSupport> supports;
};

/// 解決すべき課題
struct PlannedIssue {
  std::optional<std::int64_t> number;
  std::optional<std::int64_t> priority;
  std::string text;
  std::string person_role;  ///< 本人の役割
  std::vector<PlannedGoal> goals;
};

struct PlanRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  PlanForm form = PlanForm::other;
  std::optional<PlanState> status;
  std::optional<std::int64_t> revision;
  std::string review_cycle;  ///< ISO 8601: P3M
  std::optional<Sealed<std::string>> title;
  std::optional<Sealed<std::string>> suspended_reason;
  std::optional<Sealed<PartialDate>> created_at;
  std::optional<Sealed<PartialDate>> changed_at;
  std::optional<Sealed<PartialDate>> decided_at;
  std::optional<Sealed<WrittenPeriod>> period;
  std::optional<Sealed<std::string>> wish;
  std::optional<Sealed<std::string>> family_wish;
  std::optional<Sealed<std::string>> policy;
  std::optional<Sealed<std::string>> long_term_goal;
  std::optional<Sealed<std::string>> short_term_goal;
  std::vector<Sealed<PlannedIssue>> issues;
  std::optional<Sealed<PartialDate>> monitoring_from;
  std::optional<Sealed<PartialDate>> review_at;
  std::optional<Sealed<PartialDate>> conference_at;
  std::optional<Sealed<PartialDate>> consented_at;
  std::optional<Sealed<Staff>> author;
  std::vector<Sealed<std::string>> agencies;
};

}  // namespace hub::domain
