#include "hub/http/header_check.hpp"

namespace hub::http {

std::string_view name_of(HeadFault fault) noexcept {
  switch (fault) {
    case HeadFault::none:
      return "none";
    case HeadFault::too_large:
      return "header_too_large";
    case HeadFault::too_many_fields:
      return "too_many_fields";
    case HeadFault::bad_request_line:
      return "bad_request_line";
    case HeadFault::bad_target:
      return "bad_target";
    case HeadFault::unsupported_version:
      return "unsupported_version";
    case HeadFault::bad_line_end:
      return "bad_line_end";
    case HeadFault::folded_line:
      return "folded_line";
    case HeadFault::bad_field_name:
      return "bad_field_name";
    case HeadFault::bad_field_value:
      return "bad_field_value";
    case HeadFault::host_missing:
      return "host_missing";
    case HeadFault::host_repeated:
      return "host_repeated";
    case HeadFault::length_invalid:
      return "length_invalid";
    case HeadFault::length_repeated:
      return "length_repeated";
    case HeadFault::length_and_encoding:
      return "length_and_encoding";
    case HeadFault::encoding_unknown:
      return "encoding_unknown";
    case HeadFault::encoding_in_http10:
      return "encoding_in_http10";
    case HeadFault::trailers_announced:
      return "trailers_announced";
    case HeadFault::expectation_unknown:
      return "expectation_unknown";
  }
  return "none";
}

int status_of(HeadFault fault) noexcept {
  switch (fault) {
    case HeadFault::too_large:
    case HeadFault::too_many_fields:
      return 431;
    case HeadFault::unsupported_version:
      return 505;
    case HeadFault::expectation_unknown:
      return 417;
    default:
      return 400;
  }
}

}  // namespace hub::http
