// What an officer does about a household that is put together wrongly: takes somebody out of it for
// good, or takes that back. Sources never change.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// The person never lives with those again who are of the household now, as far as the hub shows
/// it. `forbidden` for whoever is no officer; `invalid` for somebody who is not of it with others.
base::Result<> part_from_household(Context& context, const base::HouseholdId& household,
                                   const base::PersonId& person, const std::string& asker,
                                   const Unchanged& unchanged = {});

/// No officer's word keeps the person out of any household any more. `conflict` where none does.
base::Result<> rejoin_household(Context& context, const base::PersonId& person,
                                const std::string& asker);

}  // namespace hub::service
