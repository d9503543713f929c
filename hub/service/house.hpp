// Who lives together, by what hub/linkage decides over the stored tokens of the persons' records
// and of the household hints about them. Every membership can be undone; sources never change.
#pragma once

#include "hub/service/context.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// The household of a person by all addresses and household numbers that are known of them; one of
/// their own where there is none. A household with whose members nothing is shared any more is
/// left.
void join_household(store::Transaction& tx, store::PersonRow person);

/// Takes the person out of every household with somebody from whom one of the two hides.
void part_households(store::Transaction& tx, store::PersonRow person);

}  // namespace hub::service
