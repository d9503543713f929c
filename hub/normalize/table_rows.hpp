// Our own data tables, row by row: tab or comma separated with a header line.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "hub/base/result.hpp"
#include "tsunagu/text/table.hpp"

namespace hub::normalize {

/// Calls `use` for each row below the header. A row that lacks one of its first `cells` cells
/// is a Failure naming `name` and the line. Comma separated if the name ends in ".csv".
base::Result<> for_each_row(std::string_view name, std::string_view table, std::size_t cells,
                            const std::function<void(const tsunagu::text::Row&)>& use);

}  // namespace hub::normalize
