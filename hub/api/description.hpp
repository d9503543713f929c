// The description of the API (OpenAPI 3.1): what is no operation of the table stands in
// openapi_base.json, the rest is written from the tables of operations and members. openapi.json is
// the whole, for who reads the repository; a test holds it to this.
#pragma once

#include <string_view>

namespace hub::api {

/// JSON; made once.
std::string_view description();

}  // namespace hub::api
