// The limits' reasons and units in Japanese; hub/base says them in English.
#pragma once

#include <string_view>

namespace hub::cli {

/// What the limit of this name bounds; empty where the name is unknown.
std::string_view why_in_japanese(std::string_view name);
/// The unit itself where it needs no word.
std::string_view unit_in_japanese(std::string_view unit);

}  // namespace hub::cli
