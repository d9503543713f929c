// Open Referral HSDS 3.x: each service whole, with organization, location and schedules in it.
#include <algorithm>

#include "hub/crypto/bytes.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/service/export_resources.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::Writer;

/// The same thing has the same id in each export: a UUID of the reader's own making (RFC 9562, 8).
std::string id_of(std::string_view what, std::string_view key) {
  const auto digest = crypto::sha256(crypto::bytes_of(std::string(what) + "\n" + std::string(key)));
  base::UuidBytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return base::to_text(bytes);
}

/// Members of one object; what is empty is left out.
class Object {
 public:
  explicit Object(Writer& json) : json_(json) { json_.begin_object(); }
  ~Object() { json_.end_object(); }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  Object& text(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    json_.key(key);
    json_.string(value);
    return *this;
  }
  Object& number(std::string_view key, const std::optional<std::int64_t>& value) {
    if (!value) return *this;
    json_.key(key);
    json_.integer(*value);
    return *this;
  }
  Object& coordinate(std::string_view key, const std::optional<double>& value) {
    if (!value) return *this;
    json_.key(key);
    json_.coordinate(*value);
    return *this;
  }
  template <class Put>
  Object& list(std::string_view key, Put put) {
    json_.key(key);
    json_.begin_array();
    put();
    json_.end_array();
    return *this;
  }
  Writer& member(std::string_view key) {
    json_.key(key);
    return json_;
  }

 private:
  Writer& json_;
};

std::string upper(std::string_view day) {
  std::string out(day);
  for (auto& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

void add_to(std::string& list, const std::string& day) {
  list += (list.empty() ? "" : ",") + day;
}

/// What recurs, in RFC 5545's words: a holiday has none, and stays in the description.
struct Recurring {
  std::string weekly;
  std::string monthly;
  std::string of_month;
};

/// GIF: 0We every Wednesday, 13Mo the first and third Monday, 15 the 15th.
void add_special(const std::string& special, Recurring& out) {
  const auto letters = special.find_first_not_of("0123456789");
  if (letters == std::string::npos) return add_to(out.of_month, special);
  const auto day = upper(std::string_view(special).substr(letters));
  if (special.starts_with('0')) return add_to(out.weekly, day);
  for (const char week : special.substr(0, letters))
    add_to(out.monthly, std::string(1, week) + day);
}

Recurring recurring(const ResourceHours& hours) {
  Recurring out;
  for (const auto& day : hours.days) {
    if (day != "Ho" && hours.specific.empty()) add_to(out.weekly, upper(day));
  }
  for (const auto& special : hours.specific)
    add_special(special, out);
  return out;
}

void put_schedule(const ResourceFacts& facts, const ResourceHours& hours, std::string_view freq,
                  std::string_view key, const std::string& days, Writer& json) {
  if (days.empty() && !freq.empty()) return;
  Object one(json);
  one.text("id", id_of("schedule", facts.id.text() + hours.text + std::string(freq) + days));
  one.text("freq", freq).text(key, days);
  one.text("opens_at", hours.opens).text("closes_at", hours.closes);
  one.text("description", hours.text);
}

void put_schedules(const ResourceFacts& facts, Writer& json) {
  for (const auto& hours : facts.hours) {
    const auto days = recurring(hours);
    put_schedule(facts, hours, "WEEKLY", "byday", days.weekly, json);
    put_schedule(facts, hours, "MONTHLY", "byday", days.monthly, json);
    put_schedule(facts, hours, "MONTHLY", "bymonthday", days.of_month, json);
    if (days.weekly.empty() && days.monthly.empty() && days.of_month.empty())
      put_schedule(facts, hours, "", "byday", "", json);
  }
}

void put_organization(const ResourceFacts& facts, Writer& json) {
  const auto& name = facts.operator_name.empty() ? facts.name : facts.operator_name;
  const auto& key = facts.corporate_number.empty() ? name : facts.corporate_number;
  Object one(json);
  one.text("id", id_of("organization", key)).text("name", name).text("description", name);
  if (facts.corporate_number.empty()) return;
  one.list("organization_identifiers", [&] {
    Object number(json);
    number.text("id", id_of("identifier", facts.corporate_number));
    number.text("identifier_scheme", "JP-HOJIN").text("identifier", facts.corporate_number);
  });
}

void put_location(const ResourceFacts& facts, Writer& json) {
  const auto& at = facts.address;
  Object place(json);
  place.text("id", id_of("location", facts.id.text())).text("name", facts.name);
  place.text("location_type", "physical").text("transportation", facts.access);
  place.coordinate("latitude", facts.latitude).coordinate("longitude", facts.longitude);
  if (at.full.empty()) return;
  place.list("addresses", [&] {
    Object address(json);
    address.text("id", id_of("address", facts.id.text())).text("address_1", at.full);
    address.text("address_2", at.building).text("city", at.city);
    address.text("state_province", at.prefecture).text("country", "JP");
    address.text("address_type", "physical");
  });
}

void put_phone(const ResourceFacts& facts, std::string_view type, const std::string& number,
               const std::string& extension, Writer& json) {
  if (number.empty()) return;
  Object one(json);
  one.text("id", id_of("phone", facts.id.text() + number)).text("number", number);
  one.text("extension", extension).text("type", type);
}

void put_attributes(const ResourceFacts& facts, Writer& json) {
  const auto put = [&](std::string_view taxonomy, const std::string& word) {
    if (word.empty()) return;
    Object one(json);
    one.text("id", id_of("attribute", facts.id.text() + std::string(taxonomy) + word));
    one.text("label", word).text("taxonomy_term_id", id_of(taxonomy, word));
  };
  put("kind", facts.kind);
  for (const auto& word : facts.service_types)
    put("service_type", word);
  for (const auto& word : facts.fields)
    put("field", word);
  for (const auto& word : facts.acceptance)
    put("acceptance", word);
}

std::string fees_of(const ResourceFacts& facts) {
  const bool both = !facts.fee_kind.empty() && !facts.fees.empty();
  return facts.fee_kind + (both ? " " : "") + facts.fees;
}

std::string assured(const ResourceFacts& facts) {
  return facts.confirmed ? base::jst_date(base::from_jst_day(*facts.confirmed)) : std::string();
}

void put_service(const ResourceFacts& facts, Writer& json) {
  Object one(json);
  one.text("id", facts.id.text()).text("name", facts.name).text("status", "active");
  one.text("alternate_name", facts.kana).text("description", facts.description);
  one.text("url", facts.url).text("email", facts.email).text("fees_description", fees_of(facts));
  one.text("eligibility_description", facts.eligibility);
  one.number("minimum_age", facts.minimum_age).number("maximum_age", facts.maximum_age);
  one.text("application_process", facts.application).text("assured_date", assured(facts));
  put_organization(facts, one.member("organization"));
  one.list("phones", [&] {
    put_phone(facts, "voice", facts.voice, facts.extension, json);
    put_phone(facts, "fax", facts.fax, "", json);
  });
  one.list("schedules", [&] { put_schedules(facts, json); });
  one.list("attributes", [&] { put_attributes(facts, json); });
  one.list("service_at_locations", [&] {
    Object at(json);
    at.text("id", id_of("service_at_location", facts.id.text()));
    put_location(facts, at.member("location"));
  });
}

}  // namespace

std::string to_hsds(const std::vector<ResourceFacts>& resources) {
  std::string out;
  Writer json(out);
  {
    Object root(json);
    root.text("version", "3.1");
    root.list("services", [&] {
      for (const auto& facts : resources)
        if (!facts.staff_only) put_service(facts, json);
    });
  }
  return out;
}

}  // namespace hub::service
