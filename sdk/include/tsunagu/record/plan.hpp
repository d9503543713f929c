// 支援計画: FHIR CarePlan.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class PlanForm {
  care_plan,         ///< 居宅サービス計画(第2表)
  service_use_plan,  ///< サービス等利用計画
  support_plan,      ///< サポートプラン
  self_reliance,     ///< 自立支援プラン
  takikan,           ///< 多機関協働プラン
  sanka,             ///< 参加支援プラン
  outreach,          ///< アウトリーチプラン
  other,             ///< その他
};
constexpr std::string_view text_of(PlanForm value) {
  constexpr std::string_view names[] = {
      "care-plan", "service-use-plan", "support-plan", "self-reliance", "takikan",
      "sanka",     "outreach",         "other"};
  return names[static_cast<std::size_t>(value)];
}

enum class PlanStatus {
  draft,       ///< 案
  decided,     ///< 決定
  active,      ///< 実施中
  suspended,   ///< 中断
  closed,      ///< 終結
  superseded,  ///< 改定済み
};
constexpr std::string_view text_of(PlanStatus value) {
  constexpr std::string_view names[] = {"draft",     "decided", "active",
                                        "suspended", "closed",  "superseded"};
  return names[static_cast<std::size_t>(value)];
}

/// How many of each the schema takes: needs of a plan, goals of a need, services of a goal. A row
/// beyond them is its adapter's reject, with its line: the hub would refuse the plan whole. In
/// usual words the 256 KiB of a record end sooner.
inline constexpr std::size_t most_issues = 1000;
inline constexpr std::size_t most_goals = 200;
inline constexpr std::size_t most_supports = 200;

/// 援助内容
struct Support {
  explicit Support(std::string text_in) : text(std::move(text_in)) {}
  Field<std::int64_t> number;          ///< 援助内容番号
  std::string text;                    ///< サービス内容
  Field<std::string> insured;          ///< 保険対象区分
  Field<Coding> service_type;          ///< サービス種別
  Field<std::string> amount;           ///< 量
  Field<std::string> provider_number;  ///< 事業所番号
  Field<std::string> provider_name;    ///< 事業所名
  Field<std::string> frequency;        ///< 頻度
  Field<Period> period;                ///< 実施期間
  Field<std::string> evaluation;       ///< 評価時期
  Field<std::string> note;             ///< 留意事項
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("number", number);
    visit("text", text);
    visit("insured", insured);
    visit("serviceType", service_type);
    visit("amount", amount);
    visit("providerNumber", provider_number);
    visit("providerName", provider_name);
    visit("frequency", frequency);
    visit("period", period);
    visit("evaluation", evaluation);
    visit("note", note);
  }
};

/// 目標
struct Goal {
  Field<std::int64_t> number;       ///< 援助目標番号
  Field<std::string> text;          ///< 支援目標
  Field<std::string> long_term;     ///< 長期目標
  Field<Period> long_term_period;   ///< 長期期間
  Field<std::string> short_term;    ///< 短期目標
  Field<Period> short_term_period;  ///< 短期期間
  Field<std::string> due;           ///< 達成時期
  List<Support> supports;           ///< 援助内容
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("number", number);
    visit("text", text);
    visit("longTerm", long_term);
    visit("longTermPeriod", long_term_period);
    visit("shortTerm", short_term);
    visit("shortTermPeriod", short_term_period);
    visit("due", due);
    visit("supports", supports);
  }
};

/// 課題
struct Issue {
  explicit Issue(std::string text_in) : text(std::move(text_in)) {}
  Field<std::int64_t> number;      ///< 課題番号
  Field<std::int64_t> priority;    ///< 優先順位
  std::string text;                ///< 課題
  Field<std::string> person_role;  ///< 本人の役割
  List<Goal> goals;                ///< 目標
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("number", number);
    visit("priority", priority);
    visit("text", text);
    visit("personRole", person_role);
    visit("goals", goals);
  }
};

/// 支援計画 (FHIR CarePlan). Schema: sdk/schema/plan.schema.json
struct Plan : Record<Plan, PlanKey> {
  static constexpr std::string_view kind = "plan";
  Plan(PlanKey key, PersonKey person_key_in, PlanForm form_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), form(form_in) {}

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  PlanForm form;                            ///< 計画の種類
  Field<std::string> title;                 ///< 題
  Field<PlanStatus> status;                 ///< 状態
  Field<std::int64_t> revision;             ///< 版
  Field<std::string> suspended_reason;      ///< 中断の理由
  Field<PartialDate> created_at;            ///< 作成年月日
  Field<PartialDate> changed_at;            ///< 作成(変更)日
  Field<PartialDate> decided_at;            ///< 決定日
  Field<Period> period;                     ///< 計画の期間
  Field<std::string> wish;                  ///< 本人の意向
  Field<std::string> family_wish;           ///< 家族・保護者の意向
  Field<std::string> policy;                ///< 総合的な援助の方針
  Field<std::string> long_term_goal;        ///< 長期目標
  Field<std::string> short_term_goal;       ///< 短期目標
  List<Issue> issues;                       ///< 課題
  Field<PartialDate> monitoring_from;       ///< モニタリング開始
  Field<std::string> review_cycle;          ///< モニタリングの間隔 (ISO 8601: P3M)
  Field<PartialDate> review_at;             ///< 見直し時期
  Field<PartialDate> conference_at;         ///< 会議の日
  Field<PartialDate> consented_at;          ///< 利用者同意日
  Field<Staff> author;                      ///< 作成担当者
  List<std::string> agencies;               ///< 担当機関
  Field<std::string> format_version;        ///< 元の様式の版
  Field<std::string> updater_number;        ///< 更新業者コード
  Field<std::string> source_mark;           ///< 識別子

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("form", form);
    visit("title", title);
    visit("status", status);
    visit("revision", revision);
    visit("suspendedReason", suspended_reason);
    visit("createdAt", created_at);
    visit("changedAt", changed_at);
    visit("decidedAt", decided_at);
    visit("period", period);
    visit("wish", wish);
    visit("familyWish", family_wish);
    visit("policy", policy);
    visit("longTermGoal", long_term_goal);
    visit("shortTermGoal", short_term_goal);
    visit("issues", issues);
    visit("monitoringFrom", monitoring_from);
    visit("reviewCycle", review_cycle);
    visit("reviewAt", review_at);
    visit("conferenceAt", conference_at);
    visit("consentedAt", consented_at);
    visit("author", author);
    visit("agencies", agencies);
    visit("formatVersion", format_version);
    visit("updaterNumber", updater_number);
    visit("sourceMark", source_mark);
  }
};

}  // namespace tsunagu::record
