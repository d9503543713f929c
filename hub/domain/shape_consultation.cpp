// 相談の記録: FHIR Encounter.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

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

constexpr std::string_view legal_category_choices[] = {"needs-protection", "needs-support",
                                                       "specified-pregnant", "guardian"};
constexpr std::string_view abuse_severity_choices[] = {"fatal", "severe", "moderate", "mild",
                                                       "concern"};
constexpr std::string_view arrears_kind_choices[] = {"tax", "insurance", "utility", "rent",
                                                     "other"};
constexpr std::string_view provenance_choices[] = {"self", "tax", "agency"};
constexpr Member arrears_members[] = {
    required("kind", choice(arrears_kind_choices), Item::income),
    nullable("text", text(line_length), Item::income),
    nullable("amount", integer(0, most_yen), Item::income),
    nullable("provenance", choice(provenance_choices), Item::income),
};
constexpr Shape arrears_shape = object(arrears_members);

constexpr Member income_members[] = {
    nullable("householdMonthly", integer(-most_yen, most_yen), Item::income),
    nullable("text", text(line_length), Item::income),
    nullable("arrears", list(arrears_shape, 20), Item::income),
    nullable("debts", text(line_length), Item::income),
};
constexpr Shape income_shape = object(income_members);

constexpr std::string_view kind_choices[] = {"consultation"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("receiptNumber", text(code_length), Item::identity),
    required("receivedAt", partial_date_shape, Item::statement),
    nullable("channel", channel_shape, Item::statement),
    nullable("route", coding_shape, Item::statement),
    nullable("caller", caller_shape, Item::statement),
    nullable("urgency", urgency_shape, Item::statement),
    nullable("statement", text(note_length), Item::statement),
    nullable("wish", text(note_length), Item::statement),
    nullable("course", text(note_length), Item::staff_note),
    nullable("supportPolicy", text(note_length), Item::staff_note),
    nullable("emergencySupport", text(line_length), Item::statement),
    nullable("classifications", list(coding_shape, 50), Item::statement),
    nullable("abuse", boolean(), Item::special_care),
    nullable("abuseTypes", list(coding_shape, 10), Item::special_care),
    nullable("legalCategory", choice(legal_category_choices), Item::youtai),
    nullable("severity", choice(abuse_severity_choices), Item::youtai),
    nullable("staff", staff_shape, Item::locating),
    nullable("closedAt", partial_date_shape, Item::statement),
    nullable("closedReason", text(line_length), Item::statement),
    nullable("income", income_shape, Item::income),
    nullable("housing", coding_shape, Item::statement),
    nullable("employment", coding_shape, Item::statement),
    nullable("healthInsurance", coding_shape, Item::statement),
    nullable("pension", coding_shape, Item::income),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape consultation_shape = object(members);

}  // namespace hub::domain
