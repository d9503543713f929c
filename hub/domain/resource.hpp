// 社会資源 (HSDS service + service_at_location; GIF 施設). It is about no person, but it is sealed
// all the same: a company that quietly offers work trials (公開範囲 staff) must not become public.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/address.hpp"
#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class PublicRange : std::uint8_t { open, staff };
enum class ResourceStatus : std::uint8_t { active, inactive, defunct };
enum class Day : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
  holiday
};

struct ResourceNumber {
  std::string system;
  std::string value;
};

struct ResourcePhone {
  std::string kind;  ///< voice, fax, mobile, or empty
  std::string number;
  std::string extension;
};

/// 運営主体
struct Operator {
  std::string name;
  std::string name_kana;
  std::string corporate_number;  ///< 法人番号, its check digit right
  std::optional<Address> address;
  std::vector<ResourcePhone> phones;
  std::string url;
  std::string designated_by;
};

struct OpeningTimes {
  std::vector<Day> days;
  std::vector<std::string> specific_days;  ///< GIF: 0We, 13Mo
  std::string opens_at;                    ///< HH:MM
  std::string closes_at;
  std::string text;
};

struct Resource {
  std::string key;
  PublicRange range = PublicRange::staff;
  ResourceStatus status = ResourceStatus::active;
  std::string publisher_code;
  std::optional<Sealed<Coding>> kind;
  std::vector<Sealed<ResourceNumber>> numbers;
  std::optional<Sealed<std::string>> name;
  std::optional<Sealed<std::string>> name_kana;
  std::optional<Sealed<std::string>> name_en;
  std::optional<Sealed<std::string>> description;
  std::vector<Sealed<Coding>> service_types;
  std::vector<Sealed<std::string>> target_fields;
  std::optional<Sealed<Operator>> operated_by;

  std::optional<Sealed<Address>> address;
  std::optional<Sealed<double>> latitude;
  std::optional<Sealed<double>> longitude;
  std::optional<Sealed<std::string>> access;
  std::optional<Sealed<std::string>> parking;
  std::vector<Sealed<ResourcePhone>> phones;
  std::optional<Sealed<std::string>> email;
  std::optional<Sealed<std::string>> url;

  std::vector<Sealed<OpeningTimes>> schedules;
  std::optional<Sealed<std::string>> schedule_note;
  std::optional<Sealed<std::string>> closed_days;

  std::optional<Sealed<std::int64_t>> capacity;
  std::optional<Sealed<std::string>> capacity_text;
  std::optional<Sealed<std::int64_t>> available;
  std::optional<Sealed<std::int64_t>> minimum_age;
  std::optional<Sealed<std::int64_t>> maximum_age;
  std::optional<Sealed<std::string>> age_range;
  std::optional<Sealed<std::string>> eligibility;
  std::optional<Sealed<std::string>> fee_kind;
  std::optional<Sealed<std::string>> fees;
  std::optional<Sealed<std::string>> application_process;
  std::optional<Sealed<bool>> transport;
  std::vector<Sealed<std::string>> accessibility;
  std::vector<Sealed<std::string>> acceptance;
  std::optional<Sealed<bool>> participation_support;  ///< 参加支援協力
  std::optional<Sealed<std::string>> temporary_care;
  std::optional<Sealed<bool>> shared_use;
  std::optional<Sealed<bool>> meets_care_standard;
  std::optional<Sealed<bool>> meets_disability_standard;
  std::optional<Sealed<PartialDate>> approved_at;
  std::optional<Sealed<PartialDate>> assured_at;
  std::optional<Sealed<std::string>> note;
};

}  // namespace hub::domain
