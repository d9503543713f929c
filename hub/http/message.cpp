#include "hub/http/message.hpp"

namespace hub::http {

std::optional<std::string_view> Request::header(std::string_view name) const {
  for (const auto& field : head.fields) {
    if (equals_ignoring_case(field.name.in(raw_head), name)) return field.value.in(raw_head);
  }
  return std::nullopt;
}

}  // namespace hub::http
