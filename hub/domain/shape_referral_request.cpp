// つなぎの依頼: CloudEvents 1.0, sdk/schema/referral_request.schema.json.
#include "hub/domain/event_shapes.hpp"
#include "hub/domain/shape_parts.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view spec_version_choices[] = {"1.0"};
constexpr std::string_view request_event_type_choices[] = {"tsunagu.referral.requested"};
constexpr std::string_view data_content_type_choices[] = {"application/json"};
constexpr Member request_from_members[] = {
    required("agency", text(line_length), Item::statement),
    nullable("staff", text(name_length), Item::locating),
    nullable("phone", text(name_length), Item::statement),
};
constexpr Shape request_from_shape = object(request_from_members);

constexpr std::string_view sex_choices[] = {"0", "1", "2", "9"};
constexpr Member identifier_members[] = {
    required("system", text(code_length), Item::identity),
    required("value", text(code_length), Item::identity),
    nullable("issuerLgCode", digits(6), Item::identity),
};
constexpr Shape identifier_shape = object(identifier_members);

constexpr Member request_person_members[] = {
    required("fullName", text(name_length), Item::identity),
    nullable("fullNameKana", text(name_length), Item::identity),
    nullable("dateOfBirth", partial_date_shape, Item::identity),
    nullable("sex", choice(sex_choices), Item::identity),
    nullable("address", address_shape, Item::contact),
    nullable("phone", text(name_length), Item::contact),
    nullable("identifiers", list(identifier_shape, 50), Item::identity),
    nullable("addressHidden", boolean(), Item::locating),
};
constexpr Shape request_person_shape = object(request_person_members);

constexpr std::string_view member_role_choices[] = {"head", "carer", "dependent", "other"};
constexpr std::string_view cohabiting_choices[] = {"yes", "no", "unknown"};
constexpr Member request_member_members[] = {
    required("relationship", text(code_length), Item::family),
    nullable("role", choice(member_role_choices), Item::third_party),
    nullable("cohabiting", choice(cohabiting_choices), Item::family),
    nullable("age", integer(0, 150), Item::third_party),
};
constexpr Shape request_member_shape = object(request_member_members);

constexpr std::string_view caller_kind_choices[] = {
    "self",   "family",    "commissioner", "care-manager", "medical",
    "police", "neighbour", "school",       "government",   "other"};
constexpr Member caller_members[] = {
    nullable("name", text(name_length), Item::third_party),
    nullable("relationship", text(code_length), Item::family),
    nullable("kind", choice(caller_kind_choices), Item::statement),
    nullable("contact", text(name_length), Item::third_party),
};
constexpr Shape caller_shape = object(caller_members);

constexpr std::string_view concern_code_choices[] = {
    "HEALTH",       "MENTAL",     "ADDICTION",  "DISABILITY", "DEMENTIA", "CARE",      "CAREGIVER",
    "CHILDREARING", "PREGNANCY",  "ABUSE",      "POVERTY",    "ARREARS",  "DEBT",      "FOOD",
    "HOUSING",      "EMPLOYMENT", "WITHDRAWAL", "SCHOOL",     "FAMILY",   "ISOLATION", "RIGHTS",
    "JUSTICE",      "LANGUAGE",   "MOBILITY",   "OTHER"};
constexpr Member request_concern_members[] = {
    required("code", choice(concern_code_choices), Item::statement),
    nullable("subCode", text(code_length), Item::statement),
    nullable("sourceCode", coding_shape, Item::statement),
    nullable("statement", text(note_length), Item::statement),
    nullable("mostPressing", boolean(), Item::statement),
};
constexpr Shape request_concern_shape = object(request_concern_members);

constexpr std::string_view consent_status_choices[] = {"never_asked", "asked",     "given",
                                                       "refused",     "withdrawn", "expired"};
constexpr std::string_view given_by_kind_choices[] = {"self", "guardian", "representative"};
constexpr Member given_by_members[] = {
    required("kind", choice(given_by_kind_choices), Item::statement),
    nullable("name", text(name_length), Item::third_party),
    nullable("basis", text(line_length), Item::statement),
};
constexpr Shape given_by_shape = object(given_by_members);

constexpr Member consent_scope_members[] = {
    nullable("forums", list(code_shape, 20), Item::statement),
    nullable("recipients", list(name_text_shape, 50), Item::statement),
    nullable("purposes", list(code_shape, 20), Item::statement),
    nullable("dataLabels", list(item_shape, 20), Item::statement),
    nullable("excludes", list(name_text_shape, 50), Item::statement),
};
constexpr Shape consent_scope_shape = object(consent_scope_members);

constexpr std::string_view consent_method_choices[] = {"written", "oral", "electronic"};
constexpr Member consent_part_members[] = {
    required("status", choice(consent_status_choices), Item::statement),
    nullable("at", day(), Item::statement),
};
constexpr Shape consent_part_shape = object(consent_part_members);

constexpr Member request_consent_members[] = {
    required("status", choice(consent_status_choices), Item::statement),
    nullable("givenBy", given_by_shape, Item::statement),
    nullable("scopeForm", text(code_length), Item::statement),
    nullable("scope", consent_scope_shape, Item::statement),
    nullable("method", choice(consent_method_choices), Item::statement),
    nullable("givenAt", day(), Item::statement),
    nullable("until", day(), Item::statement),
    nullable("evidenceRef", text(name_length), Item::statement),
    nullable("toSupport", consent_part_shape, Item::statement),
    nullable("toSharing", consent_part_shape, Item::statement),
};
constexpr Shape request_consent_shape = object(request_consent_members);

constexpr std::string_view referral_reason_choices[] = {"a", "b", "c", "d", "e"};
constexpr Member explanation_members[] = {
    required("done", boolean(), Item::statement),
    nullable("convinced", boolean(), Item::statement),
    nullable("at", day(), Item::statement),
};
constexpr Shape explanation_shape = object(explanation_members);

constexpr Member request_data_members[] = {
    nullable("sheetVersion", text(code_length), Item::statement),
    required("from", request_from_shape, Item::statement),
    required("person", request_person_shape, Item::identity),
    nullable("household", list(request_member_shape, 20), Item::family),
    nullable("receivedAt", partial_date_shape, Item::statement),
    nullable("caller", caller_shape, Item::statement),
    required("statement", text(note_length), Item::statement),
    nullable("wish", text(note_length), Item::statement),
    nullable("concerns", list(request_concern_shape, 30), Item::statement),
    nullable("abuse", boolean(), Item::special_care),
    required("consent", request_consent_shape, Item::statement),
    required("reason", choice(referral_reason_choices), Item::statement),
    nullable("reasonText", text(note_length), Item::statement),
    nullable("requestedAction", text(note_length), Item::statement),
    nullable("requestedRecipient", coding_shape, Item::statement),
    nullable("urgency", urgency_shape, Item::statement),
    nullable("explained", explanation_shape, Item::statement),
    nullable("accompaniment", boolean(), Item::statement),
};
constexpr Shape request_data_shape = object(request_data_members);

constexpr Member event_members[] = {
    required("specversion", choice(spec_version_choices)),
    required("id", text(code_length)),
    required("source", text(line_length)),
    required("type", choice(request_event_type_choices)),
    nullable("time", instant()),
    nullable("subject", text(name_length)),
    nullable("datacontenttype", choice(data_content_type_choices)),
    required("data", request_data_shape),
};

}  // namespace

constexpr Shape referral_request_shape = object(event_members);

}  // namespace hub::domain
