// The version that a source was switched to. What was said last holds: a switch stands in place of
// the configured version for as long as that is what it was, and a newly installed module or an
// edited mapping stands in place of the switch.
#pragma once

#include <vector>

#include "hub/intake/version.hpp"
#include "hub/store/adapter_choices.hpp"

namespace hub::intake {

/// Choices that hold for the source as it is configured, the newest first.
base::Result<std::vector<store::AdapterChoice>> standing_choices(service::Context& context,
                                                                 const profile::Source& source,
                                                                 const Places& places);

/// Of the configured adapter and mapping.
crypto::Digest base_of(const service::Context& context, const profile::Source& source,
                       const Places& places);

/// Its module stands on the shelf: put back from the store where it does not, as after a restore.
Version version_of(service::Context& context, const store::AdapterChoice& choice);

/// The configured one where nothing was chosen. What can't be read is told in the log, and leaves
/// the configured one.
Version chosen_version(service::Context& context, const profile::Source& source,
                       const Places& places);

}  // namespace hub::intake
