#include "hub/http/gatekeeper.hpp"

#include <algorithm>

#include "hub/crypto/bytes.hpp"

namespace hub::http {
namespace {

base::Failure stranger(std::string_view why) {
  return base::fail(base::Kind::unauthorized, std::string(why));
}

/// A browser says where a request comes from; what is no browser says nothing.
bool is_from_elsewhere(const Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (site && *site != "same-origin" && *site != "none") return true;
  const auto origin = request.header("origin");
  if (!origin) return false;
  const auto scheme = origin->find("://");
  return scheme == std::string_view::npos ||
         origin->substr(scheme + 3) != request.header("host").value_or("");
}

}  // namespace

std::string_view session_of(const Request& request) {
  std::string_view found;
  for (const auto& field : request.head.fields) {
    if (!equals_ignoring_case(field.name.in(request.raw_head), "cookie")) continue;
    auto left = field.value.in(request.raw_head);
    while (!left.empty()) {
      auto one = left.substr(0, left.find(';'));
      left.remove_prefix(std::min(left.size(), one.size() + 1));
      while (one.starts_with(' '))
        one.remove_prefix(1);
      if (!one.starts_with(session_cookie) || one.substr(session_cookie.size(), 1) != "=") continue;
      if (!found.empty()) return {};
      found = one.substr(session_cookie.size() + 1);
    }
  }
  return found;
}

base::Result<Caller> Gatekeeper::admit(const Route& route, const Request& request) const {
  switch (route.access) {
    case Access::loopback:
      if (!base::is_loopback(request.peer)) {
        return base::fail(base::Kind::not_found, "only from this machine");
      }
      return Caller{};
    case Access::partner_signature:
      return by_signature(request);
    case Access::partner_key:
      return by_key(request);
    case Access::session:
      return by_session(route, request);
    case Access::anyone:
      return Caller{};
  }
  return stranger("no such access");
}

base::Result<Caller> Gatekeeper::by_signature(const Request& request) const {
  const auto id = request.header("webhook-id");
  const auto timestamp = request.header("webhook-timestamp");
  const auto signature = request.header("webhook-signature");
  if (!id || !timestamp || !signature || request.parameters.empty()) {
    return stranger("a webhook header is missing");
  }
  const auto keys = partners_.keys_of(request.parameters.front());
  const auto verified =
      crypto::verify_webhook({*id, *timestamp, *signature}, request.body, keys, clock_.now());
  if (!verified) return verified.error();
  return Caller{request.parameters.front()};
}

base::Result<Caller> Gatekeeper::by_key(const Request& request) const {
  if (!request.certificate.empty()) {
    if (auto partner = partners_.partner_of_certificate(request.certificate)) {
      return Caller{std::move(*partner)};
    }
  }
  constexpr std::string_view scheme = "Bearer ";
  const auto authorization = request.header("authorization").value_or("");
  if (!equals_ignoring_case(authorization.substr(0, scheme.size()), scheme)) {
    return stranger("neither a known certificate nor an API key");
  }
  auto partner = partners_.partner_of_key(authorization.substr(scheme.size()));
  if (!partner) return stranger("an unknown API key");
  return Caller{std::move(*partner)};
}

base::Result<Caller> Gatekeeper::by_session(const Route& route, const Request& request) const {
  const auto cookie = session_of(request);
  auto signed_in = sessions_ != nullptr && !cookie.empty() ? sessions_->find(cookie) : std::nullopt;
  if (!signed_in) return stranger("nobody is signed in");
  if (route.method != Method::get) {
    const auto token = request.header("x-change-token").value_or("");
    if (is_from_elsewhere(request) ||
        !crypto::equal_in_constant_time(crypto::bytes_of(token),
                                        crypto::bytes_of(signed_in->change_token)))
      return base::fail(base::Kind::forbidden, "a change without the session's own token");
  }
  return Caller{{}, std::move(signed_in->user)};
}

}  // namespace hub::http
