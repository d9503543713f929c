// The API of the hub, `/api/v1`: for officers and their own systems, what the administration socket
// is for the command line.
#pragma once

#include "hub/api/ports.hpp"
#include "hub/http/router.hpp"

namespace hub::api {

/// Sessions, every operation of the table, and `/api/v1/openapi.json`. Borrows.
void add_api_routes(http::Router& router, Ports& ports);

}  // namespace hub::api
