#include "hub/http/router.hpp"

#include <algorithm>
#include <utility>

namespace hub::http {
namespace {

/// `/a/{b}` → "a", "{b}".
std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  std::size_t from = 1;
  while (from <= path.size()) {
    const auto slash = std::min(path.find('/', from), path.size());
    out.push_back(path.substr(from, slash - from));
    from = slash + 1;
  }
  return out;
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return (c | 0x20) - 'a' + 10;
}

/// The header step has seen that two hex digits follow each percent sign.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
    } else {
      out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
      at += 2;
    }
  }
  return out;
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path,
          std::vector<std::string>& parameters) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool wanted = is_parameter(pattern[at]) ? !path[at].empty() : pattern[at] == path[at];
    if (!wanted) return false;
  }
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (is_parameter(pattern[at])) parameters.push_back(decoded(path[at]));
  }
  return true;
}

void allow(std::string& list, Method method) {
  if (!list.empty()) list += ", ";
  list += name_of(method);
  if (method == Method::get) list += ", HEAD";
}

}  // namespace

void Router::add(Route route, Handler handler) {
  entries_.push_back({route, segments_of(route.pattern), std::move(handler)});
}

Router::Match Router::match(Method method, std::string_view path) const {
  const auto wanted = method == Method::head ? Method::get : method;
  const auto segments = segments_of(path);
  Match out;
  for (const auto& entry : entries_) {
    std::vector<std::string> parameters;
    if (!fits(entry.segments, segments, parameters)) continue;
    allow(out.allow, entry.route.method);
    if (entry.route.method != wanted) continue;
    out.entry = &entry;
    out.parameters = std::move(parameters);
    break;
  }
  return out;
}

}  // namespace hub::http
