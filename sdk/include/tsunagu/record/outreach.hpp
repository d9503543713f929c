// アウトリーチ: FHIR Encounter.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

/// アウトリーチ (FHIR Encounter). Schema: sdk/schema/outreach.schema.json
struct Outreach : Record<Outreach, std::string> {
  static constexpr std::string_view kind = "outreach";
  Outreach(std::string key, PersonKey person_key_in, PartialDate at_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), at(std::move(at_in)) {}

  PersonKey person_key;       ///< 人の記録キー
  Field<CaseKey> case_key;    ///< ケースの記録キー
  Field<PlanKey> plan_key;    ///< 計画の記録キー
  PartialDate at;             ///< 実施日
  Field<std::string> place;   ///< 場所
  Field<bool> contact_made;   ///< 会えたか
  Field<Staff> by;            ///< 実施者
  Field<std::string> result;  ///< 結果
  Field<std::string> next;    ///< 次に行うこと

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("caseKey", case_key);
    visit("planKey", plan_key);
    visit("at", at);
    visit("place", place);
    visit("contactMade", contact_made);
    visit("by", by);
    visit("result", result);
    visit("next", next);
  }
};

}  // namespace tsunagu::record
