// Persons whose data are kept although their time is over: nothing of theirs is erased.
#pragma once

#include <vector>

#include "hub/store/persons.hpp"

namespace hub::store {

using HoldId = base::Id<struct HoldTag>;
using HoldRow = RowId<struct HoldRowTag>;

struct LegalHold {
  HoldRow row;
  HoldId id;
  PersonRow person;
  base::UtcMillis placed_at{};
  std::string placed_by;
  std::string document;  ///< number of the paper that orders it
};

HoldId place_hold(Transaction& transaction, PersonRow person, std::string_view document,
                  std::string_view by);
/// False where there is none of that id in force.
bool lift_hold(Transaction& transaction, const HoldId& id, std::string_view by);
/// In force, the oldest first.
std::vector<LegalHold> list_holds(Reader& reader);

}  // namespace hub::store
