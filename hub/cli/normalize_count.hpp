// `tsunagu normalize count FILE`: how dirty a file is, before a source is connected.
#pragma once

#include <filesystem>

#include "hub/cli/console.hpp"
#include "hub/normalize/tables.hpp"

namespace hub::cli {

/// A table of kinds, rows and percent, or with --json `{"rows":…,"kinds":{"address.banchi":…}}`.
/// Nothing of a row is shown.
void count_dirt(Console& console, const normalize::Tables& tables,
                const std::filesystem::path& file);

}  // namespace hub::cli
