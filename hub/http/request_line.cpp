#include "hub/http/request_line.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hub::http {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, Method>, 7> methods{{
    {"GET", Method::get},
    {"HEAD", Method::head},
    {"POST", Method::post},
    {"PUT", Method::put},
    {"PATCH", Method::patch},
    {"DELETE", Method::remove},
    {"OPTIONS", Method::options},
}};

Method method_of(std::string_view name) {
  const auto found = std::find_if(methods.begin(), methods.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == methods.end() ? Method::other : found->second;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// RFC 3986: path and query characters, percent signs only before two hex digits.
bool is_target(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '%') {
      if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return false;
    } else if (!is_alnum(c) && "-._~!$&'()*+,;=:@/?"sv.find(c) == std::string_view::npos) {
      return false;
    }
  }
  return !text.empty() && text.front() == '/';
}

HeadFault read_version(std::string_view text, int& minor) {
  if (!text.starts_with("HTTP/") || text.size() != 8 || text[6] != '.') {
    return HeadFault::bad_request_line;
  }
  if (text != "HTTP/1.1" && text != "HTTP/1.0") return HeadFault::unsupported_version;
  minor = text.back() - '0';
  return HeadFault::none;
}

}  // namespace

std::string_view name_of(Method method) noexcept {
  const auto found = std::find_if(methods.begin(), methods.end(),
                                  [&](const auto& entry) { return entry.second == method; });
  return found == methods.end() ? "other"sv : found->first;
}

HeadFault read_request_line(std::string_view line, RequestLine& out) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return HeadFault::bad_request_line;
  if (!is_token(line.substr(0, first))) return HeadFault::bad_request_line;
  out.method = method_of(line.substr(0, first));
  const auto target = line.substr(first + 1, last - first - 1);
  if (!is_target(target)) return HeadFault::bad_target;
  const auto mark = std::min(target.find('?'), target.size());
  out.path = target.substr(0, mark);
  out.query = target.substr(std::min(mark + 1, target.size()));
  return read_version(line.substr(last + 1), out.minor_version);
}

}  // namespace hub::http
