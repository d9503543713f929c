// 社会資源: HSDS service + service_at_location; GIF 施設.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class PublicRange {
  public_,  ///< 公開
  staff,    ///< 職員のみ
};
constexpr std::string_view text_of(PublicRange value) {
  constexpr std::string_view names[] = {"public", "staff"};
  return names[static_cast<std::size_t>(value)];
}

/// 番号
struct ResourceIdentifier {
  ResourceIdentifier(std::string system_in, std::string value_in)
      : system(std::move(system_in)), value(std::move(value_in)) {}
  std::string system;  ///< 番号の種類
  std::string value;   ///< 番号
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("system", system);
    visit("value", value);
  }
};

enum class ResourceStatus {
  active,    ///< 活動中
  inactive,  ///< 休止
  defunct,   ///< 廃止
};
constexpr std::string_view text_of(ResourceStatus value) {
  constexpr std::string_view names[] = {"active", "inactive", "defunct"};
  return names[static_cast<std::size_t>(value)];
}

enum class PhoneKind {
  voice,   ///< 電話
  fax,     ///< FAX
  mobile,  ///< 携帯
};
constexpr std::string_view text_of(PhoneKind value) {
  constexpr std::string_view names[] = {"voice", "fax", "mobile"};
  return names[static_cast<std::size_t>(value)];
}

/// 法人電話
struct Phone {
  explicit Phone(std::string number_in) : number(std::move(number_in)) {}
  Field<PhoneKind> kind;         ///< 種別
  std::string number;            ///< 番号
  Field<std::string> extension;  ///< 内線番号
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("kind", kind);
    visit("number", number);
    visit("extension", extension);
  }
};

/// 運営主体
struct Organization {
  Field<std::string> name;              ///< 法人・団体名
  Field<std::string> name_kana;         ///< 法人・団体名カナ
  Field<std::string> corporate_number;  ///< 法人番号
  Field<Address> address;               ///< 法人住所
  List<Phone> phones;                   ///< 法人電話
  Field<std::string> url;               ///< 法人URL
  Field<std::string> designated_by;     ///< 指定機関名
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("name", name);
    visit("nameKana", name_kana);
    visit("corporateNumber", corporate_number);
    visit("address", address);
    visit("phones", phones);
    visit("url", url);
    visit("designatedBy", designated_by);
  }
};

enum class DayCode {
  mo,  ///< 月
  tu,  ///< 火
  we,  ///< 水
  th,  ///< 木
  fr,  ///< 金
  sa,  ///< 土
  su,  ///< 日
  ho,  ///< 祝日
};
constexpr std::string_view text_of(DayCode value) {
  constexpr std::string_view names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Ho"};
  return names[static_cast<std::size_t>(value)];
}

/// 利用可能な日時
struct Schedule {
  List<DayCode> days;               ///< 曜日
  List<std::string> specific_days;  ///< 特定日
  Field<std::string> opens_at;      ///< 開始時刻
  Field<std::string> closes_at;     ///< 終了時刻
  Field<std::string> text;          ///< 元の記載
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("days", days);
    visit("specificDays", specific_days);
    visit("opensAt", opens_at);
    visit("closesAt", closes_at);
    visit("text", text);
  }
};

/// 社会資源 (HSDS service + service_at_location; GIF 施設). Schema: sdk/schema/resource.schema.json
struct Resource : Record<Resource, std::string> {
  static constexpr std::string_view kind = "resource";
  Resource(std::string key, PublicRange public_range_in, std::string name_in)
      : Record(std::move(key)), public_range(public_range_in), name(std::move(name_in)) {}

