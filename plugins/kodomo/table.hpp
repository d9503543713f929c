// The CSV fallback: UTF-8 with BOM, header, one consultation a row; a column's name is the member's
// path (`child.familyName`, `guardians.0.relation`), lists within a cell are parted by `;`.
#pragma once

#include <string>

#include "plugins/kodomo/entry.hpp"
#include "tsunagu/decode.hpp"

namespace kodomo {

tsunagu::Outcome each_table_row(tsunagu::Input& input, tsunagu::Sink& sink, const MapEntry& map,
                                const std::string& order_key);

}  // namespace kodomo
