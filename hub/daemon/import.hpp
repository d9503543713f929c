// `tsunagu import`: an operator's file as a delivery of a source, followed to its end, or only
// tried.
#pragma once

#include "hub/daemon/admin_ports.hpp"
#include "hub/intake/source_runner.hpp"

namespace hub::daemon {

base::Result<Imported> do_import(service::Context& context, intake::SourceRunner& runner,
                                 const ImportWish& wish, const OnProgress& progress);
base::Result<Imported> try_import(intake::SourceRunner& runner, const ImportWish& wish,
                                  const OnProgress& progress);

}  // namespace hub::daemon
