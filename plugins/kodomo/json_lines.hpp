// JSON Lines: UTF-8, one object a line. A line that is no JSON is rejected, and the others go on; a
// last line without its end that can't be read was cut, and the file with it.
#pragma once

#include <string>

#include "plugins/kodomo/entry.hpp"
#include "tsunagu/decode.hpp"

namespace kodomo {

tsunagu::Outcome each_json_line(tsunagu::Input& input, tsunagu::Sink& sink, const MapEntry& map,
                                const std::string& order_key);

}  // namespace kodomo
