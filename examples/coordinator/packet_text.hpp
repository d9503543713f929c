// A packet as a coordinator reads it: Japanese labels, and a mark where something is withheld.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace coordinator {

/// Records and members in their order; `{"dataAbsentReason":"masked"}` in place of a value becomes
/// a mark. Names that we have no label for are printed as they are; ids that only programs need,
/// not.
std::string packet_text(const boost::json::value& packet);

}  // namespace coordinator
