// What a person record says of care, disability, services and places: special-care data
// (個人情報保護法2条3項) and what tells where somebody is.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"

namespace tsunagu::record {

enum class CareLevelCode {
  not_eligible,      ///< 非該当
  project_eligible,  ///< 事業対象者
  transitional,      ///< 要支援(経過的要介護)
  support_1,         ///< 要支援1
  support_2,         ///< 要支援2
  care_1,            ///< 要介護1
  care_2,            ///< 要介護2
  care_3,            ///< 要介護3
  care_4,            ///< 要介護4
  care_5,            ///< 要介護5
  unknown,           ///< 不明・申請中
};
constexpr std::string_view text_of(CareLevelCode value) {
  constexpr std::string_view names[] = {"01", "06", "11", "12", "13", "21",
                                        "22", "23", "24", "25", "99"};
  return names[static_cast<std::size_t>(value)];
}

/// 要介護度
struct CareLevel {
  explicit CareLevel(CareLevelCode code_in) : code(code_in) {}
  CareLevelCode code;               ///< 要介護状態区分
  Field<std::string> text;          ///< 元の語
  Field<std::string> certified_at;  ///< 認定日
  Field<std::string> valid_from;    ///< 認定有効開始
  Field<std::string> valid_until;   ///< 認定有効終了
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("code", code);
    visit("text", text);
    visit("certifiedAt", certified_at);
    visit("validFrom", valid_from);
    visit("validUntil", valid_until);
  }
};

enum class ObservationKind {
  elderly_independence,   ///< 障害高齢者の日常生活自立度
  dementia_independence,  ///< 認知症高齢者の日常生活自立度
  disability,             ///< 障害
  disease,                ///< 疾患
  other,                  ///< その他
};
constexpr std::string_view text_of(ObservationKind value) {
  constexpr std::string_view names[] = {"elderly-independence", "dementia-independence",
                                        "disability", "disease", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 心身の状態
struct Observation {
  explicit Observation(ObservationKind kind_in) : kind(kind_in) {}
  ObservationKind kind;     ///< 種類
  Field<std::string> code;  ///< コード
  Field<std::string> text;  ///< 元の語
  Field<PartialDate> at;    ///< 時点
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("code", code);
    visit("text", text);
    visit("at", at);
  }
};

enum class CertificateKind {
  physical,      ///< 身体障害者手帳
  intellectual,  ///< 療育手帳
  mental,        ///< 精神障害者保健福祉手帳
  unknown,       ///< 種別不明
};
constexpr std::string_view text_of(CertificateKind value) {
  constexpr std::string_view names[] = {"physical", "intellectual", "mental", "unknown"};
  return names[static_cast<std::size_t>(value)];
}

enum class CertificateSeverity {
  heavy,  ///< 重度
  other,  ///< その他
};
constexpr std::string_view text_of(CertificateSeverity value) {
  constexpr std::string_view names[] = {"heavy", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 障害者手帳
struct DisabilityCertificate {
  explicit DisabilityCertificate(CertificateKind kind_in) : kind(kind_in) {}
  CertificateKind kind;                 ///< 手帳の種類
  Field<std::string> grade;             ///< 等級
  Field<CertificateSeverity> severity;  ///< 重度の別
  Field<std::string> note;              ///< 備考
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("grade", grade);
    visit("severity", severity);
    visit("note", note);
  }
};

enum class SupportCategoryCode {
  none,        ///< 非該当
  category_1,  ///< 区分1
  category_2,  ///< 区分2
  category_3,  ///< 区分3
  category_4,  ///< 区分4
  category_5,  ///< 区分5
  category_6,  ///< 区分6
  unknown,     ///< 不明
};
constexpr std::string_view text_of(SupportCategoryCode value) {
  constexpr std::string_view names[] = {"none", "1", "2", "3", "4", "5", "6", "unknown"};
  return names[static_cast<std::size_t>(value)];
}

/// 障害支援区分
struct SupportCategory {
  explicit SupportCategory(SupportCategoryCode code_in) : code(code_in) {}
  SupportCategoryCode code;        ///< 障害支援区分
  Field<std::string> source_code;  ///< 元のコード
  Field<std::string> valid_from;   ///< 有効開始
  Field<std::string> valid_until;  ///< 有効終了
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("code", code);
    visit("sourceCode", source_code);
    visit("validFrom", valid_from);
    visit("validUntil", valid_until);
  }
};

/// 利用中のサービス
struct ServiceUse {
  Field<std::string> provider_number;  ///< 事業所番号
  Field<std::string> provider_name;    ///< 事業所名
  Field<std::string> service_code;     ///< サービス種類コード
  Field<std::string> service_name;     ///< サービス名
  Field<std::string> from;             ///< 利用開始日
  Field<std::string> until;            ///< 利用終了日
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("providerNumber", provider_number);
    visit("providerName", provider_name);
    visit("serviceCode", service_code);
    visit("serviceName", service_name);
    visit("from", from);
    visit("until", until);
  }
};

enum class AffiliationKind {
  school,     ///< 学校
  nursery,    ///< 保育所等
  workplace,  ///< 職場
  hospital,   ///< 医療機関
  facility,   ///< 施設
  other,      ///< その他
};
constexpr std::string_view text_of(AffiliationKind value) {
  constexpr std::string_view names[] = {"school",   "nursery",  "workplace",
                                        "hospital", "facility", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 所属
struct Affiliation {
  Affiliation(AffiliationKind kind_in, std::string name_in)
      : kind(kind_in), name(std::move(name_in)) {}
  AffiliationKind kind;      ///< 種別
  std::string name;          ///< 名称
  Field<std::string> note;   ///< 備考
  Field<std::string> from;   ///< 始まり
  Field<std::string> until;  ///< 終わり
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("name", name);
    visit("note", note);
    visit("from", from);
    visit("until", until);
  }
};

/// 妊娠
struct Pregnancy {
  Field<PartialDate> due_date;  ///< 出産予定日
  List<Coding> risk_items;      ///< 気がかりな項目
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("dueDate", due_date);
    visit("riskItems", risk_items);
  }
};

}  // namespace tsunagu::record