  PublicRange public_range;                ///< 公開範囲
  Field<Coding> resource_kind;             ///< 種類
  List<ResourceIdentifier> identifiers;    ///< 番号
  std::string name;                        ///< 名称
  Field<std::string> name_kana;            ///< 名称カナ
  Field<std::string> name_en;              ///< 名称英字
  Field<ResourceStatus> status;            ///< 状態
  Field<std::string> description;          ///< 説明
  List<Coding> service_types;              ///< サービスの種類
  List<std::string> target_fields;         ///< 対象分野
  Field<Organization> organization;        ///< 運営主体
  Field<std::string> publisher_code;       ///< 公表団体コード
  Field<Address> address;                  ///< 所在地
  Field<double> latitude;                  ///< 緯度
  Field<double> longitude;                 ///< 経度
  Field<std::string> access;               ///< アクセス方法
  Field<std::string> parking;              ///< 駐車場情報
  List<Phone> phones;                      ///< 電話・FAX
  Field<std::string> email;                ///< メール
  Field<std::string> url;                  ///< URL
  List<Schedule> schedules;                ///< 利用可能な日時
  Field<std::string> schedule_note;        ///< 日時の特記事項
  Field<std::string> closed_days;          ///< 定休日
  Field<std::int64_t> capacity;            ///< 定員
  Field<std::string> capacity_text;        ///< 定員の記載
  Field<std::int64_t> available;           ///< 受入可能数
  Field<std::int64_t> minimum_age;         ///< 対象最小年齢
  Field<std::int64_t> maximum_age;         ///< 対象最大年齢
  Field<std::string> eligibility;          ///< 対象の備考
  Field<std::string> fee_kind;             ///< 費用区分
  Field<std::string> fees;                 ///< 費用説明
  Field<std::string> application_process;  ///< 申込み
  Field<bool> transport;                   ///< 送迎
  List<std::string> accessibility;         ///< バリアフリー
  List<std::string> acceptance;            ///< 受入配慮
  Field<bool> participation_support;       ///< 参加支援協力
  Field<std::string> temporary_care;       ///< 一時預かり
  Field<std::string> age_range;            ///< 受入年齢
  Field<PartialDate> approved_at;          ///< 認可等年月日
  Field<bool> shared_use;                  ///< 高齢者と障害者の同時利用
  Field<bool> meets_care_standard;         ///< 介護保険の指定基準
  Field<bool> meets_disability_standard;   ///< 障害福祉の指定基準
  Field<PartialDate> assured_at;           ///< 最終確認日
  Field<std::string> note;                 ///< 備考

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("publicRange", public_range);
    visit("resourceKind", resource_kind);
    visit("identifiers", identifiers);
    visit("name", name);
    visit("nameKana", name_kana);
    visit("nameEn", name_en);
    visit("status", status);
    visit("description", description);
    visit("serviceTypes", service_types);
    visit("targetFields", target_fields);
    visit("organization", organization);
    visit("publisherCode", publisher_code);
    visit("address", address);
    visit("latitude", latitude);
    visit("longitude", longitude);
    visit("access", access);
    visit("parking", parking);
    visit("phones", phones);
    visit("email", email);
    visit("url", url);
    visit("schedules", schedules);
    visit("scheduleNote", schedule_note);
    visit("closedDays", closed_days);
    visit("capacity", capacity);
    visit("capacityText", capacity_text);
    visit("available", available);
    visit("minimumAge", minimum_age);
    visit("maximumAge", maximum_age);
    visit("eligibility", eligibility);
    visit("feeKind", fee_kind);
    visit("fees", fees);
    visit("applicationProcess", application_process);
    visit("transport", transport);
    visit("accessibility", accessibility);
    visit("acceptance", acceptance);
    visit("participationSupport", participation_support);
    visit("temporaryCare", temporary_care);
    visit("ageRange", age_range);
    visit("approvedAt", approved_at);
    visit("sharedUse", shared_use);
    visit("meetsCareStandard", meets_care_standard);
    visit("meetsDisabilityStandard", meets_disability_standard);
    visit("assuredAt", assured_at);
    visit("note", note);
  }
};

}  // namespace tsunagu::record
