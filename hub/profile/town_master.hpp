// The town master: which 町字 a municipality has (town_master_seed5.csv, from the Address Base
// Registry). Areas are checked against it; towns in no area go to a person.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/profile/profile.hpp"

namespace hub::profile {

/// The towns of the municipality whose six-digit code this is; empty where the table is not there.
std::vector<std::string> read_towns(const std::filesystem::path& table, std::string_view code);

/// Towns of areas that the municipality doesn't have, with the nearest that it has.
void check_towns(const Profile& profile, const std::vector<std::string>& towns, Problems& problems);

/// Towns that no area of this layer names. Not an error: a person decides for them.
std::vector<std::string> unassigned_towns(const Profile& profile, std::string_view layer,
                                          const std::vector<std::string>& towns);

}  // namespace hub::profile
