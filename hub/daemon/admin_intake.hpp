// What the administration verbs ask of the intake, for the wiring to put into AdminPorts.
#pragma once

#include "hub/daemon/admin_ports.hpp"
#include "hub/intake/intake.hpp"

namespace hub::daemon {

std::vector<AdapterHealth> adapters_of(intake::Intake& intake, const profile::Settings& settings);

/// Lets a quarantined adapter try again. `not_found`: no such source has an adapter.
base::Result<> release_adapter(service::Context& context, intake::Intake& intake,
                               std::string_view source, std::string_view actor);

/// Lets a source be read by what stands there now, signed or not.
base::Result<> accept_adapter(intake::Intake& intake, std::string_view source,
                              std::string_view actor);

/// What another version would change in the source's last deliveries.
base::Result<> compare_versions(intake::Intake& intake, const VersionWish& wish, std::size_t last,
                                intake::CompareSink& sink);

/// To the version that is wished, or back to the one before where none is named.
base::Result<Switch> switch_version(intake::Intake& intake, const VersionWish& wish,
                                    std::string_view actor, const std::function<bool()>& stays);

/// Reads what a source delivered before once more, by the version that is at work.
base::Result<std::vector<base::ArrivalId>> replay(intake::Intake& intake, std::string_view source,
                                                  const service::ReplayWish& wish,
                                                  std::string_view actor);

/// Keeps the file as a delivery and follows it until nothing more happens without a person.
base::Result<Imported> import_file(service::Context& context, intake::Intake& intake,
                                   const ImportWish& wish, const OnProgress& progress);

}  // namespace hub::daemon
