// patterns.yaml: the household patterns that are looked for (DOMAIN 5.5). A municipality's own file
// stands in the place of the shared one.
#pragma once

#include <filesystem>
#include <span>

#include "hub/domain/pattern.hpp"
#include "hub/profile/municipality.hpp"

namespace hub::profile {

/// Without either file no pattern is looked for. `fields`: of the municipality; what looks like a
/// slip of one of them is a mistake, while one that it doesn't have never holds.
domain::PatternRules read_patterns(const std::filesystem::path& municipality,
                                   const std::filesystem::path& shared,
                                   std::span<const FieldOfWork> fields, Problems& problems);

}  // namespace hub::profile
