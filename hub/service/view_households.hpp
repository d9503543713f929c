// Households as linkage made them: members by id, on what evidence each link stands, and to which
// systems each is known. No contents. A hidden member is counted nowhere, and a household of nobody
// else is not there.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// Whether `looker` may know that this person is there.
bool may_see(store::Reader& reader, store::PersonRow person, const Looker& looker);
/// The members whom `looker` may know of.
std::vector<store::Member> seen_members(store::Reader& reader, store::HouseholdRow household,
                                        const Looker& looker);

/// The newest first, with how many members.
void view_households(store::Reader& reader, const Looker& looker, std::size_t at_most,
                     const ViewSink& sink);
base::Result<Shown> view_household(store::Reader& reader, const Looker& looker,
                                   const base::HouseholdId& id, const ViewSink& sink);

}  // namespace hub::service
