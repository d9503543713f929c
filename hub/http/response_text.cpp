#include "hub/http/response_text.hpp"

#include <algorithm>
#include <array>

#include "hub/http/problem.hpp"

namespace hub::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 27> phrases{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view reason_phrase(int status) noexcept {
  const auto found = std::find_if(phrases.begin(), phrases.end(),
                                  [&](const auto& entry) { return entry.first == status; });
  return found == phrases.end() ? std::string_view("Status") : found->second;
}

std::string response_text(const Response& response, bool close, bool for_head) {
  std::string out;
  out.reserve(200 + response.body.size());
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(reason_phrase(response.status)).append("\r\n");
  if (response.status != 204 && response.status != 304) {
    append_field(out, "Content-Length", std::to_string(response.body.size()));
  }
  if (!response.content_type.empty()) append_field(out, "Content-Type", response.content_type);
  append_field(out, "Cache-Control", "no-store");
  for (const auto& [name, value] : response.fields)
    append_field(out, name, value);
  if (close) append_field(out, "Connection", "close");
  out.append("\r\n");
  if (!for_head && response.status != 204 && response.status != 304) out.append(response.body);
  return out;
}

}  // namespace hub::http
