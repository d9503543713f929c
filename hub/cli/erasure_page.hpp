// The list of what is to be erased, as a page of A4 that is signed before it happens.
#pragma once

#include <iosfwd>

#include "hub/cli/answer.hpp"

namespace hub::cli {

/// Of the daemon's answer to `erase.plan`. One HTML document that needs nothing but itself.
void write_erasure_page(std::ostream& out, const Answer& answer);

}  // namespace hub::cli
