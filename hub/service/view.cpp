#include "hub/service/view.hpp"

#include <algorithm>

namespace hub::service {
namespace {

bool is_code(std::string_view text) {
  constexpr std::size_t longest = 96;
  return text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-' || c == '.' || c == '/' || c == ':';
         });
}

}  // namespace

ViewLine& ViewLine::text(std::string_view key, std::string_view value) {
  if (value.empty()) return *this;
  json_.key(key);
  json_.string(value);
  return *this;
}

ViewLine& ViewLine::code(std::string_view key, std::string_view value) {
  return text(key, is_code(value) ? value : "*");
}

ViewLine& ViewLine::count(std::string_view key, std::int64_t value) {
  json_.key(key);
  json_.integer(value);
  return *this;
}

ViewLine& ViewLine::flag(std::string_view key, bool value) {
  json_.key(key);
  json_.boolean(value);
  return *this;
}

ViewLine& ViewLine::time(std::string_view key, const std::optional<base::UtcMillis>& at) {
  return at ? text(key, base::rfc3339(*at)) : *this;
}

ViewLine& ViewLine::list(std::string_view key, const std::vector<std::string>& values) {
  json_.key(key);
  json_.begin_array();
  for (const auto& value : values)
    json_.string(value);
  json_.end_array();
  return *this;
}

ViewLine& ViewLine::json(std::string_view key, std::string_view text) {
  json_.key(key);
  json_.raw(text);
  return *this;
}

void ViewLine::to(const ViewSink& sink) {
  json_.end_object();
  sink(line_);
}

}  // namespace hub::service
