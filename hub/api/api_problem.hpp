// RFC 9457 problems of the API: as those of every route, with a Japanese title, and with what is
// wrong and what to do, for who is signed in may read it. It names ids and members, never a person.
#pragma once

#include <string_view>

#include "hub/base/failure.hpp"
#include "hub/http/message.hpp"

namespace hub::api {

/// `type`: a fixed word, `precondition_failed`.
http::Response api_problem(int status, std::string_view type, std::string_view detail,
                           std::string_view correlation);
http::Response api_problem(const base::Failure& failure, std::string_view correlation);

}  // namespace hub::api
