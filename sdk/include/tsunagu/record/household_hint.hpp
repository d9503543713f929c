// 世帯の手がかり: FHIR Group.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

/// 世帯番号
struct RegisterNumber {
  RegisterNumber(std::string system_in, std::string value_in)
      : system(std::move(system_in)), value(std::move(value_in)) {}
  std::string system;  ///< 番号の種類
  std::string value;   ///< 世帯番号
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("system", system);
    visit("value", value);
  }
};

enum class MemberRole {
  head,       ///< 世帯主
  carer,      ///< 介護・養育をする人
  dependent,  ///< 介護・養育を受ける人
  other,      ///< その他
};
constexpr std::string_view text_of(MemberRole value) {
  constexpr std::string_view names[] = {"head", "carer", "dependent", "other"};
  return names[static_cast<std::size_t>(value)];
}

enum class Cohabiting {
  yes,      ///< 同居
  no,       ///< 別居
  unknown,  ///< 不明
};
constexpr std::string_view text_of(Cohabiting value) {
  constexpr std::string_view names[] = {"yes", "no", "unknown"};
  return names[static_cast<std::size_t>(value)];
}

/// 世帯員
struct Member {
  explicit Member(std::string relationship_in) : relationship(std::move(relationship_in)) {}
  Field<PersonKey> person_key;   ///< 人の記録キー
  std::string relationship;      ///< 続柄
  Field<MemberRole> role;        ///< 役割
  Field<Cohabiting> cohabiting;  ///< 同居
  Field<std::int64_t> age;       ///< 年齢
  Field<std::string> from;       ///< 始まり
  Field<std::string> until;      ///< 終わり
  Field<std::string> evidence;   ///< 根拠
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("relationship", relationship);
    visit("role", role);
    visit("cohabiting", cohabiting);
    visit("age", age);
    visit("from", from);
    visit("until", until);
    visit("evidence", evidence);
  }
};

/// 世帯の手がかり (FHIR Group). Schema: sdk/schema/household_hint.schema.json
struct HouseholdHint : Record<HouseholdHint, std::string> {
  static constexpr std::string_view kind = "household_hint";
  HouseholdHint(std::string key, PersonKey focus_person_key_in)
      : Record(std::move(key)), focus_person_key(std::move(focus_person_key_in)) {}

  PersonKey focus_person_key;             ///< 中心の人
  Field<RegisterNumber> register_number;  ///< 世帯番号
  Field<std::string> composition;         ///< 世帯構成
  Field<std::string> members_text;        ///< 同居者の記載
  List<Member> members;                   ///< 世帯員

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("focusPersonKey", focus_person_key);
    visit("registerNumber", register_number);
    visit("composition", composition);
    visit("membersText", members_text);
    visit("members", members);
  }
};

}  // namespace tsunagu::record
