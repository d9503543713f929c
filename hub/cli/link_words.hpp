// Why two records are one person or not, in words.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// The lines of `link explain`.
void write_link_words(Console& console, const Answer& answer);

}  // namespace hub::cli
