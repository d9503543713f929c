// 本人・世帯員の基本情報: GIF 個人 / FHIR Patient.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/care.hpp"
#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

/// 番号
struct Identifier {
  Identifier(std::string system_in, std::string value_in)
      : system(std::move(system_in)), value(std::move(value_in)) {}
  std::string system;                 ///< 番号の種類
  std::string value;                  ///< 番号
  Field<std::string> issuer_lg_code;  ///< 発行者番号
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("system", system);
    visit("value", value);
    visit("issuerLgCode", issuer_lg_code);
  }
};

enum class NameUse {
  official,  ///< 戸籍・住民票
  usual,     ///< 通称
  former,    ///< 旧姓・旧名
  alias,     ///< 別名
};
constexpr std::string_view text_of(NameUse value) {
  constexpr std::string_view names[] = {"official", "usual", "former", "alias"};
  return names[static_cast<std::size_t>(value)];
}

/// 氏名
struct Name {
  Name(std::string full_name_in, std::string original_in)
      : full_name(std::move(full_name_in)), original(std::move(original_in)) {}
  Field<NameUse> use;                   ///< 用途
  Field<std::string> family_name;       ///< 姓
  Field<std::string> given_name;        ///< 名
  std::string full_name;                ///< 氏名
  Field<std::string> family_name_kana;  ///< 姓カナ
  Field<std::string> given_name_kana;   ///< 名カナ
  Field<std::string> full_name_kana;    ///< 氏名カナ
  std::string original;                 ///< 元の表記
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("use", use);
    visit("familyName", family_name);
    visit("givenName", given_name);
    visit("fullName", full_name);
    visit("familyNameKana", family_name_kana);
    visit("givenNameKana", given_name_kana);
    visit("fullNameKana", full_name_kana);
    visit("original", original);
  }
};

enum class Sex {
  unknown,         ///< 不明
  male,            ///< 男性
  female,          ///< 女性
  not_applicable,  ///< 適用不能
};
constexpr std::string_view text_of(Sex value) {
  constexpr std::string_view names[] = {"0", "1", "2", "9"};
  return names[static_cast<std::size_t>(value)];
}

enum class ContactKind {
  phone,   ///< 自宅電話
  mobile,  ///< 携帯電話
  fax,     ///< FAX
  email,   ///< メール
  other,   ///< その他
};
constexpr std::string_view text_of(ContactKind value) {
  constexpr std::string_view names[] = {"phone", "mobile", "fax", "email", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 連絡先
struct Contact {
  explicit Contact(std::string value_in) : value(std::move(value_in)) {}
  Field<ContactKind> kind;  ///< 種別
  std::string value;        ///< 連絡先
  Field<bool> safe;         ///< 安全な連絡先
  Field<std::string> note;  ///< 備考
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("value", value);
    visit("safe", safe);
    visit("note", note);
  }
};

enum class ConfidentialKind {
  support_measure,  ///< 支援措置
  hidden_address,   ///< 住所秘匿
  informant,        ///< 通告者
};
constexpr std::string_view text_of(ConfidentialKind value) {
  constexpr std::string_view names[] = {"support-measure", "hidden-address", "informant"};
  return names[static_cast<std::size_t>(value)];
}

/// 秘匿情報
struct ConfidentialInformation {
  explicit ConfidentialInformation(ConfidentialKind kind_in) : kind(kind_in) {}
  ConfidentialKind kind;           ///< 種類
  Field<std::string> from;         ///< 始まり
  Field<std::string> until;        ///< 終わり
  List<Party> hidden_from;         ///< 相手方
  List<Party> protected_together;  ///< 併せて支援を求める者
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("from", from);
    visit("until", until);
    visit("hiddenFrom", hidden_from);
    visit("protectedTogether", protected_together);
  }
};

/// 本人・世帯員の基本情報 (GIF 個人 / FHIR Patient). Schema: sdk/schema/person.schema.json
struct Person : Record<Person, PersonKey> {
  static constexpr std::string_view kind = "person";
  explicit Person(PersonKey key) : Record(std::move(key)) {}

  List<Identifier> identifiers;                            ///< 番号
  List<Name> names;                                        ///< 氏名
  Field<Sex> sex;                                          ///< 性別
  Field<PartialDate> date_of_birth;                        ///< 生年月日
  Field<std::int64_t> stated_age;                          ///< 申告の年齢
  Field<PartialDate> date_of_death;                        ///< 死亡日
  List<Address> addresses;                                 ///< 住所
  List<Contact> contacts;                                  ///< 連絡先
  Field<std::string> nationality;                          ///< 国籍
  Field<std::string> language;                             ///< 言語
  Field<CareLevel> care_level;                             ///< 要介護度
  List<Observation> observations;                          ///< 心身の状態
  List<DisabilityCertificate> disability_certificates;     ///< 障害者手帳
  Field<SupportCategory> support_category;                 ///< 障害支援区分
  List<ServiceUse> services;                               ///< 利用中のサービス
  List<Affiliation> affiliations;                          ///< 所属
  Field<Pregnancy> pregnancy;                              ///< 妊娠
  List<ConfidentialInformation> confidential_information;  ///< 秘匿情報

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("identifiers", identifiers);
    visit("names", names);
    visit("sex", sex);
    visit("dateOfBirth", date_of_birth);
    visit("statedAge", stated_age);
    visit("dateOfDeath", date_of_death);
    visit("addresses", addresses);
    visit("contacts", contacts);
    visit("nationality", nationality);
    visit("language", language);
    visit("careLevel", care_level);
    visit("observations", observations);
    visit("disabilityCertificates", disability_certificates);
    visit("supportCategory", support_category);
    visit("services", services);
    visit("affiliations", affiliations);
    visit("pregnancy", pregnancy);
    visit("confidentialInformation", confidential_information);
  }
};

}  // namespace tsunagu::record
