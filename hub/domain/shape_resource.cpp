// 社会資源: HSDS service + service_at_location; GIF 施設.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view public_range_choices[] = {"public", "staff"};
constexpr Member resource_identifier_members[] = {
    required("system", text(code_length), Item::public_),
    required("value", text(code_length), Item::public_),
};
constexpr Shape resource_identifier_shape = object(resource_identifier_members);

constexpr std::string_view resource_status_choices[] = {"active", "inactive", "defunct"};
constexpr std::string_view phone_kind_choices[] = {"voice", "fax", "mobile"};
constexpr Member phone_members[] = {
    nullable("kind", choice(phone_kind_choices), Item::public_),
    required("number", text(name_length), Item::public_),
    nullable("extension", text(code_length), Item::public_),
};
constexpr Shape phone_shape = object(phone_members);

constexpr Member organization_members[] = {
    nullable("name", text(line_length), Item::public_),
    nullable("nameKana", text(line_length), Item::public_),
    nullable("corporateNumber", digits(13), Item::public_),
    nullable("address", address_shape, Item::public_),
    nullable("phones", list(phone_shape, 10), Item::public_),
    nullable("url", text(line_length), Item::public_),
    nullable("designatedBy", text(line_length), Item::public_),
};
constexpr Shape organization_shape = object(organization_members);

constexpr std::string_view day_code_choices[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Ho"};
constexpr Shape day_code_shape = choice(day_code_choices);
constexpr Member schedule_members[] = {
    nullable("days", list(day_code_shape, 10), Item::public_),
    nullable("specificDays", list(code_shape, 20), Item::public_),
    nullable("opensAt", time(), Item::public_),
    nullable("closesAt", time(), Item::public_),
    nullable("text", text(line_length), Item::public_),
};
constexpr Shape schedule_shape = object(schedule_members);

constexpr std::string_view kind_choices[] = {"resource"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("publicRange", choice(public_range_choices), Item::public_),
    nullable("resourceKind", coding_shape, Item::public_),
    nullable("identifiers", list(resource_identifier_shape, 10), Item::public_),
    required("name", text(line_length), Item::public_),
    nullable("nameKana", text(line_length), Item::public_),
    nullable("nameEn", text(line_length), Item::public_),
    nullable("status", choice(resource_status_choices), Item::public_),
    nullable("description", text(note_length), Item::public_),
    nullable("serviceTypes", list(coding_shape, 50), Item::public_),
    nullable("targetFields", list(code_shape, 20), Item::public_),
    nullable("organization", organization_shape, Item::public_),
    nullable("publisherCode", digits(6), Item::public_),
    nullable("address", address_shape, Item::public_),
    nullable("latitude", number(-90, 90), Item::public_),
    nullable("longitude", number(-180, 180), Item::public_),
    nullable("access", text(line_length), Item::public_),
    nullable("parking", text(line_length), Item::public_),
    nullable("phones", list(phone_shape, 10), Item::public_),
    nullable("email", text(line_length), Item::public_),
    nullable("url", text(line_length), Item::public_),
    nullable("schedules", list(schedule_shape, 30), Item::public_),
    nullable("scheduleNote", text(note_length), Item::public_),
    nullable("closedDays", text(line_length), Item::public_),
    nullable("capacity", integer(0, 1000000), Item::public_),
    nullable("capacityText", text(line_length), Item::public_),
    nullable("available", integer(0, 1000000), Item::public_),
    nullable("minimumAge", integer(0, 150), Item::public_),
    nullable("maximumAge", integer(0, 150), Item::public_),
    nullable("eligibility", text(note_length), Item::public_),
    nullable("feeKind", text(code_length), Item::public_),
    nullable("fees", text(note_length), Item::public_),
    nullable("applicationProcess", text(note_length), Item::public_),
    nullable("transport", boolean(), Item::public_),
    nullable("accessibility", list(code_shape, 20), Item::public_),
    nullable("acceptance", list(code_shape, 20), Item::public_),
    nullable("participationSupport", boolean(), Item::public_),
    nullable("temporaryCare", text(line_length), Item::public_),
    nullable("ageRange", text(line_length), Item::public_),
    nullable("approvedAt", partial_date_shape, Item::public_),
    nullable("sharedUse", boolean(), Item::public_),
    nullable("meetsCareStandard", boolean(), Item::public_),
    nullable("meetsDisabilityStandard", boolean(), Item::public_),
    nullable("assuredAt", partial_date_shape, Item::public_),
    nullable("note", text(note_length), Item::public_),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape resource_shape = object(members);

}  // namespace hub::domain
