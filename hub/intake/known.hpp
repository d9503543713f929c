// What the store knows of a source's adapter over restarts: what read the source last and who
// signed that, and whether it is quarantined.
#pragma once

#include <optional>

#include "hub/adapter/supervisor.hpp"
#include "hub/intake/version.hpp"
#include "hub/store/known_adapters.hpp"

namespace hub::intake {

/// How that version is started: held against what read the source last. Where the store can't be
/// read, it has to be signed.
adapter::Launch known_launch(service::Context& context, const profile::Source& source,
                             const Places& places, const Version& version);

/// Of what was started.
store::KnownAdapter known_of(const profile::Source& source, const adapter::Launch& launch,
                             const adapter::Supervisor& started);
/// Writes it where the store knows another.
base::Result<> note_known(service::Context& context, const store::KnownAdapter& adapter);

/// Told to the supervisor, and kept from now on.
void watch_quarantine(service::Context& context, adapter::Supervisor& adapter);

}  // namespace hub::intake
