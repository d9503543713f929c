#include "hub/http/body_rules.hpp"

#include <algorithm>

namespace hub::http {
namespace {

/// `application/json; charset=utf-8` → `application/json`.
std::string_view media_type(std::string_view value) {
  value = value.substr(0, value.find(';'));
  return value.substr(0, value.find_last_not_of(" \t") + 1);
}

bool takes(const MediaTypes& types, std::string_view type) {
  if (types.front().empty()) return true;
  return !type.empty() && std::any_of(types.begin(), types.end(), [type](std::string_view known) {
    return equals_ignoring_case(type, known);
  });
}

}  // namespace

std::optional<BodyObjection> objection_to_body(const Route& route, const Request& request) {
  const auto& head = request.head;
  if (route.length_required && !head.content_length) return BodyObjection{411, "length_required"};
  if (head.content_length.value_or(0) > route.body_limit ||
      (head.chunked && route.body_limit == 0)) {
    return BodyObjection{413, "too_large"};
  }
  const auto type = media_type(request.header("content-type").value_or(""));
  if (head.has_body() && !takes(route.content_types, type)) {
    return BodyObjection{415, "unsupported"};
  }
  return std::nullopt;
}

}  // namespace hub::http
