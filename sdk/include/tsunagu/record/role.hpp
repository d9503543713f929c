// 役割分担: FHIR CareTeam.participant, CarePlan.activity.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

/// 役割分担 (FHIR CareTeam.participant, CarePlan.activity). Schema: sdk/schema/role.schema.json
struct Role : Record<Role, std::string> {
  static constexpr std::string_view kind = "role";
  Role(std::string key, PersonKey person_key_in, PlanKey plan_key_in, std::string agency_in,
       std::string task_in)
      : Record(std::move(key)),
        person_key(std::move(person_key_in)),
        plan_key(std::move(plan_key_in)),
        agency(std::move(agency_in)),
        task(std::move(task_in)) {}

  PersonKey person_key;                 ///< 人の記録キー
  PlanKey plan_key;                     ///< 計画の記録キー
  std::string agency;                   ///< 機関
  Field<std::string> person_in_charge;  ///< 担当者
  std::string task;                     ///< 担うこと
  Field<bool> lead;                     ///< 主担当
  Field<std::string> from;              ///< 始まり
  Field<std::string> until;             ///< 終わり

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("planKey", plan_key);
    visit("agency", agency);
    visit("personInCharge", person_in_charge);
    visit("task", task);
    visit("lead", lead);
    visit("from", from);
    visit("until", until);
  }
};

}  // namespace tsunagu::record
