// A consent whose time is over carries nothing more (24:00 in Japan of its last day): the gate
// knows that by itself, but whoever holds a copy that rested on it has to be told. How far this
// looked is kept, so that a restart across the moment misses nobody.
#pragma once

#include <optional>

#include "hub/service/context.hpp"
#include "hub/store/consents.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {

/// Whose consent it is: where a record brought it, whom that record is linked to.
std::optional<store::PersonRef> person_of(store::Reader& reader, const store::ConsentEnd& end);

/// Some of those that ended since it was last asked, each with a row in the log; true while more
/// wait. Nothing is written where none did.
base::Result<bool> stop_expired(Context& context);

/// Up to when ends were seen, and whoever holds a copy was told.
base::UtcMillis ends_seen(store::Reader& reader);

/// When the next one ends; nothing where none does.
base::Result<std::optional<base::UtcMillis>> next_expiry(Context& context);

}  // namespace hub::service
