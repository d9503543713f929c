// docs/events.md out of the table of events, so that it can say nothing else; a test holds it
// equal.
#pragma once

#include <iosfwd>

namespace hub::cli {

void write_event_reference(std::ostream& out);

}  // namespace hub::cli
