// A person and a household hint with every member that their builders know.
#pragma once

#include "tests/hub/codec/full_parts.hpp"

namespace full {

inline void add_care(Person& person) {
  CareLevel level(CareLevelCode::care_1);
  level.text = "要介護1";
  level.certified_at = "2026-03-20";
  level.valid_from = "2026-04-01";
  level.valid_until = "2027-03-31";
  person.care_level = level;
  Observation& observation = person.observations.add(Observation(ObservationKind::disease));
  observation.code = "1";
  observation.text = "腰痛";
  observation.at = date();
  auto& certificate =
      person.disability_certificates.add(DisabilityCertificate(CertificateKind::physical));
  certificate.grade = "S2";
  certificate.severity = CertificateSeverity::heavy;
  certificate.note = "肢体";
  SupportCategory category(SupportCategoryCode::category_3);
  category.source_code = "23";
  category.valid_from = "2026-04-01";
  category.valid_until = "2029-03-31";
  person.support_category = category;
  ServiceUse& service = person.services.add({});
  service.provider_number = "0990000019";
  service.provider_name = "架空デイサービス";
  service.service_code = "15";
  service.service_name = "通所介護";
  service.from = "2026-04-01";
  service.until = "2027-03-31";
  Affiliation& school = person.affiliations.add(Affiliation(AffiliationKind::school, "架空小学校"));
  school.note = "3年";
  school.from = "2024-04-01";
  school.until = "2027-03-31";
  Pregnancy pregnancy;
  pregnancy.due_date = date("2026-08-21");
  pregnancy.risk_items.add(coding());
  person.pregnancy = pregnancy;
}

inline Person person() {
  Person person{PersonKey("p1")};
  Identifier& insured = person.identifiers.add({"insured", "0000123456"});
  insured.issuer_lg_code = "092148";
  Name& name = person.names.add({"髙橋 トミ", "髙橋　トミ"});
  name.use = NameUse::official;
  name.family_name = "髙橋";
  name.given_name = "トミ";
  name.family_name_kana = "タカハシ";
  name.given_name_kana = "トミ";
  name.full_name_kana = "タカハシ トミ";
  person.sex = Sex::female;
  person.date_of_birth = date("1943-05-01");
  person.stated_age = 82;
  person.date_of_death = date("2026-04-09");
  person.addresses.add(address());
  Contact& contact = person.contacts.add(Contact("09000000001"));
  contact.kind = ContactKind::mobile;
  contact.safe = false;
  contact.note = "夜だけ";
  person.nationality = "日本";
  person.language = "ja";
  add_care(person);
  auto& hidden = person.confidential_information.add(
      ConfidentialInformation(ConfidentialKind::support_measure));
  hidden.from = "2026-01-15";
  hidden.until = "2027-01-14";
  hidden.hidden_from.add(party());
  hidden.protected_together.add(party());
  return with_envelope(std::move(person), "/sex");
}

inline HouseholdHint household_hint() {
  HouseholdHint hint("h1", PersonKey("p1"));
  hint.register_number = RegisterNumber("setai", "0000456");
  hint.composition = "二人暮らし";
  hint.members_text = "長男";
  Member& son = hint.members.add(Member("長男"));
  son.evidence = "訪問";
  son.person_key = PersonKey("p2");
  son.role = MemberRole::carer;
  son.cohabiting = Cohabiting::no;
  son.age = 52;
  son.from = "2020-01-01";
  son.until = "2026-01-01";
  return with_envelope(std::move(hint), "/composition");
}

}  // namespace full
