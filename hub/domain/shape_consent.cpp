// 同意: FHIR Consent.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

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

constexpr std::string_view kind_choices[] = {"consent"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    required("status", choice(consent_status_choices), Item::statement),
    nullable("givenBy", given_by_shape, Item::statement),
    nullable("scopeForm", text(code_length), Item::statement),
    nullable("scope", consent_scope_shape, Item::statement),
    nullable("method", choice(consent_method_choices), Item::statement),
    nullable("givenAt", day(), Item::statement),
    nullable("until", day(), Item::statement),
    nullable("evidenceRef", text(name_length), Item::statement),
    nullable("withdrawnAt", day(), Item::statement),
    nullable("toSupport", consent_part_shape, Item::statement),
    nullable("toSharing", consent_part_shape, Item::statement),
    nullable("sourceText", text(line_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape consent_shape = object(members);

}  // namespace hub::domain
