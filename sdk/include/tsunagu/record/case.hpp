// ケース: FHIR EpisodeOfCare.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/consultation.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class CaseStatus {
  received,          ///< 受付
  screening,         ///< スクリーニング
  supporting_field,  ///< 一つの機関で支援
  coordinating,      ///< 多機関協働
  planned,           ///< プラン決定
  active,            ///< 支援中
  suspended,         ///< 中断
  closed,            ///< 終結
  follow_up,         ///< 終結後の見守り
  reopened,          ///< 再開
};
constexpr std::string_view text_of(CaseStatus value) {
  constexpr std::string_view names[] = {
      "received", "screening", "supporting-field", "coordinating", "planned",
      "active",   "suspended", "closed",           "follow-up",    "reopened"};
  return names[static_cast<std::size_t>(value)];
}

/// ほかの中心の人
struct FocusPerson {
  explicit FocusPerson(PersonKey person_key_in) : person_key(std::move(person_key_in)) {}
  PersonKey person_key;  ///< 人の記録キー
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
  }
};

/// ケース (FHIR EpisodeOfCare). Schema: sdk/schema/case.schema.json
struct Case : Record<Case, CaseKey> {
  static constexpr std::string_view kind = "case";
  Case(CaseKey key, PersonKey person_key_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)) {}

  PersonKey person_key;                   ///< 人の記録キー
  List<FocusPerson> other_focus_persons;  ///< ほかの中心の人
  Field<HouseholdKey> household_key;      ///< 世帯の手がかりの記録キー
  Field<CaseStatus> status;               ///< 状態
  Field<PartialDate> opened_at;           ///< 受付日
  Field<std::string> receiver;            ///< 受け付けた機関
  Field<Channel> channel;                 ///< 受付方法
  Field<Urgency> urgency;                 ///< 緊急度
  Field<std::string> lead_agency;         ///< 主担当の機関
  Field<Staff> coordinator;               ///< 調整担当者
  Field<CaseKey> reopened_from_key;       ///< 再開のもとのケース
  Field<std::string> closed_reason;       ///< 終結の理由

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("otherFocusPersons", other_focus_persons);
    visit("householdKey", household_key);
    visit("status", status);
    visit("openedAt", opened_at);
    visit("receiver", receiver);
    visit("channel", channel);
    visit("urgency", urgency);
    visit("leadAgency", lead_agency);
    visit("coordinator", coordinator);
    visit("reopenedFromKey", reopened_from_key);
    visit("closedReason", closed_reason);
  }
};

}  // namespace tsunagu::record
