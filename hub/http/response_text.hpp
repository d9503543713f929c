// A response as bytes. Ours always carries its length; no answer may be cached.
#pragma once

#include <string>

#include "hub/http/message.hpp"

namespace hub::http {

/// `for_head`: the answer to HEAD, which has the length but not the body.
std::string response_text(const Response& response, bool close, bool for_head);

}  // namespace hub::http
