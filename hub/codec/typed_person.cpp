#include "hub/codec/fields.hpp"
#include "hub/codec/sealed_access.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::Cohabiting;
using domain::HouseholdRole;
using domain::Sex;

constexpr std::string_view roles[] = {"unknown", "head", "carer", "dependent", "other"};
constexpr std::string_view cohabitings[] = {"unknown", "yes", "no"};

std::string text(View view, std::string_view name) {
  return std::string(view.find(name).text());
}

domain::PersonNumber number_of(View view) {
  return {text(view, "system"), text(view, "value"), text(view, "issuerLgCode")};
}

domain::PersonName name_of(View view) {
  return {.use = text(view, "use"),
          .family_name = text(view, "familyName"),
          .given_name = text(view, "givenName"),
          .full_name = text(view, "fullName"),
          .family_name_kana = text(view, "familyNameKana"),
          .given_name_kana = text(view, "givenNameKana"),
          .full_name_kana = text(view, "fullNameKana"),
          .original = text(view, "original")};
}

domain::Address address_of(View view) {
  return {.use = text(view, "use"),
          .local_government_code = text(view, "localGovernmentCode"),
          .street_address_id = text(view, "streetAddressId"),
          .prefecture = text(view, "prefecture"),
          .city_and_county = text(view, "cityAndCounty"),
          .street_address = text(view, "streetAddress"),
          .city_block = text(view, "cityBlock"),
          .building_name_etc = text(view, "buildingNameEtc"),
          .postal_code = text(view, "postalCode"),
          .full_address = text(view, "fullAddress")};
}

Sex sex_of(View view) {
  return static_cast<Sex>(view.text().front() - '0');
}

domain::HouseholdMember member_of(View view) {
  const View age = view.find("age");
  return {.person_key = text(view, "personKey"),
          .relationship = text(view, "relationship"),
          .role = one_of(view.find("role").text(), roles, HouseholdRole::unknown),
          .cohabiting = one_of(view.find("cohabiting").text(), cohabitings, Cohabiting::unknown),
          .age = age.is(tsunagu::json::Type::null)
                     ? std::nullopt
                     : std::optional<int>(static_cast<int>(age.integer()))};
}

}  // namespace

domain::Person person_of(const Record& record, const Provenance& provenance) {
  const View root = SealedAccess::root(record);
  const RecordLabels labels(record.kind(), root, provenance.labels);
  const Fields fields(root, labels, provenance);
  domain::Person person;
  person.key = record.key();
  person.numbers = fields.each("identifiers", number_of);
  person.names = fields.each("names", name_of);
  person.sex = fields.sealed("sex", sex_of);
  person.born = fields.date("dateOfBirth");
  person.died = fields.date("dateOfDeath");
  person.addresses = fields.each("addresses", address_of);
  person.contacts = fields.each("contacts", [](View view) {
    return domain::Contact{text(view, "kind"), text(view, "value")};
  });
  person.confidential = fields.each("confidentialInformation", [](View view) {
    return domain::Confidential{text(view, "kind"), text(view, "from"), text(view, "until")};
  });
  person.care_level = fields.sealed("careLevel", [](View view) { return text(view, "code"); });
  person.has_certificate = root.find("disabilityCertificates").size() > 0;
  return person;
}

domain::HouseholdHint household_hint_of(const Record& record, const Provenance& provenance) {
  const View root = SealedAccess::root(record);
  const RecordLabels labels(record.kind(), root, provenance.labels);
  const Fields fields(root, labels, provenance);
  return {.key = std::string(record.key()),
          .focus_person_key = fields.plain("focusPersonKey"),
          .register_number = fields.sealed(
              "registerNumber",
              [](View view) {
                return domain::RegisterNumber{text(view, "system"), text(view, "value")};
              }),
          .members = fields.each("members", member_of)};
}

}  // namespace hub::codec
