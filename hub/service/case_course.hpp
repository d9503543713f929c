// The course of a case, as far as referrals move it (DOMAIN 8): a first one opens it, an accepting
// coordinator coordinates it, a main agency takes it over, a closing one closes it, and the next
// referral reopens it, so that no consent from before counts for what comes now.
#pragma once

#include <string_view>

#include "hub/domain/states.hpp"
#include "hub/service/context.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

/// The case that a new referral of the person belongs to: the open one, else the one that was
/// closed last, reopened, else a new one of the household.
store::CaseRow case_for(store::Transaction& tx, store::PersonRow person, std::string_view actor);

/// Decided, active or suspended: the case follows its plans alone.
bool has_plan_under_way(store::Reader& reader, store::CaseRow row);
/// The way of the table's steps to `goal`, if there is one without closing in between.
void bring_case(store::Transaction& tx, store::CaseRow row, domain::CaseState goal,
                std::string_view actor);
/// A closed case, or one that is followed up, is taken up anew at once. False for any other.
bool reopen_case(store::Transaction& tx, store::CaseRow row, std::string_view actor);

/// A coordinator's answer moved the referral to `state`. A case is closed only when no other
/// referral of it is under way; one that has a plan under way follows its plans alone.
void lead_case(store::Transaction& tx, const store::StoredReferral& referral,
               domain::ReferralState state, std::string_view actor);

}  // namespace hub::service
