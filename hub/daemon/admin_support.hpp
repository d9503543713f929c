// The verbs of the support process: plans and their monitoring, outreach, what
// sittings decided.
#pragma once

#include "hub/daemon/admin_ports.hpp"
#include "hub/http/admin_socket.hpp"

namespace hub::daemon {

void add_plan_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
/// The register of アウトリーチ等.
void add_outreach_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
/// Who attended, what was decided, numbered copies.
void add_sitting_outcome_verbs(http::AdminVerbs& verbs, AdminPorts& ports);

/// What an officer works on, by pages.
void add_page_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
/// Partners' own systems: their keys, and what they ask for.
void add_partner_system_verbs(http::AdminVerbs& verbs, AdminPorts& ports);
/// Persons as an officer looks for them.
void add_search_verb(http::AdminVerbs& verbs, AdminPorts& ports);
/// Local accounts.
void add_user_verbs(http::AdminVerbs& verbs, AdminPorts& ports);

}  // namespace hub::daemon
