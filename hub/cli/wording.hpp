// The daemon and the libraries below say what went wrong in English, for the log. A person at the
// command line reads it in the language of the terminal.
#pragma once

#include <string>
#include <string_view>

#include "hub/cli/console.hpp"

namespace hub::cli {

/// In Japanese what the table of wording.cpp knows, its parts too ("back up to X: no space left");
/// anything else, and everything in English, stays as it is.
std::string translated(Language language, std::string_view text);

}  // namespace hub::cli
