// To sign in, to know who is signed in, to change the password, to sign out.
#pragma once

#include "hub/api/ports.hpp"
#include "hub/http/router.hpp"

namespace hub::api {

/// `POST`, `GET` and `DELETE /api/v1/session`, `PUT /api/v1/session/password`.
void add_session_routes(http::Router& router, Ports& ports);

}  // namespace hub::api
