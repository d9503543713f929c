// 本人・世帯員の基本情報: GIF 個人 / FHIR Patient.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr Member identifier_members[] = {
    required("system", text(code_length), Item::identity),
    required("value", text(code_length), Item::identity),
    nullable("issuerLgCode", digits(6), Item::identity),
};
constexpr Shape identifier_shape = object(identifier_members);

constexpr std::string_view name_use_choices[] = {"official", "usual", "former", "alias"};
constexpr Member name_members[] = {
    nullable("use", choice(name_use_choices), Item::identity),
    nullable("familyName", text(name_length), Item::identity),
    nullable("givenName", text(name_length), Item::identity),
    required("fullName", text(name_length), Item::identity),
    nullable("familyNameKana", text(name_length), Item::identity),
    nullable("givenNameKana", text(name_length), Item::identity),
    nullable("fullNameKana", text(name_length), Item::identity),
    required("original", text(name_length), Item::identity),
};
constexpr Shape name_shape = object(name_members);

constexpr std::string_view sex_choices[] = {"0", "1", "2", "9"};
constexpr std::string_view contact_kind_choices[] = {"phone", "mobile", "fax", "email", "other"};
constexpr Member contact_members[] = {
    nullable("kind", choice(contact_kind_choices), Item::contact),
    required("value", text(name_length), Item::contact),
    nullable("safe", boolean(), Item::contact),
    nullable("note", text(line_length), Item::contact),
};
constexpr Shape contact_shape = object(contact_members);

constexpr std::string_view care_level_code_choices[] = {"01", "06", "11", "12", "13", "21",
                                                        "22", "23", "24", "25", "99"};
constexpr Member care_level_members[] = {
    required("code", choice(care_level_code_choices), Item::special_care),
    nullable("text", text(code_length), Item::special_care),
    nullable("certifiedAt", day(), Item::special_care),
    nullable("validFrom", day(), Item::special_care),
    nullable("validUntil", day(), Item::special_care),
};
constexpr Shape care_level_shape = object(care_level_members);

constexpr std::string_view observation_kind_choices[] = {
    "elderly-independence", "dementia-independence", "disability", "disease", "other"};
constexpr Member observation_members[] = {
    required("kind", choice(observation_kind_choices), Item::special_care),
    nullable("code", text(code_length), Item::special_care),
    nullable("text", text(line_length), Item::special_care),
    nullable("at", partial_date_shape, Item::special_care),
};
constexpr Shape observation_shape = object(observation_members);

constexpr std::string_view certificate_kind_choices[] = {"physical", "intellectual", "mental",
                                                         "unknown"};
constexpr std::string_view certificate_severity_choices[] = {"heavy", "other"};
constexpr Member disability_certificate_members[] = {
    required("kind", choice(certificate_kind_choices), Item::special_care),
    nullable("grade", text(code_length), Item::special_care),
    nullable("severity", choice(certificate_severity_choices), Item::special_care),
    nullable("note", text(line_length), Item::special_care),
};
constexpr Shape disability_certificate_shape = object(disability_certificate_members);

constexpr std::string_view support_category_code_choices[] = {"none", "1", "2", "3",
                                                              "4",    "5", "6", "unknown"};
constexpr Member support_category_members[] = {
    required("code", choice(support_category_code_choices), Item::special_care),
    nullable("sourceCode", text(code_length), Item::special_care),
    nullable("validFrom", day(), Item::special_care),
    nullable("validUntil", day(), Item::special_care),
};
constexpr Shape support_category_shape = object(support_category_members);

constexpr Member service_use_members[] = {
    nullable("providerNumber", text(code_length), Item::locating),
    nullable("providerName", text(line_length), Item::locating),
    nullable("serviceCode", text(code_length), Item::special_care),
    nullable("serviceName", text(line_length), Item::special_care),
    nullable("from", day(), Item::special_care),
    nullable("until", day(), Item::special_care),
};
constexpr Shape service_use_shape = object(service_use_members);

constexpr std::string_view affiliation_kind_choices[] = {"school",   "nursery",  "workplace",
                                                         "hospital", "facility", "other"};
constexpr Member affiliation_members[] = {
    required("kind", choice(affiliation_kind_choices), Item::locating),
    required("name", text(line_length), Item::locating),
    nullable("note", text(line_length), Item::locating),
    nullable("from", day(), Item::locating),
    nullable("until", day(), Item::locating),
};
constexpr Shape affiliation_shape = object(affiliation_members);

constexpr Member pregnancy_members[] = {
    nullable("dueDate", partial_date_shape, Item::special_care),
    nullable("riskItems", list(coding_shape, 30), Item::special_care),
};
constexpr Shape pregnancy_shape = object(pregnancy_members);

constexpr std::string_view confidential_kind_choices[] = {"support-measure", "hidden-address",
                                                          "informant"};
constexpr Member confidential_information_members[] = {
    required("kind", choice(confidential_kind_choices), Item::locating),
    nullable("from", day(), Item::locating),
    nullable("until", day(), Item::locating),
    nullable("hiddenFrom", list(party_shape, 20), Item::third_party),
    nullable("protectedTogether", list(party_shape, 20), Item::third_party),
};
constexpr Shape confidential_information_shape = object(confidential_information_members);

constexpr std::string_view kind_choices[] = {"person"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    nullable("identifiers", list(identifier_shape, 50), Item::identity),
    nullable("names", list(name_shape, 20), Item::identity),
    nullable("sex", choice(sex_choices), Item::identity),
    nullable("dateOfBirth", partial_date_shape, Item::identity),
    nullable("statedAge", integer(0, 150), Item::identity),
    nullable("dateOfDeath", partial_date_shape, Item::identity),
    nullable("addresses", list(address_shape, 20), Item::contact),
    nullable("contacts", list(contact_shape, 20), Item::contact),
    nullable("nationality", text(code_length), Item::identity),
    nullable("language", text(code_length), Item::identity),
    nullable("careLevel", care_level_shape, Item::special_care),
    nullable("observations", list(observation_shape, 50), Item::special_care),
    nullable("disabilityCertificates", list(disability_certificate_shape, 10), Item::special_care),
    nullable("supportCategory", support_category_shape, Item::special_care),
    nullable("services", list(service_use_shape, 50), Item::special_care),
    nullable("affiliations", list(affiliation_shape, 20), Item::locating),
    nullable("pregnancy", pregnancy_shape, Item::special_care),
    nullable("confidentialInformation", list(confidential_information_shape, 10), Item::locating),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape person_shape = object(members);

}  // namespace hub::domain
