// The page that shows the description of the API, with all that it is made of, from this host
// alone: no other site learns who reads it.
#pragma once

#include <filesystem>

#include "hub/http/router.hpp"

namespace hub::api {

/// `programs`: in it or above it stands share/tsunagu/api-docs; without that there is no such page.
void add_docs_routes(http::Router& router, const std::filesystem::path& programs);

}  // namespace hub::api
