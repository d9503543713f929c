// How the adapter of a source stands, as lines for an operator: the fault's one line names files
// and settings, never a person.
#pragma once

#include "hub/daemon/admin_ports.hpp"
#include "hub/service/view.hpp"

namespace hub::daemon {

/// One line, for a list.
void put_adapter(const AdapterHealth& health, const service::ViewSink& sink);

/// The same; then what it wants to push and may, and what it may cost.
void put_adapter_whole(const AdapterHealth& health, const service::ViewSink& sink);

}  // namespace hub::daemon
