// What a new delivery of the same record makes of the stored one: a member that is absent is
// unchanged, null clears it.
#pragma once

#include <string>

#include "hub/codec/record.hpp"

namespace hub::codec {

/// The body to store. `before` and `now` are of one kind and key; the first delivery has no
/// `before`. Labels of members that `now` does not speak of stay; the others are `now`'s.
std::string merged(const Record* before, const Record& now);

}  // namespace hub::codec
