// Two records that may be one person, side by side: what each says, how well they agree, and how
// much that weighs, in words.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// The lines `record`, `value` and `field` of `link explain`, as wide as running text is.
void write_side_by_side(Console& console, const Answer& answer);

}  // namespace hub::cli
