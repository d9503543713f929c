// Which records a delivery gave, by kind and key.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "sdk/conformance/guest.hpp"

namespace tsunagu::conformance {

using Keys = std::set<std::pair<std::string, std::string>>;

/// Records that are no JSON count under an empty kind.
Keys keys_of(const Decoded& decoded);
/// Whether each of these is among the known.
bool within(const Keys& these, const Keys& known);

}  // namespace tsunagu::conformance
