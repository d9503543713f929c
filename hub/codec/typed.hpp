// Records as the domain's types. Each function wants a record of its own kind; the members that no
// rule of the hub reads stay in the record and travel as items. Nothing of the record is kept by
// reference.
#pragma once

#include "hub/codec/items.hpp"
#include "hub/domain/assessment.hpp"
#include "hub/domain/case_record.hpp"
#include "hub/domain/conference.hpp"
#include "hub/domain/household_hint.hpp"
#include "hub/domain/match.hpp"
#include "hub/domain/monitoring.hpp"
#include "hub/domain/outreach.hpp"
#include "hub/domain/person.hpp"
#include "hub/domain/plan.hpp"
#include "hub/domain/process_records.hpp"
#include "hub/domain/resource.hpp"
#include "hub/domain/role.hpp"

namespace hub::codec {

/// What linkage needs of a person.
domain::Person person_of(const Record& record, const Provenance& provenance);
domain::HouseholdHint household_hint_of(const Record& record, const Provenance& provenance);
domain::ConsultationRecord consultation_of(const Record& record, const Provenance& provenance);
domain::ConcernRecord concern_of(const Record& record, const Provenance& provenance);
domain::ConsentRecord consent_of(const Record& record, const Provenance& provenance);
domain::ReferralRecord referral_of(const Record& record, const Provenance& provenance);
domain::AssessmentRecord assessment_of(const Record& record, const Provenance& provenance);
domain::PlanRecord plan_of(const Record& record, const Provenance& provenance);
domain::MonitoringRecord monitoring_of(const Record& record, const Provenance& provenance);
domain::CaseRecord case_of(const Record& record, const Provenance& provenance);
domain::RoleRecord role_of(const Record& record, const Provenance& provenance);
domain::OutreachRecord outreach_of(const Record& record, const Provenance& provenance);
domain::ConferenceRecord conference_of(const Record& record, const Provenance& provenance);
domain::MatchRecord match_of(const Record& record, const Provenance& provenance);
domain::Resource resource_of(const Record& record, const Provenance& provenance);
domain::RemovalRecord removal_of(const Record& record);

/// The person that a record of any kind is about, by the source's record key; empty for a resource,
/// a removal and a person itself.
std::string_view person_key_of(const Record& record);

}  // namespace hub::codec
