// Who lives together, by what hub/linkage decides over the stored tokens of the persons' records
// and of the household hints about them. Every membership can be undone; sources never change.
//
// Whom the protection register hides joins others and yields to them, but draws nobody: where
// everybody else belongs, and on what evidence, is the same as if there were no such person.
// Otherwise the place of a third person could tell the other side of her.
#pragma once

#include "hub/service/context.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// The household of a person by all addresses and household numbers that are known of them; one of
/// their own where there is none. A household with whose members nothing is shared any more is
/// left. Then whoever hides and has a key or a household in common is placed anew.
void join_household(store::Transaction& tx, store::PersonRow person);

/// The register names the person: whom she drew is placed again without her, and she leaves every
/// household with somebody from whom one of the two hides.
void part_households(store::Transaction& tx, store::PersonRow person);

}  // namespace hub::service
