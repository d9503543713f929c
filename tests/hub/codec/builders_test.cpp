// What a vendor builds with the SDK is what the hub reads: every member that the schema knows has a
// builder, and arrives in the domain's types.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "hub/codec/record.hpp"
#include "hub/codec/sealed_access.hpp"
#include "hub/codec/typed.hpp"
#include "hub/domain/shapes.hpp"
#include "tests/hub/codec/full_case.hpp"
#include "tests/hub/codec/full_person.hpp"
#include "tests/hub/codec/full_process.hpp"
#include "tests/hub/codec/full_resource.hpp"
#include "tests/hub/codec/full_support.hpp"

namespace hub::codec {
namespace {

using domain::Item;
using domain::Labels;
using domain::RecordKind;
using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;
using tsunagu::json::Type;

template <class Value>
const Value& in(const domain::Sealed<Value>& sealed) {
  return SealedAccess::look(sealed);
}
template <class Value>
const Value& in(const std::optional<domain::Sealed<Value>>& sealed) {
  return SealedAccess::look(sealed.value());
}

Record read(const std::string& json) {
  DecodedRecord decoded = RecordReader().read(json);
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  EXPECT_THAT(decoded.warnings, IsEmpty());
  return std::move(*decoded.record);
}

/// The patterns of all values below.
void gather(View value, const std::string& pattern, std::set<std::string>& found) {
  if (!value.is(Type::object) && !value.is(Type::array)) {
    found.insert(pattern);
    return;
  }
  for (const View part : value) {
    const bool element = value.is(Type::array);
    gather(part, pattern + "/" + (element ? "*" : std::string(part.key())), found);
  }
}

struct Full {
  RecordKind kind;
  std::string json;
};

std::vector<Full> all() {
  return {{RecordKind::person, full::person().json()},
          {RecordKind::household_hint, full::household_hint().json()},
          {RecordKind::consultation, full::consultation().json()},
          {RecordKind::concern, full::concern().json()},
          {RecordKind::assessment, full::assessment().json()},
          {RecordKind::consent, full::consent().json()},
          {RecordKind::consent, full::consent_by_form().json()},
          {RecordKind::referral, full::referral().json()},
          {RecordKind::plan, full::plan().json()},
          {RecordKind::monitoring, full::monitoring().json()},
          {RecordKind::resource, full::resource().json()},
          {RecordKind::removal, full::removal().json()},
          {RecordKind::case_, full::case_().json()},
          {RecordKind::role, full::role().json()},
          {RecordKind::outreach, full::outreach().json()},
          {RecordKind::conference, full::conference().json()},
          {RecordKind::match, full::match().json()}};
}

TEST(Builders, write_every_field_that_the_schema_knows) {
  std::map<RecordKind, std::set<std::string>> written;
  for (const Full& full : all()) {
    const Record record = read(full.json);
    EXPECT_EQ(record.kind(), full.kind);
    gather(SealedAccess::root(record), "", written[full.kind]);
  }
  ASSERT_EQ(written.size(), domain::record_kind_names.size());
  for (const auto& [kind, patterns] : written) {
    const auto& found = patterns;
    domain::each_field(kind, [&](const std::string& pattern, Item) {
      EXPECT_TRUE(found.contains(pattern)) << pattern;
    });
  }
}

TEST(Builders, give_a_person_and_a_household_as_types) {
  const domain::Person person = person_of(read(full::person().json()), {});
  EXPECT_EQ(in(person.names.at(0)).original, "髙橋　トミ");
  EXPECT_EQ(in(person.born).date, year(1943) / 5 / 1);
  EXPECT_TRUE(in(person.born).artificial);
  EXPECT_EQ(in(person.addresses.at(0)).building_name_etc, "101");
  EXPECT_EQ(in(person.care_level), "21");
  EXPECT_TRUE(person.has_certificate);
  const domain::HouseholdHint hint = household_hint_of(read(full::household_hint().json()), {});
  EXPECT_EQ(in(hint.members.at(0)).person_key, "p2");
  EXPECT_EQ(in(hint.members.at(0)).cohabiting, domain::Cohabiting::no);
}

TEST(Builders, give_what_happened_as_types) {
  const auto consultation = consultation_of(read(full::consultation().json()), {});
  EXPECT_TRUE(consultation.abuse);
  EXPECT_EQ(consultation.legal_category, domain::LegalCategory::guardian);
  EXPECT_TRUE(consultation.closed);
  const auto concern = concern_of(read(full::concern().json()), {});
  EXPECT_EQ(in(concern.concern), domain::Concern::withdrawal);
  EXPECT_EQ(in(concern.source_code), (domain::Coding{"vendor", "45", "word"}));
  const auto referral = referral_of(read(full::referral().json()), {});
  EXPECT_EQ(referral.reason, domain::ReferralReason::outreach);
  EXPECT_TRUE(referral.convinced);
  const auto removal = removal_of(read(full::removal().json()));
  EXPECT_EQ(removal.target_kind, RecordKind::consultation);
}

TEST(Builders, give_a_consent_as_a_type) {
  const auto consent = consent_of(read(full::consent().json()), {});
  EXPECT_EQ(consent.given_by, domain::ConsentGiver::guardian);
  EXPECT_EQ(consent.scope.value().labels, Labels({Item::statement, Item::tax}));
  EXPECT_EQ(consent.withdrawn_at, year(2026) / 4 / 9);
}

TEST(Builders, give_an_assessment_as_a_type) {
  const auto assessment = assessment_of(read(full::assessment().json()), {});
  EXPECT_EQ(assessment.form, domain::AssessmentForm::juso_assessment);
  EXPECT_EQ(assessment.person_key, "p1");
  EXPECT_EQ(in(assessment.items.at(0)).link_id, "12");
  EXPECT_EQ(in(assessment.items.at(0)).points, 1);
  EXPECT_EQ(assessment.items.at(0).labels(), Labels(Item::special_care));
  EXPECT_EQ(in(assessment.summary), "低栄養の疑い");
  EXPECT_EQ(assessment.strengths->labels(), Labels({Item::statement, Item::tax}));
  EXPECT_EQ(in(assessment.by).agency, "架空相談支援事業所");
}

TEST(Builders, give_a_plan_as_a_tree) {
  const auto plan = plan_of(read(full::plan().json()), {});
  EXPECT_EQ(plan.form, domain::PlanForm::takikan);
  EXPECT_EQ(plan.status, domain::PlanState::suspended);
  EXPECT_EQ(plan.revision, 2);
  EXPECT_EQ(plan.review_cycle, "P3M");
  EXPECT_EQ(in(plan.decided_at).date, year(2026) / 4 / 5);
  EXPECT_EQ(in(plan.period).until, year(2027) / 3 / 31);
  const domain::PlannedIssue& issue = in(plan.issues.at(0));
  EXPECT_EQ(issue.priority, 1);
  EXPECT_EQ(issue.goals.at(0).short_term_period.text, "1年");
  const domain::PlannedSupport& support = issue.goals.at(0).supports.at(0);
  EXPECT_EQ(support.service_type.code, "15");
  EXPECT_EQ(support.period.from, year(2026) / 4 / 1);
  EXPECT_EQ(support.note, "体調しだい");
}

TEST(Builders, seal_a_branch_of_a_plan_with_every_item_in_it) {
  const auto plan = plan_of(read(full::plan().json()), {});
  EXPECT_EQ(plan.issues.at(0).labels(),
            Labels({Item::statement, Item::special_care, Item::locating, Item::staff_note}));
  EXPECT_EQ(plan.author->labels(), Labels({Item::locating, Item::statement}));
}

TEST(Builders, give_a_monitoring_as_a_type) {
  const auto monitoring = monitoring_of(read(full::monitoring().json()), {});
  EXPECT_EQ(monitoring.plan_key, "k1");
  EXPECT_EQ(in(monitoring.at).date, year(2026) / 7 / 1);
  EXPECT_EQ(in(monitoring.changes.at(0)).code, "sos");
  EXPECT_EQ(monitoring.proposal, domain::MonitoringProposal::suspend);
  EXPECT_EQ(in(monitoring.next_due), year(2026) / 10 / 1);
  EXPECT_EQ(monitoring.note->labels(), Labels({Item::staff_note, Item::tax}));
}

TEST(Builders, give_a_case_as_a_type) {
  const auto found = case_of(read(full::case_().json()), {});
  EXPECT_EQ(found.person_key, "p1");
  EXPECT_THAT(found.other_focus_keys, ElementsAre("p2"));
  EXPECT_EQ(found.household_key, "h1");
  EXPECT_EQ(found.status, domain::CaseState::follow_up);
  EXPECT_EQ(in(found.opened_at).date, year(2026) / 4 / 1);
  EXPECT_EQ(in(found.channel).code, "home-visit");
  EXPECT_EQ(found.urgency, domain::Urgency::immediate);
  EXPECT_EQ(in(found.coordinator).name, "架空 次郎");
  EXPECT_EQ(found.coordinator->labels(), Labels({Item::locating, Item::statement}));
  EXPECT_EQ(found.reopened_from_key, "s0");
  EXPECT_EQ(found.closed_reason->labels(), Labels({Item::statement, Item::tax}));
}

TEST(Builders, give_a_role_as_a_type) {
  const auto role = role_of(read(full::role().json()), {});
  EXPECT_EQ(role.plan_key, "k1");
  EXPECT_EQ(in(role.agency), "サクトモ");
  EXPECT_EQ(role.person_in_charge->labels(), Labels(Item::locating));
  EXPECT_EQ(in(role.task), "家計の相談");
  EXPECT_TRUE(role.lead);
  EXPECT_EQ(in(role.from), year(2026) / 5 / 1);
  EXPECT_EQ(in(role.until), year(2026) / 10 / 31);
}

TEST(Builders, give_an_outreach_as_a_type) {
  const auto outreach = outreach_of(read(full::outreach().json()), {});
  EXPECT_EQ(outreach.case_key, "s1");
  EXPECT_EQ(outreach.plan_key, "k1");
  EXPECT_EQ(outreach.place->labels(), Labels(Item::locating));
  EXPECT_TRUE(in(outreach.contact_made));
  EXPECT_EQ(in(outreach.result), "話せた");
  EXPECT_EQ(in(outreach.next), "また訪ねる");
}

TEST(Builders, give_a_conference_as_a_type) {
  const auto conference = conference_of(read(full::conference().json()), {});
  EXPECT_EQ(conference.meeting_key, "g");
  EXPECT_EQ(conference.forum, "J-KAIGI");
  EXPECT_EQ(in(conference.convener), "さくら市");
  EXPECT_EQ(conference.trigger, domain::ConferenceTrigger::suspend);
  EXPECT_EQ(in(conference.participants.at(0)).role, "司会");
  EXPECT_EQ(in(conference.participants.at(0)).present, true);
  EXPECT_EQ(in(conference.agenda.at(0)).case_key, "s1");
  EXPECT_EQ(in(conference.agenda.at(0)).decision, "見守る");
  EXPECT_EQ(in(conference.decisions.at(0)), "次は秋");
  EXPECT_EQ(conference.minutes_ref, "R8-3");
  EXPECT_TRUE(conference.confidentiality_notice);
}

TEST(Builders, give_a_match_as_a_type) {
  const auto match = match_of(read(full::match().json()), {});
  EXPECT_EQ(match.resource_key, "x1");
  EXPECT_EQ(in(match.proposed_by).agency, "架空相談支援事業所");
  EXPECT_EQ(in(match.reasons.at(0)), "近い");
  EXPECT_EQ(match.status, domain::MatchStatus::declined);
  EXPECT_EQ(in(match.feedback), "合わなかった");
}

/// One of a 支援会議 on its agenda was enough: what was said there is not to be told apart.
TEST(Builders, seal_a_conference_with_what_its_forums_lay_upon_it) {
  using tsunagu::record::ConferenceForum;
  const auto convener_of = [](ConferenceForum forum, std::optional<ConferenceForum> function) {
    tsunagu::record::Conference made("g", tsunagu::record::PersonKey("p"), forum, "さくら市",
                                     full::date(), true);
    if (function) made.agenda.add({}).function = *function;
    return conference_of(read(made.json()), {}).convener->labels();
  };
  EXPECT_EQ(convener_of(ConferenceForum::j_kaigi, {}), Labels(Item::statement));
  EXPECT_EQ(convener_of(ConferenceForum::j_kaigi, ConferenceForum::konkyu_chosei),
            Labels(Item::statement));
  EXPECT_EQ(convener_of(ConferenceForum::j_kaigi, ConferenceForum::shien_kaigi),
            Labels({Item::statement, Item::staff_note}));
  EXPECT_EQ(convener_of(ConferenceForum::youtaikyo, {}), Labels({Item::statement, Item::youtai}));
}

TEST(Builders, give_a_resource_as_a_type_that_stays_with_the_staff) {
  const auto resource = resource_of(read(full::resource().json()), {});
  EXPECT_EQ(resource.range, domain::PublicRange::staff);
  EXPECT_EQ(resource.status, domain::ResourceStatus::inactive);
  EXPECT_EQ(in(resource.name), "架空作業所");
  EXPECT_TRUE(resource.name->labels().has(Item::staff_note));
  EXPECT_EQ(in(resource.operated_by).corporate_number, "5080001018392");
  EXPECT_EQ(in(resource.operated_by).address->prefecture, "栃木県");
  EXPECT_EQ(in(resource.operated_by).phones.at(0).kind, "fax");
  EXPECT_DOUBLE_EQ(in(resource.latitude), 36.68);
  EXPECT_THAT(in(resource.schedules.at(0)).days,
              ElementsAre(domain::Day::monday, domain::Day::holiday));
  EXPECT_EQ(in(resource.capacity), 20);
  EXPECT_FALSE(in(resource.meets_care_standard));
  EXPECT_EQ(in(resource.accessibility.at(0)), "スロープ");
}

TEST(Builders, leave_absent_what_was_not_said) {
  const auto plan = plan_of(
      read(tsunagu::record::Plan(tsunagu::record::PlanKey("k"), tsunagu::record::PersonKey("p"),
                                 tsunagu::record::PlanForm::other)
               .json()),
      {});
  EXPECT_FALSE(plan.status);
  EXPECT_FALSE(plan.revision);
  EXPECT_FALSE(plan.decided_at);
  EXPECT_THAT(plan.issues, IsEmpty());
}

}  // namespace
}  // namespace hub::codec
