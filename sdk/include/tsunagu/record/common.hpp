// What several kinds share: dates with precision, codes with their source words, addresses (GIF),
// staff and other parties.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/field.hpp"

namespace tsunagu::record {

enum class Precision {
  day,    ///< 日まで
  month,  ///< 月まで
  year,   ///< 年まで
};
constexpr std::string_view text_of(Precision value) {
  constexpr std::string_view names[] = {"day", "month", "year"};
  return names[static_cast<std::size_t>(value)];
}

/// 日付と精度
struct PartialDate {
  explicit PartialDate(std::string date_in) : date(std::move(date_in)) {}
  std::string date;            ///< 日付
  Field<Precision> precision;  ///< 精度
  Field<bool> artificial;      ///< 人為的な値
  Field<std::string> time;     ///< 時刻
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("date", date);
    visit("precision", precision);
    visit("artificial", artificial);
    visit("time", time);
  }
};

/// コードと元の語
struct Coding {
  Field<std::string> system;  ///< コード体系
  Field<std::string> code;    ///< コード
  Field<std::string> text;    ///< 表示
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("system", system);
    visit("code", code);
    visit("text", text);
  }
};

/// 期間
struct Period {
  Field<std::string> from;   ///< 始まり
  Field<std::string> until;  ///< 終わり
  Field<std::string> text;   ///< 元の記載
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("from", from);
    visit("until", until);
    visit("text", text);
  }
};

enum class AddressUse {
  registered,  ///< 住民登録
  actual,      ///< 居所
  temporary,   ///< 一時的
};
constexpr std::string_view text_of(AddressUse value) {
  constexpr std::string_view names[] = {"registered", "actual", "temporary"};
  return names[static_cast<std::size_t>(value)];
}

/// 住所
struct Address {
  explicit Address(std::string full_address_in) : full_address(std::move(full_address_in)) {}
  Field<AddressUse> use;                     ///< 用途
  Field<std::string> local_government_code;  ///< 全国地方公共団体コード
  Field<std::string> street_address_id;      ///< 町字ID
  Field<std::string> prefecture;             ///< 都道府県
  Field<std::string> city_and_county;        ///< 市区町村
  Field<std::string> street_address;         ///< 町字
  Field<std::string> city_block;             ///< 番地以下
  Field<std::string> building_name_etc;      ///< 建物名等(方書)
  Field<std::string> postal_code;            ///< 郵便番号
  std::string full_address;                  ///< 連結表記
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("use", use);
    visit("localGovernmentCode", local_government_code);
    visit("streetAddressId", street_address_id);
    visit("prefecture", prefecture);
    visit("cityAndCounty", city_and_county);
    visit("streetAddress", street_address);
    visit("cityBlock", city_block);
    visit("buildingNameEtc", building_name_etc);
    visit("postalCode", postal_code);
    visit("fullAddress", full_address);
  }
};

/// 担当者
struct Staff {
  Field<std::string> name;    ///< 担当者氏名
  Field<std::string> agency;  ///< 所属機関
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("name", name);
    visit("agency", agency);
  }
};

/// 相手方・併せて支援を求める者
struct Party {
  Field<PersonKey> person_key;       ///< 人の記録キー
  Field<std::string> name;           ///< 氏名
  Field<std::string> name_kana;      ///< カナ氏名
  Field<PartialDate> date_of_birth;  ///< 生年月日
  Field<std::string> relationship;   ///< 続柄
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("name", name);
    visit("nameKana", name_kana);
    visit("dateOfBirth", date_of_birth);
    visit("relationship", relationship);
  }
};

}  // namespace tsunagu::record
