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

std::string_view bearer_of(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  std::string_view found;
  for (const auto& field : request.head.fields) {
    if (!equals_ignoring_case(field.name.in(request.raw_head), "authorization")) continue;
    const auto value = field.value.in(request.raw_head);
    if (!found.empty() || !equals_ignoring_case(value.substr(0, scheme.size()), scheme)) return {};
    found = value.substr(scheme.size());
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
  const auto bearer = bearer_of(request);
  if (bearer.empty()) return stranger("neither a known certificate nor an API key");
  if (auto partner = partners_.partner_of_key(bearer)) return Caller{std::move(*partner)};
  auto caller = by_bearer(request);
  if (caller && caller->partner.empty()) return stranger("no partner's key");
  return caller;
}

base::Result<Caller> Gatekeeper::by_bearer(const Request& request) const {
  const auto bearer = bearer_of(request);
  if (bearers_ == nullptr || bearer.empty()) return stranger("an unknown key or token");
  return bearers_->admit(bearer, request.peer);
}

base::Result<Caller> Gatekeeper::by_session(const Route& route, const Request& request) const {
  const auto cookie = session_of(request);
  if (request.header("authorization")) {
    if (request.header("cookie")) return stranger("one way to say who asks, not two");
    return by_bearer(request);  // no browser sends it by itself: it needs no token of a session
  }
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
