// What a handler sees of a request and gives back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/base/cidr.hpp"
#include "hub/domain/account_role.hpp"
#include "hub/http/header_check.hpp"

namespace hub::http {

/// Who asks, as the gatekeeper found out. Empty on loopback-only routes.
struct Caller {
  std::string partner;
  std::string user{};  ///< of a local account that is signed in, or that a token names
  /// Of a token that says what its bearer may be: no more than these of the account's roles.
  std::optional<domain::AccountRoles> roles{};
};

/// One request: the head as received with the fields found in it, and the whole body. Moved into
/// the handler, which may keep it until it answers.
struct Request {
  std::string raw_head;
  Head head;
  std::string body;
  std::vector<std::string> parameters;  ///< of the route's pattern, in order
  base::AddressBytes peer{};
  std::string certificate;     ///< SHA-256 of the client certificate in hex; empty without one
  std::string correlation_id;  ///< in every problem and log line of this request
  Caller caller;

  [[nodiscard]] Method method() const noexcept { return head.method; }
  [[nodiscard]] std::string_view path() const { return head.path.in(raw_head); }
  /// After the question mark, undecoded; may be empty.
  [[nodiscard]] std::string_view query() const { return head.query.in(raw_head); }
  /// First field of that name (case-insensitive).
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> fields;
  bool close = false;
};

/// 202, 204 and the like.
inline Response empty_response(int status) {
  Response out;
  out.status = status;
  out.content_type.clear();
  return out;
}

}  // namespace hub::http
