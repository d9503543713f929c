// What a route says about a request's body, decided from the head alone: nothing of a body that is
// refused is ever read.
#pragma once

#include <optional>
#include <string_view>

#include "hub/http/router.hpp"

namespace hub::http {

struct BodyObjection {
  int status;             ///< 411, 413, 415
  std::string_view type;  ///< of the problem
};

/// Pure; any thread.
std::optional<BodyObjection> objection_to_body(const Route& route, const Request& request);

}  // namespace hub::http
