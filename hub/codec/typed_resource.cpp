// Resources as the domain's type.
#include "hub/codec/fields.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::Day;
using domain::PublicRange;
using domain::ResourceStatus;

// In the order of the enums that they spell.
constexpr std::string_view ranges[] = {"public", "staff"};
constexpr std::string_view statuses[] = {"active", "inactive", "defunct"};
constexpr std::string_view days[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Ho"};

domain::ResourceNumber number_of(View view) {
  return {text_of(view, "system"), text_of(view, "value")};
}

domain::ResourcePhone phone_of(View view) {
  return {text_of(view, "kind"), text_of(view, "number"), text_of(view, "extension")};
}

domain::Operator operator_of(View view) {
  domain::Operator out{.name = text_of(view, "name"),
                       .name_kana = text_of(view, "nameKana"),
                       .corporate_number = text_of(view, "corporateNumber"),
                       .address = std::nullopt,
                       .phones = {},
                       .url = text_of(view, "url"),
                       .designated_by = text_of(view, "designatedBy")};
  const View address = view.find("address");
  if (address.is(tsunagu::json::Type::object)) out.address = address_of(address);
  for (const View phone : view.find("phones"))
    out.phones.push_back(phone_of(phone));
  return out;
}

domain::OpeningTimes times_of(View view) {
  domain::OpeningTimes times{.days = {},
                             .specific_days = texts_of(view.find("specificDays")),
                             .opens_at = text_of(view, "opensAt"),
                             .closes_at = text_of(view, "closesAt"),
                             .text = text_of(view, "text")};
  for (const View day : view.find("days")) {
    if (const auto known = known_of<Day>(day.text(), days)) times.days.push_back(*known);
  }
  return times;
}

void add_place(domain::Resource& out, const Fields& fields) {
  out.address = fields.sealed("address", address_of);
  out.latitude = fields.decimal("latitude");
  out.longitude = fields.decimal("longitude");
  out.access = fields.text("access");
  out.parking = fields.text("parking");
  out.phones = fields.each("phones", phone_of);
  out.email = fields.text("email");
  out.url = fields.text("url");
  out.schedules = fields.each("schedules", times_of);
  out.schedule_note = fields.text("scheduleNote");
  out.closed_days = fields.text("closedDays");
}

void add_offer(domain::Resource& out, const Fields& fields) {
  out.capacity = fields.integer("capacity");
  out.capacity_text = fields.text("capacityText");
  out.available = fields.integer("available");
  out.minimum_age = fields.integer("minimumAge");
  out.maximum_age = fields.integer("maximumAge");
  out.age_range = fields.text("ageRange");
  out.eligibility = fields.text("eligibility");
  out.fee_kind = fields.text("feeKind");
  out.fees = fields.text("fees");
  out.application_process = fields.text("applicationProcess");
  out.transport = fields.flag("transport");
  out.accessibility = fields.texts("accessibility");
  out.acceptance = fields.texts("acceptance");
  out.participation_support = fields.flag("participationSupport");
  out.temporary_care = fields.text("temporaryCare");
  out.shared_use = fields.flag("sharedUse");
  out.meets_care_standard = fields.flag("meetsCareStandard");
  out.meets_disability_standard = fields.flag("meetsDisabilityStandard");
  out.approved_at = fields.date("approvedAt");
  out.assured_at = fields.date("assuredAt");
  out.note = fields.text("note");
}

}  // namespace

domain::Resource resource_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  domain::Resource out;
  out.key = record.key();
  out.range = one_of(fields.view("publicRange").text(), ranges, PublicRange::staff);
  out.status = one_of(fields.view("status").text(), statuses, ResourceStatus::active);
  out.publisher_code = fields.plain("publisherCode");
  out.kind = fields.coding("resourceKind");
  out.numbers = fields.each("identifiers", number_of);
  out.name = fields.text("name");
  out.name_kana = fields.text("nameKana");
  out.name_en = fields.text("nameEn");
  out.description = fields.text("description");
  out.service_types = fields.each("serviceTypes", coding_of);
  out.target_fields = fields.texts("targetFields");
  out.operated_by = fields.sealed("organization", operator_of);
  add_place(out, fields);
  add_offer(out, fields);
  return out;
}

}  // namespace hub::codec
