// What the administration verbs ask of the intake, for the wiring to put into AdminPorts.
#pragma once

#include "hub/daemon/admin_ports.hpp"
#include "hub/intake/intake.hpp"

namespace hub::daemon {

std::vector<AdapterHealth> adapters_of(intake::Intake& intake);

/// Keeps the file as a delivery and follows it until nothing more happens without a person.
base::Result<Imported> import_file(service::Context& context, intake::Intake& intake,
                                   const ImportWish& wish, const OnProgress& progress);

/// Sets `release_adapter`, `source_changed` and `import_file`. The intake outlives the ports.
void connect_intake(AdminPorts& ports, intake::Intake& intake);

}  // namespace hub::daemon
