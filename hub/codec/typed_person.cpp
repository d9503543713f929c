#include "hub/codec/fields.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::Cohabiting;
using domain::HouseholdRole;
using domain::Sex;

constexpr std::string_view roles[] = {"unknown", "head", "carer", "dependent", "other"};
constexpr std::string_view cohabitings[] = {"unknown", "yes", "no"};

domain::PersonNumber number_of(View view) {
  return {text_of(view, "system"), text_of(view, "value"), text_of(view, "issuerLgCode")};
}

domain::PersonName name_of(View view) {
  return {.use = text_of(view, "use"),
          .family_name = text_of(view, "familyName"),
          .given_name = text_of(view, "givenName"),
          .full_name = text_of(view, "fullName"),
          .family_name_kana = text_of(view, "familyNameKana"),
          .given_name_kana = text_of(view, "givenNameKana"),
          .full_name_kana = text_of(view, "fullNameKana"),
          .original = text_of(view, "original")};
}

Sex sex_of(View view) {
  return static_cast<Sex>(view.text().front() - '0');
}

domain::HouseholdMember member_of(View view) {
  const View age = view.find("age");
  return {.person_key = text_of(view, "personKey"),
          .relationship = text_of(view, "relationship"),
          .role = one_of(view.find("role").text(), roles, HouseholdRole::unknown),
          .cohabiting = one_of(view.find("cohabiting").text(), cohabitings, Cohabiting::unknown),
          .age = age.is(tsunagu::json::Type::null)
                     ? std::nullopt
                     : std::optional<int>(static_cast<int>(age.integer()))};
}

}  // namespace

domain::Person person_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  domain::Person person;
  person.key = record.key();
  person.numbers = fields.each("identifiers", number_of);
  person.names = fields.each("names", name_of);
  person.sex = fields.sealed("sex", sex_of);
  person.born = fields.date("dateOfBirth");
  person.died = fields.date("dateOfDeath");
  person.addresses = fields.each("addresses", address_of);
  person.contacts = fields.each("contacts", [](View view) {
    return domain::Contact{text_of(view, "kind"), text_of(view, "value")};
  });
  person.confidential = fields.each("confidentialInformation", [](View view) {
    return domain::Confidential{text_of(view, "kind"), text_of(view, "from"),
                                text_of(view, "until")};
  });
  person.care_level = fields.sealed("careLevel", [](View view) { return text_of(view, "code"); });
  person.has_certificate = fields.view("disabilityCertificates").size() > 0;
  return person;
}

domain::HouseholdHint household_hint_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .focus_person_key = fields.plain("focusPersonKey"),
          .register_number = fields.sealed(
              "registerNumber",
              [](View view) {
                return domain::RegisterNumber{text_of(view, "system"), text_of(view, "value")};
              }),
          .members = fields.each("members", member_of)};
}

}  // namespace hub::codec
