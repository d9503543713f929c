// The verbs of the administration socket: what `tsunagu` asks a running daemon. An answer names
// ids, codes, counts and names of fields, never a value of a person: the operator is no officer of
// a case. An officer reads what the gate clears for his own use.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "hub/daemon/admin_ports.hpp"
#include "hub/http/admin_socket.hpp"

namespace hub::daemon {

/// Borrows the ports for as long as the verbs live.
http::AdminVerbs admin_verbs(AdminPorts& ports);

/// What an officer of a case may use under his own user.
std::set<std::string, std::less<>> officer_verbs();

}  // namespace hub::daemon
