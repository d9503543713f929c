#include "hub/service/resource_facts.hpp"

#include <algorithm>

#include "hub/codec/record.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/service/sealed_access.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;

constexpr std::int64_t few_at_most = 2;

std::string text_of(View view, std::string_view name) {
  return std::string(view.find(name).text());
}
std::vector<std::string> texts_of(View list) {
  std::vector<std::string> out;
  for (const View one : list)
    out.emplace_back(one.text());
  return out;
}
std::optional<std::int64_t> number_of(View view, std::string_view name) {
  const View one = view.find(name);
  return one.is(Type::integer) ? std::optional(one.integer()) : std::nullopt;
}
std::optional<double> decimal_of(View view, std::string_view name) {
  const View one = view.find(name);
  const bool number = one.is(Type::integer) || one.is(Type::decimal);
  return number ? std::optional(one.number()) : std::nullopt;
}
std::optional<bool> flag_of(View view, std::string_view name) {
  const View one = view.find(name);
  return one.is(Type::boolean) ? std::optional(one.boolean()) : std::nullopt;
}
std::string label_of(View coding) {
  const auto text = coding.find("text").text();
  return std::string(text.empty() ? coding.find("code").text() : text);
}

void read_place(View root, ResourceFacts& out) {
  const View at = root.find("address");
  out.address = {.full = text_of(at, "fullAddress"),
                 .prefecture = text_of(at, "prefecture"),
                 .city = text_of(at, "cityAndCounty"),
                 .town = text_of(at, "streetAddress"),
                 .block = text_of(at, "cityBlock"),
                 .building = text_of(at, "buildingNameEtc"),
                 .code = text_of(at, "localGovernmentCode"),
                 .town_id = text_of(at, "streetAddressId")};
  out.latitude = decimal_of(root, "latitude");
  out.longitude = decimal_of(root, "longitude");
  out.access = text_of(root, "access");
  out.parking = text_of(root, "parking");
  for (const View phone : root.find("phones")) {
    const bool fax = phone.find("kind").text() == "fax";
    auto& number = fax ? out.fax : out.voice;
    if (!number.empty()) continue;
    number = text_of(phone, "number");
    if (!fax) out.extension = text_of(phone, "extension");
  }
  out.email = text_of(root, "email");
  out.url = text_of(root, "url");
}

void read_times(View root, ResourceFacts& out) {
  for (const View one : root.find("schedules"))
    out.hours.push_back({.days = texts_of(one.find("days")),
                         .specific = texts_of(one.find("specificDays")),
                         .opens = text_of(one, "opensAt"),
                         .closes = text_of(one, "closesAt"),
                         .text = text_of(one, "text")});
  out.schedule_note = text_of(root, "scheduleNote");
  out.closed_days = text_of(root, "closedDays");
}

void read_terms(View root, ResourceFacts& out) {
  out.capacity = number_of(root, "capacity");
  out.available = number_of(root, "available");
  out.minimum_age = number_of(root, "minimumAge");
  out.maximum_age = number_of(root, "maximumAge");
  out.capacity_text = text_of(root, "capacityText");
  out.age_range = text_of(root, "ageRange");
  out.eligibility = text_of(root, "eligibility");
  out.fee_kind = text_of(root, "feeKind");
  out.fees = text_of(root, "fees");
  out.application = text_of(root, "applicationProcess");
  out.temporary_care = text_of(root, "temporaryCare");
  out.approved_day = text_of(root.find("approvedAt"), "date");
  out.note = text_of(root, "note");
  out.transport = flag_of(root, "transport");
  out.participation = flag_of(root, "participationSupport");
  out.accessibility = texts_of(root.find("accessibility"));
  out.acceptance = texts_of(root.find("acceptance"));
}

void read_record(View root, ResourceFacts& out) {
  out.key = text_of(root, "recordKey");
  out.staff_only = root.find("publicRange").text() != "public";
  const auto status = root.find("status").text();
  out.active = status.empty() || status == "active";
  out.name = text_of(root, "name");
  out.kana = text_of(root, "nameKana");
  out.english = text_of(root, "nameEn");
  out.kind = label_of(root.find("resourceKind"));
  out.description = text_of(root, "description");
  out.publisher_code = text_of(root, "publisherCode");
  for (const View type : root.find("serviceTypes"))
    out.service_types.push_back(label_of(type));
  out.fields = texts_of(root.find("targetFields"));
  const View organization = root.find("organization");
  out.operator_name = text_of(organization, "name");
  out.corporate_number = text_of(organization, "corporateNumber");
  for (const View number : root.find("identifiers")) {
    if (number.find("system").text() == "jigyosho") out.facility_number = text_of(number, "value");
  }
  read_place(root, out);
  read_times(root, out);
  read_terms(root, out);
}

void confirm(ResourceFacts& facts, std::string_view day) {
  const auto date = domain::day_from(day);
  if (date)
    facts.confirmed = std::max(facts.confirmed.value_or(*date), std::chrono::sys_days(*date));
}

std::string_view body_of(const store::StoredResource& stored, const ResourceAdded& added) {
  return stored.record ? stored.record->look_inside() : std::string_view(added.resource);
}

}  // namespace

std::optional<domain::Places> places_from(std::string_view word) noexcept {
  const auto* at = std::find(domain::places_names.begin(), domain::places_names.end(), word);
  if (at == domain::places_names.end()) return std::nullopt;
  return static_cast<domain::Places>(at - domain::places_names.begin());
}

std::optional<domain::Places> places_of(const ResourceFacts& facts) {
  if (facts.added.places) return facts.added.places;
  if (!facts.available) return std::nullopt;
  if (*facts.available == 0) return domain::Places::none;
  return *facts.available <= few_at_most ? domain::Places::few : domain::Places::open;
}

ResourceAdded added_to(const store::StoredResource& stored) {
  ResourceAdded out;
  if (!stored.edit) return out;
  const auto parsed = tsunagu::json::parse_untrusted(stored.edit->body.look_inside());
  if (!parsed.ok()) return out;
  const View root = parsed.root();
  out.resource = text_of(root, "resource");
  out.places = places_from(root.find("places").text());
  out.staff_only = root.find("staffOnly").boolean();
  out.conditions = text_of(root, "conditions");
  out.contact = text_of(root, "contact");
  out.note = text_of(root, "note");
  return out;
}

std::string to_json(const ResourceAdded& added) {
  std::string out;
  tsunagu::json::Writer json(out);
  const auto put = [&json](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    json.key(key);
    json.string(text);
  };
  json.begin_object();
  put("resource", added.resource);
  if (added.places) put("places", domain::name_of(*added.places));
  json.key("staffOnly");
  json.boolean(added.staff_only);
  put("conditions", added.conditions);
  put("contact", added.contact);
  put("note", added.note);
  json.end_object();
  return out;
}

std::optional<ResourceFacts> resource_facts(const store::StoredResource& stored) {
  ResourceFacts facts;
  facts.added = added_to(stored);
  const auto record = std::move(codec::RecordReader().read(body_of(stored, facts.added)).record);
  if (!record || record->kind() != domain::RecordKind::resource) return std::nullopt;
  const View root = SealedAccess::root(*record);
  read_record(root, facts);
  facts.id = stored.id;
  facts.staff_only = facts.staff_only || facts.added.staff_only;
  confirm(facts, root.find("assuredAt").find("date").text());
  if (stored.edit) confirm(facts, stored.edit->confirmed_day);
  return facts;
}

}  // namespace hub::service
