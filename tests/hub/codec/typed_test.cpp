#include "hub/codec/typed.hpp"

#include <gtest/gtest.h>

#include "hub/codec/sealed_access.hpp"
#include "tests/hub/codec/fixtures.hpp"

namespace hub::codec {
namespace {

using domain::Item;
using domain::Labels;

Record read(std::string_view text) {
  DecodedRecord decoded = RecordReader().read(text);
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  return std::move(*decoded.record);
}

TEST(TypedPerson, holds_what_linkage_compares) {
  const domain::Person person = person_of(read(example("person")), {});
  ASSERT_EQ(person.numbers.size(), 2U);
  EXPECT_EQ(SealedAccess::look(person.numbers[1]),
            (domain::PersonNumber{"insured", "0000123456", "092148"}));
  EXPECT_EQ(SealedAccess::look(person.names.at(0)).full_name_kana, "タカハシ ウメ");
  EXPECT_EQ(SealedAccess::look(*person.sex), domain::Sex::female);
  EXPECT_EQ(SealedAccess::look(*person.born).date, std::chrono::year(1940) / 2 / 10);
  EXPECT_EQ(SealedAccess::look(person.addresses.at(0)).city_block, "2771");
  EXPECT_EQ(SealedAccess::look(person.confidential.at(0)).until, "2027-01-14");
  EXPECT_EQ(SealedAccess::look(*person.care_level), "13");
  EXPECT_TRUE(person.has_certificate);
  EXPECT_FALSE(person.died);
}

TEST(TypedPerson, seals_with_owner_source_and_labels) {
  const domain::Owner owner{base::PersonId()};
  const Record record = read(R"({"kind":"person","schemaVersion":"1","recordKey":"a","names":
    [{"fullName":"x","original":"x"}],"labels":[{"pointer":"/names/0/fullName","item":"tax"}]})");
  const domain::Person person = person_of(record, {owner, domain::SourceId{7}, Item::youtai});
  EXPECT_EQ(person.names.at(0).owner(), owner);
  EXPECT_EQ(person.names.at(0).source(), domain::SourceId{7});
  EXPECT_EQ(person.names.at(0).labels(), Labels({Item::identity, Item::tax, Item::youtai}));
}

TEST(TypedHint, tells_members_without_inventing_ages) {
  const domain::HouseholdHint hint = household_hint_of(read(example("household_hint")), {});
  EXPECT_EQ(SealedAccess::look(*hint.register_number).value, "0000456");
  ASSERT_EQ(hint.members.size(), 2U);
  EXPECT_EQ(SealedAccess::look(hint.members[0]).age, 52);
  EXPECT_EQ(SealedAccess::look(hint.members[0]).cohabiting, domain::Cohabiting::yes);
  EXPECT_EQ(SealedAccess::look(hint.members[1]).role, domain::HouseholdRole::carer);
}

TEST(TypedConsent, keeps_form_days_and_both_objects) {
  const domain::ConsentRecord consent = consent_of(read(example("consent")), {});
  EXPECT_EQ(consent.status, domain::ConsentWord::given);
  EXPECT_EQ(consent.scope_form, "J1");
  EXPECT_EQ(consent.given_at, std::chrono::year(2024) / 4 / 3);
  EXPECT_EQ(consent.to_sharing, domain::ConsentWord::given);
  EXPECT_FALSE(consent.scope);
}

TEST(TypedConsent, reads_a_scope_of_its_own) {
  const domain::ConsentRecord consent = consent_of(
      read(text_of_file(source_dir() / "tests/hub/codec/fixtures/good/consent_own_scope.json")),
      {});
  ASSERT_TRUE(consent.scope);
  EXPECT_EQ(consent.scope->forums, std::vector<std::string>{"J-KAIGI"});
  EXPECT_EQ(consent.scope->labels, Labels({Item::identity, Item::tax}));
}

TEST(TypedProcess, reads_consultation_concern_referral_and_removal) {
  const auto consultation = consultation_of(read(example("consultation")), {});
  EXPECT_EQ(consultation.urgency, domain::Urgency::soon);
  EXPECT_FALSE(consultation.abuse);
  EXPECT_EQ(SealedAccess::look(*consultation.received_at).time, "09:30");
  const auto concern = concern_of(read(example("concern")), {});
  EXPECT_EQ(SealedAccess::look(concern.concern), domain::Concern::poverty);
  EXPECT_EQ(concern.concern.labels(), Labels({Item::statement, Item::income}));
  const auto referral = referral_of(read(example("referral")), {});
  EXPECT_EQ(referral.reason, domain::ReferralReason::sort_out_roles);
  EXPECT_EQ(referral.requested_recipient.code, "SAKUTOMO");
  EXPECT_TRUE(referral.convinced);
  const auto removal = removal_of(read(example("removal")));
  EXPECT_EQ(removal.target_kind, domain::RecordKind::consultation);
  EXPECT_EQ(removal.target_key, "R06-00412");
}

TEST(TypedProcess, names_the_person_that_a_record_is_about) {
  EXPECT_EQ(person_key_of(read(example("household_hint"))), "atena:0001234567");
  EXPECT_EQ(person_key_of(read(example("plan"))), "insured:092148:0000123456");
  EXPECT_EQ(person_key_of(read(example("conference"))), "atena:0001234567");
  EXPECT_EQ(person_key_of(read(example("match"))), "konkyu:K-0012");
  EXPECT_EQ(person_key_of(read(example("resource"))), "");
}

}  // namespace
}  // namespace hub::codec
