// A parsed value back to JSON text: no spaces, members in their order.
#pragma once

#include <string>

#include "tsunagu/json/document.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::codec {

/// Recursion is bounded by the depth that the reader allows.
void write_value(tsunagu::json::Writer& json, tsunagu::json::View value);

std::string json_text(tsunagu::json::View value);

}  // namespace hub::codec
