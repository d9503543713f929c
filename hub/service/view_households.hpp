// Households as linkage made them: members by id, on what evidence each link stands, and to which
// systems each is known. No contents.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// The newest first, with how many members.
void view_households(store::Reader& reader, std::size_t at_most, const ViewSink& sink);
base::Result<Shown> view_household(store::Reader& reader, const base::HouseholdId& id,
                                   const ViewSink& sink);

}  // namespace hub::service
