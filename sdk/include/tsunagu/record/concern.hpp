// 課題: FHIR Condition (health-concern).
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class ConcernCode {
  health,        ///< 病気・健康
  mental,        ///< こころ・自死念慮
  addiction,     ///< 依存
  disability,    ///< 障害
  dementia,      ///< 認知症
  care,          ///< 介護が必要
  caregiver,     ///< 介護者の負担・ヤングケアラー
  childrearing,  ///< 子育て
  pregnancy,     ///< 妊娠・出産
  abuse,         ///< 虐待
  poverty,       ///< 生活費
  arrears,       ///< 滞納
  debt,          ///< 債務
  food,          ///< 食べ物がない
  housing,       ///< 住まい
  employment,    ///< 就労
  withdrawal,    ///< ひきこもり
  school,        ///< 不登校・学校
  family,        ///< 家族関係
  isolation,     ///< 孤立・地域関係
  rights,        ///< 権利擁護・成年後見・金銭管理
  justice,       ///< 触法・刑余
  language,      ///< 外国籍・言語
  mobility,      ///< 移動
  other,         ///< その他
};
constexpr std::string_view text_of(ConcernCode value) {
  constexpr std::string_view names[] = {
      "HEALTH",     "MENTAL",     "ADDICTION",    "DISABILITY", "DEMENTIA",
      "CARE",       "CAREGIVER",  "CHILDREARING", "PREGNANCY",  "ABUSE",
      "POVERTY",    "ARREARS",    "DEBT",         "FOOD",       "HOUSING",
      "EMPLOYMENT", "WITHDRAWAL", "SCHOOL",       "FAMILY",     "ISOLATION",
      "RIGHTS",     "JUSTICE",    "LANGUAGE",     "MOBILITY",   "OTHER"};
  return names[static_cast<std::size_t>(value)];
}

enum class ConcernSeverity {
  low,     ///< 軽い
  medium,  ///< 中くらい
  high,    ///< 重い
};
constexpr std::string_view text_of(ConcernSeverity value) {
  constexpr std::string_view names[] = {"low", "medium", "high"};
  return names[static_cast<std::size_t>(value)];
}

enum class ConcernStatus {
  active,    ///< 継続
  resolved,  ///< 解消
  refuted,   ///< 該当せず
};
constexpr std::string_view text_of(ConcernStatus value) {
  constexpr std::string_view names[] = {"active", "resolved", "refuted"};
  return names[static_cast<std::size_t>(value)];
}

/// 課題 (FHIR Condition (health-concern)). Schema: sdk/schema/concern.schema.json
struct Concern : Record<Concern, std::string> {
  static constexpr std::string_view kind = "concern";
  Concern(std::string key, PersonKey person_key_in, ConcernCode code_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), code(code_in) {}

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  ConcernCode code;                         ///< 課題コード
  Field<std::string> sub_code;              ///< 細分
  Field<Coding> source_code;                ///< 元のコード
  Field<std::string> statement;             ///< 内容
  Field<ConcernSeverity> severity;          ///< 程度
  Field<bool> most_pressing;                ///< もっとも困っていること
  Field<PartialDate> first_seen;            ///< 初めて分かった日
  Field<ConcernStatus> status;              ///< 状態

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("code", code);
    visit("subCode", sub_code);
    visit("sourceCode", source_code);
    visit("statement", statement);
    visit("severity", severity);
    visit("mostPressing", most_pressing);
    visit("firstSeen", first_seen);
    visit("status", status);
  }
};

}  // namespace tsunagu::record
