// モニタリング・評価: FHIR Encounter + Observation.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class MonitoringProposal {
  continue_,  ///< 継続
  change,     ///< 変更
  close,      ///< 終結
  suspend,    ///< 中断
};
constexpr std::string_view text_of(MonitoringProposal value) {
  constexpr std::string_view names[] = {"continue", "change", "close", "suspend"};
  return names[static_cast<std::size_t>(value)];
}

/// モニタリング・評価 (FHIR Encounter + Observation). Schema: sdk/schema/monitoring.schema.json
struct Monitoring : Record<Monitoring, std::string> {
  static constexpr std::string_view kind = "monitoring";
  Monitoring(std::string key, PersonKey person_key_in, PartialDate at_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), at(std::move(at_in)) {}

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  Field<PlanKey> plan_key;                  ///< 計画の記録キー
  PartialDate at;                           ///< 実施日
  Field<Staff> by;                          ///< 実施者
  Field<std::string> method;                ///< 方法
  List<Coding> changes;                     ///< 見られた変化
  Field<Coding> outcome;                    ///< 評価
  Field<MonitoringProposal> proposal;       ///< 提案
  Field<std::string> next_due;              ///< 次回
  Field<std::string> note;                  ///< 所見

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("planKey", plan_key);
    visit("at", at);
    visit("by", by);
    visit("method", method);
    visit("changes", changes);
    visit("outcome", outcome);
    visit("proposal", proposal);
    visit("nextDue", next_due);
    visit("note", note);
  }
};

}  // namespace tsunagu::record
