// Typed builders of the records that an adapter emits, one type per kind:
//
//   Person person{PersonKey("atena:0001234567")};
//   person.names.add(Name("髙橋 ウメ", "髙橋　ウメ")).full_name_kana = "タカハシ ウメ";
//   person.sex = Sex::female;
//   sink.record(person);
//
// A member that is not assigned is absent (unchanged), one assigned `cleared` is null. The schema
// documents in sdk/schema are the truth; a test holds these builders against them.
#pragma once

#include "tsunagu/record/assessment.hpp"
#include "tsunagu/record/case.hpp"
#include "tsunagu/record/concern.hpp"
#include "tsunagu/record/conference.hpp"
#include "tsunagu/record/consent.hpp"
#include "tsunagu/record/consultation.hpp"
#include "tsunagu/record/household_hint.hpp"
#include "tsunagu/record/match.hpp"
#include "tsunagu/record/monitoring.hpp"
#include "tsunagu/record/outreach.hpp"
#include "tsunagu/record/person.hpp"
#include "tsunagu/record/plan.hpp"
#include "tsunagu/record/referral.hpp"
#include "tsunagu/record/removal.hpp"
#include "tsunagu/record/resource.hpp"
#include "tsunagu/record/role.hpp"
