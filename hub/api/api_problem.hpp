// RFC 9457 problems of the API: as those of every route, with title and, for who is signed in may
// read it, what is wrong and what to do; in Japanese, or in English where the request asks for it
// (Accept-Language). They name ids and members, never a person.
#pragma once

#include <string_view>

#include "hub/base/failure.hpp"
#include "hub/http/message.hpp"

namespace hub::api {

/// `type`: a fixed word, `precondition_failed`. `detail` as the hub says it, in English.
http::Response api_problem(int status, std::string_view type, std::string_view detail,
                           const http::Request& request);
http::Response api_problem(const base::Failure& failure, const http::Request& request);

}  // namespace hub::api
