// The hub says what went wrong in English, for the log. A person at the command line, or at a page
// that calls the API, reads it in the language that was asked for.
#pragma once

#include <string>
#include <string_view>

#include "hub/wording/language.hpp"

namespace hub::wording {

/// In Japanese what the tables of this folder know, its parts too ("back up to X: no space left");
/// anything else, and everything in English, stays as it is.
std::string translated(Language language, std::string_view text);

}  // namespace hub::wording
