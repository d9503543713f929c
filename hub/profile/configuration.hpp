// Everything that a daemon is configured by, read and checked together: hub.yaml, the profile of
// its municipality, and the law that holds everywhere.
#pragma once

#include <filesystem>

#include "hub/profile/law.hpp"
#include "hub/profile/settings.hpp"

namespace hub::profile {

struct Configuration {
  Settings settings;
  Law law;
  Profile profile;
};

/// One municipality's folder and the shared one, checked against each other and the town master
/// (`shared`/data).
void read_municipality(const std::filesystem::path& folder, const std::filesystem::path& shared,
                       Law& law, Profile& profile, Problems& problems);

/// Follows the paths of hub.yaml. All problems of all files are collected.
Configuration read_configuration(const std::filesystem::path& hub_yaml, Problems& problems);

/// The same; a failure lists every problem, one a line.
base::Result<Configuration> load_configuration(const std::filesystem::path& hub_yaml);

}  // namespace hub::profile
