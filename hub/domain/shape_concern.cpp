// 課題: FHIR Condition (health-concern).
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view concern_code_choices[] = {
    "HEALTH",       "MENTAL",     "ADDICTION",  "DISABILITY", "DEMENTIA", "CARE",      "CAREGIVER",
    "CHILDREARING", "PREGNANCY",  "ABUSE",      "POVERTY",    "ARREARS",  "DEBT",      "FOOD",
    "HOUSING",      "EMPLOYMENT", "WITHDRAWAL", "SCHOOL",     "FAMILY",   "ISOLATION", "RIGHTS",
    "JUSTICE",      "LANGUAGE",   "MOBILITY",   "OTHER"};
constexpr std::string_view concern_severity_choices[] = {"low", "medium", "high"};
constexpr std::string_view concern_status_choices[] = {"active", "resolved", "refuted"};
constexpr std::string_view kind_choices[] = {"concern"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    required("code", choice(concern_code_choices), Item::statement),
    nullable("subCode", text(code_length), Item::statement),
    nullable("sourceCode", coding_shape, Item::statement),
    nullable("statement", text(note_length), Item::statement),
    nullable("severity", choice(concern_severity_choices), Item::statement),
    nullable("mostPressing", boolean(), Item::statement),
    nullable("firstSeen", partial_date_shape, Item::statement),
    nullable("status", choice(concern_status_choices), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape concern_shape = object(members);

}  // namespace hub::domain
