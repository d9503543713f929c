// Why two records are one person or not, in words.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// That everything is being linked anew, where it is.
void write_relinking(Console& console, const Answer& answer);
/// The lines of `link explain`.
void write_link_words(Console& console, const Answer& answer);

}  // namespace hub::cli
