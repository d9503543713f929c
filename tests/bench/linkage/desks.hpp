// The five systems' exports through their adapters, in this process.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/linkage/told.hpp"

namespace bench::linkage {

/// The JSON of all records of that source's file. Throws where a row is refused.
std::vector<std::string> exported(const population::Town& town, population::Source source,
                                  const Way& way);

}  // namespace bench::linkage
