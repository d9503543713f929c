// The description of the API, as it is served: openapi.json beside this file (OpenAPI 3.1).
#pragma once

#include <string_view>

namespace hub::api {

std::string_view openapi_document();

}  // namespace hub::api
