// A packet as a coordinator reads it: Japanese labels, and a mark where something is withheld.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace coordinator {

/// Members are printed in their order; `{"masked":"<reason>"}` in place of a value becomes a mark
/// with its reason. Names that we have no label for are printed as they are.
std::string packet_text(const boost::json::value& packet);

}  // namespace coordinator
