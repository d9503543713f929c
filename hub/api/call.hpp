// One operation asked for by somebody who signed in: rights, tag, the verb, the answer. Each step
// may end it. On a worker thread; waits for the store.
#pragma once

#include "hub/api/operations.hpp"
#include "hub/api/ports.hpp"
#include "hub/http/message.hpp"

namespace hub::api {

/// Does it all; never throws for what a caller can cause.
http::Response call(Ports& ports, const Operation& operation, const http::Request& request);

}  // namespace hub::api
