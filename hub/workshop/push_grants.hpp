// What the adapters of a configuration want to write outward, beside what the operator granted.
#pragma once

#include <filesystem>

#include "hub/profile/configuration.hpp"

namespace hub::workshop {

/// A message kind that a manifest names and `may_push` does not grant, or the other way round: none
/// of it is wrong, but somebody should know. Starts each adapter whose source has a `drop_back`;
/// `program` is our own path.
profile::Problems compare_grants(const profile::Configuration& configuration,
                                 const std::filesystem::path& program, profile::Language language);

/// The same for one source, of an adapter that pushes these.
void compare_grants(const profile::Source& source, const std::vector<std::string>& pushes,
                    profile::Problems& warnings);

}  // namespace hub::workshop
