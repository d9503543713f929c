// 同意: FHIR Consent.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class ConsentStatus {
  never_asked,  ///< 未確認
  asked,        ///< 確認中
  given,        ///< 同意
  refused,      ///< 不同意
  withdrawn,    ///< 撤回
  expired,      ///< 期限切れ
};
constexpr std::string_view text_of(ConsentStatus value) {
  constexpr std::string_view names[] = {"never_asked", "asked",     "given",
                                        "refused",     "withdrawn", "expired"};
  return names[static_cast<std::size_t>(value)];
}

enum class GivenByKind {
  self_,           ///< 本人
  guardian,        ///< 親権者・後見人
  representative,  ///< 代理人
};
constexpr std::string_view text_of(GivenByKind value) {
  constexpr std::string_view names[] = {"self", "guardian", "representative"};
  return names[static_cast<std::size_t>(value)];
}

/// 同意した人
struct GivenBy {
  explicit GivenBy(GivenByKind kind_in) : kind(kind_in) {}
  GivenByKind kind;          ///< 誰が
  Field<std::string> name;   ///< 氏名
  Field<std::string> basis;  ///< 根拠
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("name", name);
    visit("basis", basis);
  }
};

/// 範囲
struct ConsentScope {
  List<std::string> forums;      ///< 会議・経路
  List<std::string> recipients;  ///< 提供先
  List<std::string> purposes;    ///< 目的
  List<Item> data_labels;        ///< 情報の区分
  List<std::string> excludes;    ///< 除くもの
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("forums", forums);
    visit("recipients", recipients);
    visit("purposes", purposes);
    visit("dataLabels", data_labels);
    visit("excludes", excludes);
  }
};

enum class ConsentMethod {
  written,     ///< 書面
  oral,        ///< 口頭
  electronic,  ///< 電子
};
constexpr std::string_view text_of(ConsentMethod value) {
  constexpr std::string_view names[] = {"written", "oral", "electronic"};
  return names[static_cast<std::size_t>(value)];
}

/// 同意の対象ごとの状態 (支援を受けること・情報の共有)
struct ConsentPart {
  explicit ConsentPart(ConsentStatus status_in) : status(status_in) {}
  ConsentStatus status;   ///< 状態
  Field<std::string> at;  ///< 日付
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("status", status);
    visit("at", at);
  }
};

/// 同意 (FHIR Consent). Schema: sdk/schema/consent.schema.json
struct Consent : Record<Consent, std::string> {
  static constexpr std::string_view kind = "consent";
  Consent(std::string key, PersonKey person_key_in, ConsentStatus status_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), status(status_in) {}

  /// The only short way to a given consent: one without its day proves nothing.
  static Consent given(std::string key, PersonKey person, std::string given_at) {
    Consent consent(std::move(key), std::move(person), ConsentStatus::given);
    consent.given_at = std::move(given_at);
    return consent;
  }

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  ConsentStatus status;                     ///< 状態
  Field<GivenBy> given_by;                  ///< 同意した人
  Field<std::string> scope_form;            ///< 同意書の様式
  Field<ConsentScope> scope;                ///< 範囲
  Field<ConsentMethod> method;              ///< 方法
  Field<std::string> given_at;              ///< 同意年月日
  Field<std::string> until;                 ///< 期限
  Field<std::string> evidence_ref;          ///< 証拠
  Field<std::string> withdrawn_at;          ///< 撤回日
  Field<ConsentPart> to_support;            ///< 支援を受けることへの同意
  Field<ConsentPart> to_sharing;            ///< 情報共有への同意
  Field<std::string> source_text;           ///< 元の記載

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("status", status);
    visit("givenBy", given_by);
    visit("scopeForm", scope_form);
    visit("scope", scope);
    visit("method", method);
    visit("givenAt", given_at);
    visit("until", until);
    visit("evidenceRef", evidence_ref);
    visit("withdrawnAt", withdrawn_at);
    visit("toSupport", to_support);
    visit("toSharing", to_sharing);
    visit("sourceText", source_text);
  }
};

}  // namespace tsunagu::record
