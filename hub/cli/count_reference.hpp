// docs/counts.md out of the table of figures, so that it can say nothing else; a test holds it
// equal.
#pragma once

#include <iosfwd>

namespace hub::cli {

void write_count_reference(std::ostream& out);

}  // namespace hub::cli
