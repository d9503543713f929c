// 相談の記録: FHIR Encounter.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class ChannelCode {
  visit,       ///< 来所
  phone,       ///< 電話
  home_visit,  ///< 訪問
  letter,      ///< 文書
  email,       ///< メール
  online,      ///< オンライン
  other,       ///< その他
};
constexpr std::string_view text_of(ChannelCode value) {
  constexpr std::string_view names[] = {"visit", "phone",  "home-visit", "letter",
                                        "email", "online", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 受付方法
struct Channel {
  explicit Channel(ChannelCode code_in) : code(code_in) {}
  ChannelCode code;         ///< 受付方法
  Field<std::string> text;  ///< 元の語
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("code", code);
    visit("text", text);
  }
};

enum class CallerKind {
  self_,         ///< 本人
  family,        ///< 家族
  commissioner,  ///< 民生委員
  care_manager,  ///< ケアマネジャー
  medical,       ///< 医療機関
  police,        ///< 警察
  neighbour,     ///< 近隣
  school,        ///< 学校・保育所
  government,    ///< 行政
  other,         ///< その他
};
constexpr std::string_view text_of(CallerKind value) {
  constexpr std::string_view names[] = {"self",       "family", "commissioner", "care-manager",
                                        "medical",    "police", "neighbour",    "school",
                                        "government", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 相談者
struct Caller {
  Field<std::string> name;          ///< 相談者氏名
  Field<std::string> relationship;  ///< 相談者続柄
  Field<CallerKind> kind;           ///< 相談者の区分
  Field<std::string> contact;       ///< 相談者の連絡先
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("name", name);
    visit("relationship", relationship);
    visit("kind", kind);
    visit("contact", contact);
  }
};

enum class Urgency {
  routine,    ///< 通常
  soon,       ///< 急ぐ
  immediate,  ///< 至急
};
constexpr std::string_view text_of(Urgency value) {
  constexpr std::string_view names[] = {"routine", "soon", "immediate"};
  return names[static_cast<std::size_t>(value)];
}

enum class LegalCategory {
  needs_protection,    ///< 要保護児童
  needs_support,       ///< 要支援児童
  specified_pregnant,  ///< 特定妊婦
  guardian,            ///< 保護者
};
constexpr std::string_view text_of(LegalCategory value) {
  constexpr std::string_view names[] = {"needs-protection", "needs-support", "specified-pregnant",
                                        "guardian"};
  return names[static_cast<std::size_t>(value)];
}

enum class AbuseSeverity {
  fatal,     ///< 最重度
  severe,    ///< 重度
  moderate,  ///< 中度
  mild,      ///< 軽度
  concern,   ///< 虐待の危惧
};
constexpr std::string_view text_of(AbuseSeverity value) {
  constexpr std::string_view names[] = {"fatal", "severe", "moderate", "mild", "concern"};
  return names[static_cast<std::size_t>(value)];
}

enum class ArrearsKind {
  tax,        ///< 税
  insurance,  ///< 保険料
  utility,    ///< 公共料金
  rent,       ///< 家賃
  other,      ///< その他
};
constexpr std::string_view text_of(ArrearsKind value) {
  constexpr std::string_view names[] = {"tax", "insurance", "utility", "rent", "other"};
  return names[static_cast<std::size_t>(value)];
}

enum class Provenance {
  self_,   ///< 本人の申告
  tax,     ///< 税務
  agency,  ///< ほかの機関
};
constexpr std::string_view text_of(Provenance value) {
  constexpr std::string_view names[] = {"self", "tax", "agency"};
  return names[static_cast<std::size_t>(value)];
}

/// 滞納
struct Arrears {
  explicit Arrears(ArrearsKind kind_in) : kind(kind_in) {}
  ArrearsKind kind;              ///< 滞納の種類
  Field<std::string> text;       ///< 元の記載
  Field<std::int64_t> amount;    ///< 金額
  Field<Provenance> provenance;  ///< 出どころ
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("text", text);
    visit("amount", amount);
    visit("provenance", provenance);
  }
};

/// 収入・滞納・債務
struct Income {
  Field<std::int64_t> household_monthly;  ///< 世帯収入(月)
  Field<std::string> text;                ///< 元の記載
  List<Arrears> arrears;                  ///< 滞納
  Field<std::string> debts;               ///< 債務
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("householdMonthly", household_monthly);
    visit("text", text);
    visit("arrears", arrears);
    visit("debts", debts);
  }
};

/// 相談の記録 (FHIR Encounter). Schema: sdk/schema/consultation.schema.json
struct Consultation : Record<Consultation, ConsultationKey> {
  static constexpr std::string_view kind = "consultation";
  Consultation(ConsultationKey key, PersonKey person_key_in, PartialDate received_at_in)
      : Record(std::move(key)),
        person_key(std::move(person_key_in)),
        received_at(std::move(received_at_in)) {}

  PersonKey person_key;                  ///< 人の記録キー
  Field<std::string> receipt_number;     ///< 受付番号
  PartialDate received_at;               ///< 受付日時
  Field<Channel> channel;                ///< 受付方法
  Field<Coding> route;                   ///< 相談経路
  Field<Caller> caller;                  ///< 相談者
  Field<Urgency> urgency;                ///< 緊急度
  Field<std::string> statement;          ///< 主訴
  Field<std::string> wish;               ///< 希望
  Field<std::string> course;             ///< 支援経過
  Field<std::string> support_policy;     ///< 支援方針
  Field<std::string> emergency_support;  ///< 緊急支援
  List<Coding> classifications;          ///< 相談分類
  Field<bool> abuse;                     ///< 虐待の相談
  List<Coding> abuse_types;              ///< 虐待の種別
  Field<LegalCategory> legal_category;   ///< 法定区分
  Field<AbuseSeverity> severity;         ///< 重症度
  Field<Staff> staff;                    ///< 担当者
  Field<PartialDate> closed_at;          ///< 終結年月日
  Field<std::string> closed_reason;      ///< 終結の理由
  Field<Income> income;                  ///< 収入・滞納・債務
  Field<Coding> housing;                 ///< 住居形態
  Field<Coding> employment;              ///< 就労状況
  Field<Coding> health_insurance;        ///< 健康保険
  Field<Coding> pension;                 ///< 年金

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("receiptNumber", receipt_number);
    visit("receivedAt", received_at);
    visit("channel", channel);
    visit("route", route);
    visit("caller", caller);
    visit("urgency", urgency);
    visit("statement", statement);
    visit("wish", wish);
    visit("course", course);
    visit("supportPolicy", support_policy);
    visit("emergencySupport", emergency_support);
    visit("classifications", classifications);
    visit("abuse", abuse);
    visit("abuseTypes", abuse_types);
    visit("legalCategory", legal_category);
    visit("severity", severity);
    visit("staff", staff);
    visit("closedAt", closed_at);
    visit("closedReason", closed_reason);
    visit("income", income);
    visit("housing", housing);
    visit("employment", employment);
    visit("healthInsurance", health_insurance);
    visit("pension", pension);
  }
};

}  // namespace tsunagu::record
