// `POST /webhooks/p/referrals?x=1 HTTP/1.1`: origin form only, one space between the parts.
#pragma once

#include <string_view>

#include "hub/http/header_check.hpp"

namespace hub::http {

struct RequestLine {
  Method method = Method::other;
  std::string_view path;
  std::string_view query;
  int minor_version = 1;
};

/// Pure. `line` without its end; the pieces of `out` point into it.
HeadFault read_request_line(std::string_view line, RequestLine& out);

}  // namespace hub::http
