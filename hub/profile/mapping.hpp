// mapping.yaml: how a plain table becomes records, without a compiler (plugins/table/README.md).
// Read and checked here like any configuration; the adapter gets the checked form.
#pragma once

#include <filesystem>

#include "hub/profile/profile.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace hub::profile {

/// The adapter that runs mappings.
inline constexpr std::string_view table_adapter = "table";

/// All that is wrong with the file stands among the problems. `shown_as` as in load_yaml.
tsunagu::mapping::Mapping read_mapping(const std::filesystem::path& file, Problems& problems,
                                       std::string shown_as = {});

/// In the settings of every source of `table_adapter`: its checked mapping in place of the name of
/// its file, which stands below `folder`. The adapter opens none.
void read_mappings(const std::filesystem::path& folder, std::vector<Source>& sources,
                   Problems& problems);

}  // namespace hub::profile
