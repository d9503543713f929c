// One resource of the community as it is read: a source's record, with what staff added to it. It
// is about no person; what is for staff alone is marked, and whoever exports leaves it out.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/partial_date.hpp"
#include "hub/matching/seeker.hpp"
#include "hub/store/resources.hpp"

namespace hub::service {

/// What staff add. `resource`: the whole record of one that they registered themselves.
struct ResourceAdded {
  std::string resource{};
  std::optional<domain::Places> places{};
  bool staff_only = false;   ///< hides what its source publishes; nothing opens what it hides
  std::string conditions{};  ///< in the predicate form, as JSON
  std::string contact{};     ///< whom to call: never published (R-84)
  std::string note{};        ///< how the resource is developed (R-72)
};

struct ResourceAddress {
  std::string full, prefecture, city, town, block, building, code, town_id;
};

struct ResourceHours {
  std::vector<std::string> days;      ///< Mo … Su, Ho
  std::vector<std::string> specific;  ///< 1Th: the first Thursday
  std::string opens, closes, text;
};

struct ResourceFacts {
  domain::ResourceId id;
  std::string key;
  bool staff_only = true;
  bool active = true;
  std::string name, kana, english, kind, description, publisher_code;
  std::vector<std::string> service_types, fields;
  std::string operator_name, corporate_number, facility_number;
  ResourceAddress address;
  std::optional<double> latitude, longitude;
  std::string access, parking, voice, extension, fax, email, url;
  std::vector<ResourceHours> hours;
  std::string schedule_note, closed_days;
  std::optional<std::int64_t> capacity, available, minimum_age, maximum_age;
  std::string capacity_text, age_range, eligibility, fee_kind, fees, application, temporary_care;
  std::string approved_day, note;
  std::optional<bool> transport, participation;
  std::vector<std::string> accessibility, acceptance;
  std::optional<std::chrono::sys_days> confirmed;
  ResourceAdded added;
};

/// Nothing for a body that is not of the schema any more.
std::optional<ResourceFacts> resource_facts(const store::StoredResource& stored);
ResourceAdded added_to(const store::StoredResource& stored);
std::string to_json(const ResourceAdded& added);

/// 空き, in four words: what staff said, else by the number that the source gives.
std::optional<domain::Places> places_of(const ResourceFacts& facts);
/// "open", "few", "ask", "none".
std::optional<domain::Places> places_from(std::string_view word) noexcept;

}  // namespace hub::service
