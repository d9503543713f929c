// つなぎの依頼: FHIR ServiceRequest.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/consultation.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class ReferralReason {
  sort_out_roles,         ///< 役割分担の整理が要る
  outreach,               ///< アウトリーチが要る
  participation,          ///< 参加支援が要る
  no_agency,              ///< 対応できる機関がない
  one_agency_not_enough,  ///< 一つの機関では足りない
};
constexpr std::string_view text_of(ReferralReason value) {
  constexpr std::string_view names[] = {"a", "b", "c", "d", "e"};
  return names[static_cast<std::size_t>(value)];
}

/// 本人への説明
struct Explanation {
  explicit Explanation(bool done_in) : done(done_in) {}
  bool done;              ///< 説明した
  Field<bool> convinced;  ///< 本人が納得した
  Field<std::string> at;  ///< 説明した日
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("done", done);
    visit("convinced", convinced);
    visit("at", at);
  }
};

/// つなぎの依頼 (FHIR ServiceRequest). Schema: sdk/schema/referral.schema.json
struct Referral : Record<Referral, std::string> {
  static constexpr std::string_view kind = "referral";
  Referral(std::string key, PersonKey person_key_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)) {}

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  Field<ReferralReason> reason;             ///< 理由
  Field<std::string> reason_text;           ///< 理由の説明
  Field<std::string> requested_action;      ///< 求めること
  Field<Coding> requested_recipient;        ///< つなぎ先
  Field<Urgency> urgency;                   ///< 緊急度
  Field<PartialDate> requested_at;          ///< 依頼日
  Field<Explanation> explained;             ///< 本人への説明
  Field<bool> accompaniment;                ///< 同行支援
  Field<std::string> sheet_version;         ///< シートの版
  Field<Staff> staff;                       ///< 担当者

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("reason", reason);
    visit("reasonText", reason_text);
    visit("requestedAction", requested_action);
    visit("requestedRecipient", requested_recipient);
    visit("urgency", urgency);
    visit("requestedAt", requested_at);
    visit("explained", explained);
    visit("accompaniment", accompaniment);
    visit("sheetVersion", sheet_version);
    visit("staff", staff);
  }
};

}  // namespace tsunagu::record
