// The guard before every verb: what a request says beyond what its verb knows is refused, whoever
// asks, and every refusal stands in the log, with ids and codes alone.
#pragma once

#include <string_view>
#include <vector>

#include "hub/daemon/admin_ports.hpp"
#include "hub/http/admin_socket.hpp"

namespace hub::daemon {

/// What a verb's request may say, besides the verb itself; empty for a verb that knows nothing.
std::vector<std::string_view> members_of(std::string_view verb);

/// Puts the guard before each verb. Borrows the ports for as long as the verbs live.
void guard(http::AdminVerbs& verbs, AdminPorts& ports);

}  // namespace hub::daemon
