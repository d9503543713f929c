// What of the description stands in no table: openapi_base.json beside this file (OpenAPI 3.1).
#pragma once

#include <string_view>

namespace hub::api {

std::string_view openapi_base();

}  // namespace hub::api
